import type { Position } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { CardContext } from './features/card';
import { type Notice, noticesIn } from './features/diagnostics';
import { type Explanation, explain, type ExplainQuery } from './features/explain';
import { hereAt, type HereResult } from './features/here';
import { hoverAt, type HoverResult } from './features/hover';
import { matchPlaces, type MatchesResult } from './features/matches';
import { createSearchIndex, type SearchHit, type SearchIndex } from './features/search';
import { type SourceSummary, summarizeSources } from './features/sources';
import type { Guidance } from './guidance/guidance';
import type { Problem } from './guidance/problem';
import { WorkspaceGuidance } from './guidance/workspaceGuidance';
import type { Host } from './host';
import { type Analysis, type AnalysisPlace, DocumentAnalyses } from './match/documentAnalyses';
import type { Finding } from './match/documentMatches';
import { relativePath } from './text/links';
import type { RegexEngine } from './text/pattern';

export interface ServiceOptions {
  readonly host: Host;
  /** A faster engine for regular expressions, where this process has one. */
  readonly engine?: RegexEngine | undefined;
  /** Called after the guidance of a folder was read anew. */
  onDidChange?(): void;
}

export interface FileEvent {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** The one door to core, and the only place where state lives. Every answer is for this moment. */
export interface Service {
  /** Replaces the workspace folders; resolves when their guidance was read. */
  setFolders(uris: readonly string[]): Promise<void>;
  /** An editor opened or changed a document; its unsaved text counts at once. Resolves when it does. */
  documentChanged(document: TextDocument): Promise<void>;
  documentClosed(uri: string): Promise<void>;
  filesChanged(events: readonly FileEvent[]): Promise<void>;
  /** Other tools' findings in a document. */
  setFindings(uri: string, findings: readonly Finding[]): void;
  /** Resolves when all guidance that was asked for until now was read. */
  settled(): Promise<void>;

  /** `undefined` where nothing was written about the place. */
  hover(document: TextDocument, position: Position): HoverResult | undefined;
  /** `undefined` for a document outside of every workspace folder. */
  matches(document: TextDocument): MatchesResult | undefined;
  here(document: TextDocument, position: Position): HereResult | undefined;
  explain(document: TextDocument, query: ExplainQuery): Explanation | undefined;
  notices(document: TextDocument): readonly Notice[];
  search(query: string): readonly SearchHit[];
  sources(): readonly SourceSummary[];
  problems(): readonly Problem[];
  guidance(): readonly Guidance[];
  dispose(): void;
}

export function createService(options: ServiceOptions): Service {
  return new LeadlightService(options);
}

class LeadlightService implements Service {
  readonly #options: ServiceOptions;
  #workspaces: readonly WorkspaceGuidance[] = [];
  readonly #analyses = new DocumentAnalyses();
  readonly #findings = new Map<string, readonly Finding[]>();
  readonly #open = new Map<string, string>();
  #searchIndex: SearchIndex | undefined;

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  async setFolders(uris: readonly string[]): Promise<void> {
    const roots = uris.map((uri) => normalize(uri).replace(/\/*$/, '/'));
    const kept = this.#workspaces.filter(({ root }) => roots.includes(root));
    for (const workspace of this.#workspaces) if (!kept.includes(workspace)) workspace.dispose();
    const { host, engine } = this.#options;
    const added: WorkspaceGuidance[] = [];
    this.#workspaces = roots.map((root) => {
      const known = kept.find((workspace) => workspace.root === root);
      if (known !== undefined) return known;
      const workspace = new WorkspaceGuidance({
        host,
        engine,
        root,
        onDidChange: () => this.#guidanceChanged(),
      });
      added.push(workspace);
      return workspace;
    });
    await Promise.all(
      added.map(async (workspace) => {
        const loading = workspace.load();
        for (const [uri, text] of this.#open) void workspace.setOpen(uri, text);
        await loading;
        await workspace.settled();
      }),
    );
    if (added.length === 0) this.#guidanceChanged();
  }

  async documentChanged(document: TextDocument): Promise<void> {
    await this.#setOpen(normalize(document.uri), document.getText());
  }

  async documentClosed(uri: string): Promise<void> {
    this.#findings.delete(normalize(uri));
    await this.#setOpen(normalize(uri), undefined);
  }

  async filesChanged(events: readonly FileEvent[]): Promise<void> {
    await Promise.all(
      this.#workspaces.map((workspace) => {
        const paths = (wanted: FileEvent['kind']) =>
          events.flatMap(({ uri, kind }) =>
            kind === wanted ? (relativePath(normalize(uri), workspace.root) ?? []) : [],
          );
        return workspace.applyChanges({
          created: paths('created'),
          deleted: paths('deleted'),
          changed: paths('changed'),
        });
      }),
    );
  }

  setFindings(uri: string, findings: readonly Finding[]): void {
    this.#findings.set(normalize(uri), findings);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#workspaces.map((workspace) => workspace.settled()));
  }

  hover(document: TextDocument, position: Position): HoverResult | undefined {
    const analysis = this.#analyse(document);
    if (analysis === undefined) return undefined;
    const { found } = analysis;
    return hoverAt(document, document.offsetAt(position), {
      ...contextOf(analysis, document),
      matches: found.matches,
    });
  }

  matches(document: TextDocument): MatchesResult | undefined {
    const analysis = this.#analyse(document);
    return analysis && matchPlaces(document, analysis.found, analysis.guidance.root);
  }

  here(document: TextDocument, position: Position): HereResult | undefined {
    const analysis = this.#analyse(document);
    if (analysis === undefined) return undefined;
    const { guidance, found, place } = analysis;
    const path = place.path ?? URI.parse(document.uri).path;
    return hereAt(document, {
      guidance,
      found,
      path,
      line: position.line,
      context: contextOf(analysis, document),
    });
  }

  explain(document: TextDocument, query: ExplainQuery): Explanation | undefined {
    const analysis = this.#analyse(document);
    return (
      analysis && explain(document, { ...query, ...contextOf(analysis, document), found: analysis.found })
    );
  }

  notices(document: TextDocument): readonly Notice[] {
    const analysis = this.#analyse(document);
    return analysis === undefined ? [] : noticesIn(document, analysis.found, analysis.guidance.root);
  }

  search(query: string): readonly SearchHit[] {
    this.#searchIndex ??= createSearchIndex(this.guidance());
    return this.#searchIndex.find(query);
  }

  sources(): readonly SourceSummary[] {
    return this.guidance().flatMap(summarizeSources);
  }

  problems(): readonly Problem[] {
    return this.guidance().flatMap(({ problems }) => problems);
  }

  guidance(): readonly Guidance[] {
    return this.#workspaces.map(({ guidance }) => guidance);
  }

  dispose(): void {
    for (const workspace of this.#workspaces) workspace.dispose();
    this.#workspaces = [];
  }

  #guidanceChanged(): void {
    this.#searchIndex = undefined;
    this.#options.onDidChange?.();
  }

  async #setOpen(uri: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.#open.delete(uri);
    // Only sources matter here: the texts of all other documents stay with the caller.
    else if (/\/\.leadlight\/|\/CODEOWNERS$/.test(uri)) this.#open.set(uri, text);
    await Promise.all(this.#workspaces.map((workspace) => workspace.setOpen(uri, text)));
  }

  #analyse(document: TextDocument): Analysis | undefined {
    const place = this.#placeOf(document.uri);
    const findings = this.#findings.get(normalize(document.uri)) ?? noFindings;
    return place && this.#analyses.of(document, { place, findings, now: () => this.#options.host.now() });
  }

  /**
   * The innermost workspace folder that holds a document. The sides of a diff have a scheme of their own and the
   * file's path; a text without a file belongs to the first folder.
   */
  #placeOf(documentUri: string): AnalysisPlace | undefined {
    const uri = URI.parse(documentUri);
    const innermostFirst = this.#workspaces.toSorted((a, b) => b.root.length - a.root.length);
    const text = uri.toString();
    for (const workspace of innermostFirst) {
      const path = relativePath(text, workspace.root);
      if (path !== undefined) return { workspace, path };
    }
    if (uri.scheme === 'file' || innermostFirst.length === 0) return undefined;
    for (const workspace of innermostFirst) {
      const { path } = URI.parse(workspace.root);
      if (uri.path.startsWith(path)) return { workspace, path: uri.path.slice(path.length) };
    }
    return uri.scheme === 'untitled' ? { workspace: this.#workspaces[0]!, path: undefined } : undefined;
  }
}

/** One list for all, since a new one would look like news. */
const noFindings: readonly Finding[] = [];

function contextOf({ guidance, scope, today, cards }: Analysis, { languageId }: TextDocument): CardContext {
  return { root: guidance.root, scope, languageId, today, cards };
}

/** Editors encode URIs differently; core compares them as text. */
function normalize(uri: string): string {
  return URI.parse(uri).toString();
}

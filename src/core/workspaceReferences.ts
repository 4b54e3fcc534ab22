import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { URI, Utils } from 'vscode-uri';
import { languageIdOf } from './comments/languages';
import { scanRegions } from './comments/scanRegions';
import type { DecisionPlace } from './features/decisionReferences';
import type { Decision } from './guidance/decisionModel';
import { guidanceFolderOf } from './guidance/formats';
import type { WorkspaceGuidance } from './guidance/workspaceGuidance';
import type { CancelSignal, Host } from './host';
import { findMentions, type Mention, resolveMention } from './match/decisionMentions';
import { decodeCode, isBinary, withoutUtf16 } from './text/decode';
import { resolveLink } from './text/links';
import { takingTurns, type Turns } from './turns';

export interface WorkspaceReferencesOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  readonly turns: Turns;
  /** The document, where an editor holds a file; `path` is relative to the workspace folder. */
  openAt(path: string): TextDocument | undefined;
}

interface PlacedMention extends Mention {
  readonly range: Range;
}

const fileBytes = 2 * 1024 * 1024;
/** High enough to hide what a round trip costs, low enough to hold the files in memory. */
const readsAtOnce = 16;
const none: readonly PlacedMention[] = [];

/**
 * Where the files of one workspace folder speak of decisions. Looked for when somebody asks, a few milliseconds at a
 * time; after that only what changed is read again.
 */
export class WorkspaceReferences {
  readonly #options: WorkspaceReferencesOptions;
  /** By path; what was not looked at yet has none. */
  readonly #known = new Map<string, readonly PlacedMention[]>();

  constructor(options: WorkspaceReferencesOptions) {
    this.#options = options;
  }

  /** Files came, went or changed on disk; paths relative to the folder. */
  touch(paths: readonly string[]): void {
    for (const path of paths) this.#known.delete(path);
  }

  /** The places that mean one of these decisions, its own file left out, by path; what was found until it is cancelled. */
  async of(wanted: readonly Decision[], signal?: CancelSignal): Promise<readonly DecisionPlace[]> {
    const { workspace } = this.#options;
    await workspace.settled();
    const paths = (workspace.files?.files ?? []).filter((path) => guidanceFolderOf(path) === undefined);
    await this.#readAll(paths, signal);
    const { decisions } = workspace.guidance;
    const own = new Set(wanted.map(({ uri }) => uri));
    const inFiles = paths.flatMap((path) => {
      const uri = this.#uriOf(path);
      const mentions = own.has(uri) ? none : this.#mentionsAt(path);
      return mentions
        .filter((mention) => resolveMention(mention, path, decisions)?.some((each) => wanted.includes(each)))
        .map(({ range }) => ({ uri, range }));
    });
    return [...this.#namedByGuidance(wanted), ...inFiles];
  }

  /** Philosophies that name the decision behind them. */
  #namedByGuidance(wanted: readonly Decision[]): readonly DecisionPlace[] {
    const { entries, decisions, root } = this.#options.workspace.guidance;
    return entries.flatMap((entry) => {
      if (entry.kind !== 'philosophy' || entry.decision === undefined) return [];
      const uri = resolveLink(entry.decision, { linkBase: entry.linkBase, root });
      const decision = uri === undefined ? undefined : decisions.at(uri);
      return decision !== undefined && wanted.includes(decision)
        ? [{ uri: entry.uri, range: entry.parts.range(['decision']) }]
        : [];
    });
  }

  async #readAll(paths: readonly string[], signal: CancelSignal | undefined): Promise<void> {
    const { host, turns } = this.#options;
    const ourTurn = takingTurns(turns);
    const unknown = paths.filter((path) => !this.#known.has(path));
    for (let at = 0; at < unknown.length && !signal?.aborted; at += readsAtOnce) {
      const some = unknown.slice(at, at + readsAtOnce);
      const contents = await Promise.all(some.map((path) => host.readFile(this.#uriOf(path), fileBytes)));
      for (const [index, path] of some.entries()) {
        await ourTurn();
        const content = contents[index];
        this.#known.set(path, content?.kind === 'bytes' ? mentionsOf(content.bytes, path) : none);
      }
    }
  }

  #mentionsAt(path: string): readonly PlacedMention[] {
    const document = this.#options.openAt(path);
    return document === undefined ? (this.#known.get(path) ?? none) : mentionsIn(document);
  }

  #uriOf(path: string): string {
    return Utils.joinPath(URI.parse(this.#options.workspace.root), path).toString();
  }
}

function mentionsOf(bytes: Uint8Array, path: string): readonly PlacedMention[] {
  if (isBinary(bytes)) return none;
  const text = decodeCode(withoutUtf16(bytes));
  if (!/adr|decision|\d[-_]/i.test(text)) return none;
  return mentionsIn(TextDocument.create(path, languageIdOf(path, text), 0, text));
}

/** A link whose label names what its target does is one mention. */
function mentionsIn(document: TextDocument): readonly PlacedMention[] {
  const text = document.getText();
  const mentions = findMentions(text, scanRegions(text, document.languageId), document.languageId);
  const found = mentions
    .filter(
      ({ start }, index) => !(text.startsWith('](', start - 2) && mentions[index - 1]?.end === start - 2),
    )
    .map((mention) => ({
      ...mention,
      range: { start: document.positionAt(mention.start), end: document.positionAt(mention.end) },
    }));
  return found.length === 0 ? none : found;
}

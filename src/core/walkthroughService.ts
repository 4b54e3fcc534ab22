import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { URI, Utils } from 'vscode-uri';
import type { Git } from './git';
import type { Guidance } from './guidance/guidance';
import type { Step, Walkthrough } from './guidance/model';
import type { Problem } from './guidance/problem';
import { guidanceFolderOf, readerOf } from './guidance/sourceFiles';
import { decodeCode, encode, isBinary } from './text/decode';
import { dayOf } from './text/day';
import { relativePath } from './text/links';
import { minimalEdit } from './text/minimalEdit';
import type { Host } from './host';
import { takingTurns, type Turns } from './turns';
import type { RegexEngine } from './text/pattern';
import { isInside } from './text/links';
import type { AnchorHost } from './walkthrough/anchorFiles';
import { readText } from './walkthrough/anchorText';
import { anchorChoices } from './walkthrough/anchorChoices';
import { anchorProblems, type CheckedWalkthrough, isLost } from './walkthrough/checkAnchors';
import type { PlayedWalkthrough, WalkthroughSummary } from './walkthrough/playedWalkthrough';
import { editSteps, type StepChange } from './walkthrough/editSteps';
import { playWalkthrough } from './walkthrough/playWalkthrough';
import { type ProposedAnchor, proposeAnchors } from './walkthrough/proposeAnchor';
import { pathFrom } from './walkthrough/repairAnchor';
import { type AnchorResolver, createAnchorResolver } from './walkthrough/resolveAnchors';
import type { AnchorRepair, ResolvedAnchor } from './walkthrough/resolvedAnchor';
import { listWalkthroughs } from './walkthrough/summaries';
import { normalize, type WorkspaceFolders } from './workspaceFolders';

export interface WalkthroughServiceOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  git(): Git | undefined;
  readonly engine?: RegexEngine | undefined;
  /** Called when other steps lead nowhere than before. */
  onDidChangeProblems?(): void;
  /** The text that an editor holds of a file, saved or not. */
  openText(uri: string): string | undefined;
}

export interface ProposeOptions {
  readonly from: number;
  readonly to: number;
  /** URI of the source that the anchor is for; without it, files are named from the workspace folder. */
  readonly source?: string | undefined;
}

export interface Proposals {
  readonly file: string;
  readonly proposals: readonly ProposedAnchor[];
}

export interface EditStepsOptions {
  /** Of the walkthrough. */
  readonly id: string;
  readonly text: string;
  readonly change: StepChange;
}

/** What can be written instead of an anchor. */
export interface AnchorFix {
  /** Where the anchor stands in its source. */
  readonly at: Range;
  readonly repair: AnchorRepair;
  /** Whether its place is known; else it is one of those that may have been meant. */
  readonly isSure: boolean;
}

/** One edit, with where to go on writing in the text afterwards; or why there is none: a sentence. JSON. */
export type StepsEdited =
  | { readonly range: Range; readonly newText: string; readonly cursor?: Position }
  | { readonly refused: string };

/** Larger files are not looked into. */
const fileBytes = 2 * 1024 * 1024;

/** What the service answers about walkthroughs. */
export class WalkthroughService {
  readonly #options: WalkthroughServiceOptions;
  #problems: readonly Problem[] = [];
  /** Files and folders that the last look was at, whether they were there or not; URIs. */
  #seen: ReadonlySet<string> = new Set();
  #isStale = false;
  #looking: Promise<void> | undefined;

  constructor(options: WalkthroughServiceOptions) {
    this.#options = options;
  }

  /** In the order in which they are offered. */
  list(): readonly WalkthroughSummary[] {
    return this.#listed().map(({ summary }) => summary);
  }

  /** `undefined` where there is none with that key. */
  async play(key: string): Promise<PlayedWalkthrough | undefined> {
    const listed = this.#listed().find(({ summary }) => summary.key === key);
    if (listed === undefined) return undefined;
    const { host, turns } = this.#options;
    const resolver = this.#resolver(listed.guidance);
    return playWalkthrough(listed, {
      today: dayOf(host.now()),
      resolveAnchor: (step) => resolver.resolve(step, listed.walkthrough),
      readText: (uri) => this.#readText(uri),
      turn: takingTurns(turns),
    });
  }

  /** All walkthroughs, with where each step leads now. */
  async check(host = this.#editedHost()): Promise<readonly CheckedWalkthrough[]> {
    const turn = takingTurns(this.#options.turns);
    const resolvers = new Map<Guidance, AnchorResolver>();
    const checked: CheckedWalkthrough[] = [];
    for (const { guidance, walkthrough } of this.#listed()) {
      const resolver = resolvers.get(guidance) ?? this.#resolver(guidance, host);
      resolvers.set(guidance, resolver);
      const steps = walkthrough.steps.map(async (step) => {
        await turn();
        return { step, anchor: await resolver.resolve(step, walkthrough) };
      });
      checked.push({ walkthrough, steps: await Promise.all(steps) });
    }
    return checked;
  }

  /**
   * Anchors for lines of a file (0-based, both included), the best first, and the file as a step of `source` (a URI)
   * names it; `undefined` where there is no such file.
   */
  async propose(uri: string, { from, to, source }: ProposeOptions): Promise<Proposals | undefined> {
    const file = this.#options.folders.fileAt(normalize(uri));
    const text = file && (await this.#readText(uri));
    if (text === undefined || from < 0 || to < from) return undefined;
    const root = file!.folder.root;
    const inside = relativePath(normalize(source ?? root), root);
    if (inside === undefined) return undefined;
    const folder = Utils.joinPath(URI.parse(root), guidanceFolderOf(inside) ?? '').toString();
    return {
      file: pathFrom(folder.replace(/\/*$/, '/'), normalize(uri)),
      proposals: proposeAnchors(readText(text, file!.path), { start: from, end: to }),
    };
  }

  /** A change of a walkthrough's steps as an edit of its source, whose text is `text` now. */
  editSteps(uri: string, { id, text, change }: EditStepsOptions): StepsEdited {
    const file = this.#options.folders.fileAt(normalize(uri));
    const reader = file && readerOf(file.path);
    if (reader !== 'yaml' && reader !== 'walkthrough')
      return {
        refused: 'Steps are changed in .leadlight only: this walkthrough is written in another format.',
      };
    const edit = editSteps({ text, id, format: reader === 'yaml' ? 'yaml' : 'markdown' }, change);
    if (edit.kind === 'refused') return { refused: edit.why };
    const document = TextDocument.create(uri, '', 0, text);
    const { start, end, text: newText } = minimalEdit(text, edit.text);
    return {
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText,
      ...(edit.cursor !== undefined && {
        cursor: TextDocument.create(uri, '', 0, edit.text).positionAt(edit.cursor),
      }),
    };
  }

  /** What can be written instead of the anchors of a source that are not found, of steps that a range touches. */
  async anchorFixes(uri: string, range: Range): Promise<readonly AnchorFix[]> {
    const fixes: AnchorFix[] = [];
    for (const { guidance, walkthrough } of this.#listed()) {
      if (walkthrough.uri !== normalize(uri)) continue;
      const resolver = this.#resolver(guidance);
      for (const step of walkthrough.steps) {
        if (step.range.end.line < range.start.line || step.range.start.line > range.end.line) continue;
        const anchor = await resolver.resolve(step, walkthrough);
        const at = step.anchored?.range ?? step.range;
        if (anchor.repair !== undefined) fixes.push({ at, repair: anchor.repair, isSure: true });
        else if (isLost(anchor))
          for (const repair of await this.#choices(step, { walkthrough, anchor }))
            fixes.push({ at, repair, isSure: false });
      }
    }
    return fixes;
  }

  async #choices(
    { at, anchored }: Step,
    { walkthrough, anchor }: { readonly walkthrough: Walkthrough; readonly anchor: ResolvedAnchor },
  ): Promise<readonly AnchorRepair[]> {
    const { uri, path } = anchor;
    const text = uri === undefined ? undefined : await this.#readText(uri);
    if (text === undefined || at === undefined || anchored === undefined) return [];
    const file = pathFrom(walkthrough.folder, uri!);
    return anchorChoices(
      { at, anchored, file, uri: walkthrough.uri },
      { text: readText(text, path!), engine: this.#options.engine },
    );
  }

  /** The steps that lead nowhere, as of the last `lookForProblems`. */
  problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Looks again at where the steps lead; calls that come meanwhile are answered together. */
  async lookForProblems(): Promise<void> {
    this.#isStale = true;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Files or folders came, went or changed; URIs. Looks again if a step leads there. */
  filesChanged(uris: readonly string[]): void {
    const concerns = (uri: string) =>
      this.#seen.has(uri) ||
      this.#seen.has(uri.slice(0, uri.lastIndexOf('/'))) ||
      [...this.#seen].some((seen) => isInside(seen, `${uri}/`));
    if (this.#looking !== undefined || uris.some(concerns)) void this.lookForProblems();
  }

  /** Resolves when nothing is looked for any more. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  async #look(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const seen = new Set<string>();
      const problems = anchorProblems(await this.check(noting(this.#editedHost(), seen)));
      this.#seen = seen;
      if (JSON.stringify(problems) === JSON.stringify(this.#problems)) continue;
      this.#problems = problems;
      this.#options.onDidChangeProblems?.();
    }
  }

  /** For one moment: what it has read stays as it was. */
  #resolver({ root }: Guidance, host = this.#editedHost()): AnchorResolver {
    const { git, engine } = this.#options;
    return createAnchorResolver({ root, engine, git: git(), host });
  }

  /** The files as editors hold them, saved or not. */
  #editedHost(): AnchorHost {
    const { host, openText } = this.#options;
    return {
      readFile: async (uri, maxBytes) => {
        const open = openText(normalize(uri));
        return open === undefined ? host.readFile(uri, maxBytes) : { kind: 'bytes', bytes: encode(open) };
      },
      readDirectory: (uri) => host.readDirectory(uri),
      realUri: (uri) => host.realUri(uri),
    };
  }

  #listed() {
    return listWalkthroughs(this.#options.folders.all.map(({ guidance }) => guidance.guidance));
  }

  async #readText(uri: string): Promise<string | undefined> {
    const content = await this.#editedHost().readFile(uri, fileBytes);
    return content?.kind !== 'bytes' || isBinary(content.bytes) ? undefined : decodeCode(content.bytes);
  }
}

/** A host that remembers what it was asked for. */
function noting(host: AnchorHost, seen: Set<string>): AnchorHost {
  const note = (uri: string) => seen.add(uri.replace(/\/+$/, ''));
  return {
    ...host,
    readFile: (uri, maxBytes) => (note(uri), host.readFile(uri, maxBytes)),
    readDirectory: (uri) => (note(uri), host.readDirectory(uri)),
  };
}

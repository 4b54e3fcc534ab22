import { languageIdOf } from '../comments/languages';
import type { Git } from '../git';
import { isSource } from '../guidance/formats';
import type { WorkspaceGuidance } from '../guidance/workspaceGuidance';
import type { CancelSignal, Host } from '../host';
import { scanLimits } from '../markers/scanFile';
import type { SearchMaker } from '../markers/spellingSearch';
import { areaAt } from '../match/scope';
import { dayOf } from '../text/day';
import { decodeCode, encode, isBinary, withoutUtf16 } from '../text/decode';
import { relativePath } from '../text/links';
import { takingTurns, type Turns } from '../turns';
import { addedLines } from './addedLines';
import { BlobReader } from './blobReader';
import type { Diff, DiffFile, Hunk } from './diff';
import { FileDebt } from './fileDebt';
import { FileMatches } from './fileMatches';
import type { DebtChange, FileMatch, ReviewFacts } from './verdict';
import { uriAt } from '../text/uriAt';

export interface FileFactsOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  readonly turns: Turns;
  /** See `ServiceOptions`. */
  readonly createSearch?: SearchMaker | undefined;
  /** `undefined` where git may not be asked, or is not there. */
  git(): Git | undefined;
}

/** What hangs on the guidance, and on the day. */
interface Ground {
  readonly key: readonly unknown[];
  readonly sources: ReadonlySet<string>;
  readonly debt: FileDebt;
  readonly matches: FileMatches;
  readonly knownDebt: WeakMap<DiffFile, Promise<DebtChange | undefined>>;
  readonly knownMatches: WeakMap<DiffFile, Promise<readonly FileMatch[]>>;
  readonly owners: Map<string, readonly string[]>;
}

const noDebt: DebtChange = { before: 0, now: 0, added: [] };

/** Bytes of contents that are kept for the next time they are asked for. */
const mostKept = 32 * 1024 * 1024;

/** What is known of the changed files of a workspace folder, kept for as long as they stay the same. */
export class FileFacts {
  readonly #options: FileFactsOptions;
  readonly #blobs: BlobReader;
  readonly #turn: () => Promise<void>;
  #newContents: Contents = new WeakMap();
  #oldContents: Contents = new WeakMap();
  #kept = 0;
  readonly #firstChanges = new Map<string, Promise<boolean | undefined>>();
  #ground: Ground | undefined;

  constructor(options: FileFactsOptions) {
    const { workspace, git, turns } = options;
    this.#options = options;
    this.#blobs = new BlobReader({ folder: workspace.root, maxBytes: scanLimits.fileBytes, git });
    this.#turn = takingTurns(turns);
  }

  /** What can be asked about a diff; `me` are the reader's handles. Once it is cancelled, nothing can be told. */
  of(diff: Diff, me: readonly string[], signal?: CancelSignal): ReviewFacts {
    const ground = this.#groundNow();
    const unlessCancelled = <T>(ask: () => Promise<T>) =>
      signal?.aborted ? Promise.resolve(undefined) : ask();
    const newText = (file: DiffFile) => unlessCancelled(async () => (await this.#newContent(file))?.text);
    return {
      turn: this.#turn,
      diff,
      folder: this.#options.workspace.root,
      me,
      newText,
      oldText: (file) => unlessCancelled(async () => (await this.#oldContent(file))?.text),
      languageOf: languageIdOf,
      ownersOf: (path) => remembered(ground.owners, path, () => this.#ownersOf(path)),
      isGuidance: (path) => isSource(path) || ground.sources.has(path),
      debtOf: (file) =>
        unlessCancelled(() => remembered(ground.knownDebt, file, () => this.#debtOf(file, ground.debt))),
      isFirstChange: (paths) => unlessCancelled(() => this.#isFirstChange(diff, paths)),
      matchesOf: (file) =>
        remembered(ground.knownMatches, file, async () => {
          await this.#turn();
          return ground.matches.of(file, () => newText(file));
        }),
    };
  }

  /** Git may say something else of the past now. */
  forgetHistory(): void {
    this.#firstChanges.clear();
  }

  /** The same while the guidance and the day are. */
  #groundNow(): Ground {
    const { host, workspace, createSearch } = this.#options;
    const { guidance } = workspace;
    const today = dayOf(host.now());
    const key = [guidance.folders, today];
    if (this.#ground?.key.every((part, at) => part === key[at]) === true) return this.#ground;
    this.#ground = {
      key,
      sources: new Set(guidance.sources.flatMap(({ uri }) => relativePath(uri, guidance.root) ?? [])),
      debt: new FileDebt(guidance, createSearch),
      matches: new FileMatches({ guidance, today, now: () => host.now().getTime() }),
      knownDebt: new WeakMap(),
      knownMatches: new WeakMap(),
      owners: new Map(),
    };
    return this.#ground;
  }

  /** All who can answer for a file today. */
  #ownersOf(path: string): readonly string[] {
    const { host, workspace } = this.#options;
    const area = areaAt(workspace.guidance, path);
    if (area === undefined) return [];
    const today = dayOf(host.now());
    const isAway = area.away.some(({ from, to }) => from <= today && today <= to);
    return [...area.leads, ...(isAway && area.delegate !== undefined ? [area.delegate] : [])];
  }

  async #debtOf(file: DiffFile, debt: FileDebt): Promise<DebtChange | undefined> {
    if (file.kind !== 'text') return noDebt;
    const now = file.status === 'deleted' ? empty : await this.#newContent(file);
    if (now === undefined) return undefined;
    const oldPath = file.oldPath ?? file.path;
    await this.#turn();
    // A line of the old text is one of the new text, or is gone.
    const gone = file.hunks.flatMap(({ removed }) => removed).join('\n');
    const mayCount =
      file.isCut ||
      debt.mayHave(now.bytes, file.path) ||
      (oldPath !== file.path && debt.mayHave(now.bytes, oldPath)) ||
      debt.mayHave(encode(gone), oldPath);
    if (!mayCount) return noDebt;
    const before = await this.#bytesBefore(file, now);
    if (before === undefined) return undefined;
    await this.#turn();
    const found = debt.find(before, oldPath).length;
    await this.#turn();
    const places = debt.find(now.bytes, file.path);
    return { before: found, now: places.length, added: places.filter(addedLines(file)) };
  }

  /** But for its line ends, the diff tells the old text where it tells all lines. */
  async #bytesBefore(file: DiffFile, now: Content): Promise<Uint8Array | undefined> {
    if (!file.isCut) return encode(withoutHunks(now.text, file.hunks));
    return file.status === 'added' ? empty.bytes : (await this.#oldContent(file))?.bytes;
  }

  #newContent(file: DiffFile): Promise<Content | undefined> {
    return this.#keep(this.#newContents, file, () => this.#newBytes(file));
  }

  #oldContent(file: DiffFile): Promise<Content | undefined> {
    return this.#keep(this.#oldContents, file, () => this.#oldBytes(file));
  }

  #isFirstChange({ baseCommit: commit, commits }: Diff, paths: readonly string[]) {
    const { workspace } = this.#options;
    const newest = commits.find(({ isMerge }) => !isMerge);
    return remembered(this.#firstChanges, JSON.stringify([commit, newest?.email, paths]), async () => {
      const git = this.#options.git();
      // In a colleague's branch it is the colleague who may be new here.
      const email = newest?.email ?? (await git?.identity(workspace.root))?.email;
      const hasChanged = email && (await git?.hasChanged(workspace.root, { commit, email, paths }));
      return hasChanged === undefined || hasChanged === '' ? undefined : !hasChanged;
    });
  }

  async #newBytes({ path, kind, status }: DiffFile): Promise<Uint8Array | undefined> {
    if (kind !== 'text' || status === 'deleted') return undefined;
    const uri = uriAt(this.#options.workspace.root, path);
    const content = await this.#options.host.readFile(uri, scanLimits.fileBytes);
    return content?.kind === 'bytes' ? content.bytes : undefined;
  }

  async #oldBytes({ kind, oldBlob }: DiffFile): Promise<Uint8Array | undefined> {
    return kind === 'text' && oldBlob !== undefined ? this.#blobs.read(oldBlob) : undefined;
  }

  #keep(
    contents: Contents,
    file: DiffFile,
    read: () => Promise<Uint8Array | undefined>,
  ): Promise<Content | undefined> {
    return remembered(contents, file, async () => {
      const bytes = await read();
      await this.#turn();
      if (bytes === undefined || isBinary(bytes)) return undefined;
      this.#kept += bytes.length;
      if (this.#kept > mostKept) this.#forgetContents();
      return new Content(withoutUtf16(bytes));
    });
  }

  #forgetContents(): void {
    this.#newContents = new WeakMap();
    this.#oldContents = new WeakMap();
    this.#kept = 0;
  }
}

/** What a file holds; decoded once somebody reads it, since markers are looked for in bytes. */
class Content {
  /** In UTF-8, or in another encoding of one byte. */
  readonly bytes: Uint8Array;
  #text: string | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get text(): string {
    return (this.#text ??= decodeCode(this.bytes));
  }
}

type Contents = WeakMap<DiffFile, Promise<Content | undefined>>;

const empty = new Content(new Uint8Array());

/** The text before its hunks, its lines joined by line feeds. */
function withoutHunks(text: string, hunks: readonly Hunk[]): string {
  if (hunks.length === 0) return text;
  const lines = text.split('\n');
  const before: string[] = [];
  let at = 0;
  for (const { newStart, added, removed } of hunks) {
    for (; at < newStart && at < lines.length; at += 1) before.push(lines[at]!);
    before.push(...removed);
    at = newStart + added.length;
  }
  return [...before, ...lines.slice(at)].join('\n');
}

function remembered<K extends string | object, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

import type { Git } from '../git';
import type { Step, Walkthrough } from '../guidance/model';
import type { RegexEngine } from '../text/pattern';
import { type AnchoredPlace, AnchorFiles, type AnchorHost } from './anchorFiles';
import { AnchorHistory, type WrittenAnchor } from './anchorHistory';
import type { ReadText } from './anchorText';
import { findInText } from './findInText';
import { pathFrom } from '../text/pathFrom';
import { placeRepair, renameRepair, type RepairedAnchor } from './repairAnchor';
import type { AnchorRepair, ResolvedAnchor } from './resolvedAnchor';
import { isNumber, isPlaced, quoted, type StepAnchor, type TextPlace } from './stepAnchor';

export interface AnchorOptions {
  /** What is read: the workspace as it is now. */
  readonly host: AnchorHost;
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  /** Without it, numbers are taken as they are, and nothing that is gone is followed. */
  readonly git?: Git | undefined;
  readonly engine?: RegexEngine | undefined;
}

/** What an anchor is read from: `folder` is the URI that its paths are relative to, ending in `/`. */
export type AnchorSource = Pick<Walkthrough, 'uri' | 'folder'>;
export type AnchoredStep = Pick<Step, 'at' | 'range' | 'anchored'>;

/** The anchors of a moment: files and history are read once for all of them. */
export interface AnchorResolver {
  resolve(step: AnchoredStep, source: AnchorSource): Promise<ResolvedAnchor>;
}

/**
 * Holds anchors against the files of a workspace folder. A place is told only where it is the one that was meant:
 * what is there several times is `ambiguous`, what is not there any more `missing`, and a number is followed to what
 * stood there when it was committed. Nothing outside of the folder is read.
 */
export function createAnchorResolver(options: AnchorOptions): AnchorResolver {
  const files = new AnchorFiles(options.host, options.root);
  const { git, root, engine } = options;
  const history = git && new AnchorHistory({ git, root, engine, files });
  return { resolve: (step, source) => new Resolution({ step, source, files, history, engine, root }).run() };
}

interface ResolutionParts {
  readonly step: AnchoredStep;
  readonly source: AnchorSource;
  readonly files: AnchorFiles;
  readonly history: AnchorHistory | undefined;
  readonly engine: RegexEngine | undefined;
  readonly root: string;
}

/** One anchor. */
class Resolution {
  readonly #parts: ResolutionParts;
  readonly #at: StepAnchor;

  constructor(parts: ResolutionParts) {
    this.#parts = parts;
    this.#at = parts.step.at ?? {};
  }

  async run(): Promise<ResolvedAnchor> {
    const { files, source } = this.#parts;
    const { file, directory, view } = this.#at;
    const written = file ?? directory;
    if (written === undefined) return { state: 'none', ...(view !== undefined && { view }) };
    const place = files.placeOf(written, source.folder);
    if (place === undefined)
      return { state: 'missing', message: `${quoted(written)} leads out of the workspace.` };
    return file === undefined ? this.#directory(place) : this.#file(place);
  }

  async #directory(place: AnchoredPlace): Promise<ResolvedAnchor> {
    if (await this.#parts.files.hasFolder(place)) return { state: 'found', ...place };
    return { state: 'missing', path: place.path, message: `There is no folder ${quoted(place.path)}.` };
  }

  async #file(place: AnchoredPlace): Promise<ResolvedAnchor> {
    const { files, history, root, source } = this.#parts;
    const reading = await files.read(place);
    if (reading.kind === 'text') return this.#inText(place, place, reading.file);
    if (reading.kind === 'unreadable' && !this.#hasPlace()) return { state: 'found', ...place };
    const missing = { state: 'missing', path: place.path, message: reading.message } as const;
    if (reading.kind !== 'gone') return missing;
    const name = await history?.renamed(place.path);
    const now = name === undefined ? undefined : files.placeOf(`/${name}`, root);
    const again = now && (await files.read(now));
    if (now === undefined || again?.kind !== 'text') return missing;
    const message = `${quoted(place.path)} was renamed to ${quoted(now.path)}.`;
    const there = await this.#inText(now, place, again.file);
    if (there.state !== 'found' && there.state !== 'moved')
      return { ...there, message: `${message} ${there.message ?? ''}` };
    const repair = there.repair ?? this.#repair(source, now, (repaired) => renameRepair(repaired));
    return { ...there, state: 'moved', message, ...(repair && { repair }) };
  }

  /** In the text of a file as it is called now; `then` is what its source calls it. */
  async #inText(now: AnchoredPlace, then: AnchoredPlace, file: ReadText): Promise<ResolvedAnchor> {
    const direct = findInText(this.#at, file, this.#parts.engine);
    const place = isNumber(this.#at)
      ? await this.#number(direct, then, file)
      : await this.#named(direct, then, file);
    if (!isPlaced(place)) return { state: place.state, path: now.path, uri: now.uri, message: place.message };
    const { range } = place;
    const repair =
      place.state === 'moved' && range !== undefined
        ? this.#repair(this.#parts.source, now, (repaired) => placeRepair(repaired, { text: file, range }))
        : undefined;
    return { ...place, path: now.path, uri: now.uri, ...(repair && { repair }) };
  }

  /** What stood there when it was written, wherever that is now. */
  async #number(direct: TextPlace, then: AnchoredPlace, file: ReadText): Promise<TextPlace> {
    const { history } = this.#parts;
    const followed = await history?.follow(this.#written(then), file);
    if (followed !== undefined || direct.state !== 'found') return followed ?? direct;
    const message =
      history === undefined
        ? 'Only a number says where this is, and without git nobody can tell whether it still fits.'
        : 'Only a number says where this is, and what stood there when it was written is not committed.';
    return { ...direct, message };
  }

  /** What is there once is meant; otherwise what was there once when it was written. */
  async #named(direct: TextPlace, then: AnchoredPlace, file: ReadText): Promise<TextPlace> {
    if (isPlaced(direct)) return direct;
    const followed = await this.#parts.history?.follow(this.#written(then), file);
    if (followed === undefined || !isPlaced(followed)) return direct;
    return { ...followed, state: 'moved', message: direct.message };
  }

  #written({ path }: AnchoredPlace): WrittenAnchor {
    const { step, source } = this.#parts;
    const { line } = (step.anchored?.number ?? step.anchored?.range ?? step.range).start;
    return { at: this.#at, uri: source.uri, line, path };
  }

  #repair(
    source: AnchorSource,
    now: AnchoredPlace,
    make: (repaired: RepairedAnchor) => AnchorRepair | undefined,
  ): AnchorRepair | undefined {
    const { anchored } = this.#parts.step;
    const file = pathFrom(source.folder, now.uri);
    return anchored && make({ at: this.#at, uri: source.uri, anchored, file });
  }

  #hasPlace(): boolean {
    const { symbol, text, pattern, selection, line } = this.#at;
    return (symbol ?? text ?? pattern ?? selection ?? line) !== undefined;
  }
}

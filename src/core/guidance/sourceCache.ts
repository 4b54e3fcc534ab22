import type { Host } from '../host';
import { decode } from '../text/decode';
import { type CompilerRound, nextCompilers } from '../match/compilers';
import type { RegexEngine } from '../text/pattern';
import type { Format } from './formats';
import { limits } from './limits';
import type { Entry, Source } from './model';
import type { Problem } from './problem';
import { type ProblemCode, problemCodes } from './problemCodes';
import { stepByStep, type Turns } from '../turns';
import { entriesOnly, type SourcePlace } from './sourceText';

/** A file that is to be read. */
export interface SourceFile extends SourcePlace {
  readonly format: Format;
}

export interface SourceCacheOptions {
  readonly host: Host;
  readonly engine?: RegexEngine | undefined;
  /** Without them, all is read in one go. */
  readonly turns?: Turns | undefined;
}

interface Known {
  readonly text: string | undefined;
  readonly source: Source;
  /** The newest version whose syntax was whole. */
  readonly good: Source | undefined;
}

/**
 * Reads sources and remembers them by their text, so that only what changed is parsed again. Where the syntax of
 * a file is broken, its last good version keeps serving, with the problems of the broken one.
 */
export class SourceCache {
  readonly #host: Host;
  readonly #engine: RegexEngine | undefined;
  readonly #turns: Turns;
  #compiled: CompilerRound;
  readonly #known = new Map<string, Known>();
  /** Texts of open editors, saved or not; they come before what is on disk. */
  readonly #open = new Map<string, string>();
  #stale = new Set<string>();
  /** Those of them that became so since the round began, and may have been read before. */
  #staleSince = new Set<string>();
  readonly #used = new Set<string>();
  /** Characters read in this round. */
  #length = 0;

  constructor({ host, engine, turns }: SourceCacheOptions) {
    this.#host = host;
    this.#engine = engine;
    this.#turns = turns ?? { now: () => 0 };
    this.#compiled = nextCompilers(engine, undefined);
  }

  /** An editor has this text for a file; `undefined` when it closed. Returns whether that is news. */
  setOpen(uri: string, text: string | undefined): boolean {
    if (this.#open.get(uri) === text) return false;
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, text);
    this.markStale(uri);
    return true;
  }

  /** The file changed on disk. */
  markStale(uri: string): void {
    this.#stale.add(uri);
    this.#staleSince.add(uri);
  }

  /** A new round of reading: what it does not read is forgotten when the round ends. */
  async round<T>(work: () => Promise<T>): Promise<T> {
    this.#used.clear();
    this.#staleSince = new Set();
    // What was compiled is worth remembering until the same file is read after the next keystroke, and not for ever.
    this.#compiled = nextCompilers(this.#engine, this.#compiled);
    this.#length = 0;
    const result = await work();
    this.#stale = this.#staleSince;
    for (const key of this.#known.keys()) if (!this.#used.has(key)) this.#known.delete(key);
    return result;
  }

  /** Reads the files, in their order, within the limit on all guidance of the round together. */
  async read(files: readonly SourceFile[]): Promise<readonly Source[]> {
    const read = await Promise.all(files.map((file) => this.#readOne(file)));
    return read.map(({ source, text }, index) => {
      this.#length += text?.length ?? 0;
      if (this.#length <= limits.guidanceBytes) return source;
      return emptySource(
        files[index]!,
        'too-large',
        `All guidance together is over ${limits.guidanceBytes >> 20} MiB; this file is not read.`,
      );
    });
  }

  async #readOne(file: SourceFile): Promise<Known> {
    const key = `${file.folder} ${file.format.title} ${file.uri}`;
    this.#used.add(key);
    const known = this.#known.get(key);
    if (known !== undefined && !this.#stale.has(file.uri)) return known;
    const next = await this.#parse(file, known);
    this.#known.set(key, next);
    return next;
  }

  async #parse(file: SourceFile, known: Known | undefined): Promise<Known> {
    const open = this.#open.get(file.uri);
    const content = open ?? (await this.#readText(file));
    if (typeof content !== 'string')
      return { text: undefined, source: keepServing(content, known), good: known?.good };
    if (known?.text === content) return known;
    if (content.length > mostBytes(file)) {
      return { text: content, source: keepServing(tooLarge(file, content.length), known), good: known?.good };
    }
    const { format, ...place } = file;
    const text = { ...place, text: content, compilers: this.#compiled.compilers };
    const read = format.steps ? await stepByStep(format.steps(text), this.#turns) : format.read(text);
    const source = { ...read, format, entries: withReaders(read.entries, format) };
    if (!source.broken) return { text: content, source, good: source };
    return { text: content, source: keepServing(source, known), good: known?.good };
  }

  async #readText(file: SourceFile): Promise<string | Source> {
    const content = await this.#host.readFile(file.uri, mostBytes(file));
    if (content === undefined) return emptySource(file, 'unreadable', 'This file could not be read.');
    if (content.kind === 'tooLarge') return tooLarge(file, content.size);
    const decoded = decode(content.bytes);
    return decoded.kind === 'text'
      ? decoded.text
      : emptySource(file, 'not-text', `This file is ${decoded.reason}.`);
  }
}

/** Who else reads an entry, where its own reader does not know better. */
function withReaders(entries: readonly Entry[], { group, readBy }: Format): readonly Entry[] {
  return group === undefined ? entries : entries.map((entry) => ({ readBy, ...entry }));
}

function keepServing(broken: Source, known: Known | undefined): Source {
  if (known?.good === undefined) return broken;
  return { ...known.good, problems: broken.problems, written: broken.written, broken: true };
}

function mostBytes({ format }: SourceFile): number {
  return format.maxBytes ?? limits.guidanceFileBytes;
}

function tooLarge(file: SourceFile, size: number): Source {
  const message = `This file has ${Math.ceil(size / 1024)} KiB; guidance is read up to ${mostBytes(file) / 1024} KiB a file. Split it.`;
  return emptySource(file, 'too-large', message);
}

/** A source of which nothing could be read but the reason. */
export function emptySource(file: SourceFile, code: ProblemCode, message: string): Source {
  const start = { line: 0, character: 0 };
  const problem: Problem = {
    code,
    severity: problemCodes[code].severity,
    message,
    uri: file.uri,
    range: { start, end: start },
  };
  return { ...entriesOnly(file, { entries: [], problems: [problem] }), broken: true };
}

import type { Blame, Git } from '../git';
import { fitBlame } from './fitBlame';

export interface BlamesOptions {
  readonly git: Git;
  /** Called when the blame of a file is there, or is known not to come. */
  onDidLoad(uri: string): void;
}

/** A blame and the text that it is of; `undefined` where git could not tell. */
interface Known {
  readonly text: string;
  readonly blame: Blame | undefined;
}

interface Wanted {
  readonly text: string;
  readonly waiting: ((known: Known) => void)[];
}

const mostAtOnce = 2;
const mostKnown = 100;
/** Of the texts that are kept, in UTF-16 units. */
const mostUnits = 20_000_000;

/**
 * The blames of files, kept by their text, and made in the background: two at a time, and one at a time for a file,
 * so that fast typing asks only for its last text. Until that is there, lines that are as they were keep what is
 * known of them, and lines that an edit touched look as if they were not committed.
 */
export class Blames {
  readonly #options: BlamesOptions;
  /** The one used last stands last. */
  readonly #known = new Map<string, Known>();
  /** Files whose blame is shown somewhere: they are not put out by many that are only waited for. */
  readonly #shown = new Set<string>();
  readonly #stale = new Set<string>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #running = new Map<string, Wanted>();
  #isDisposed = false;

  constructor(options: BlamesOptions) {
    this.#options = options;
  }

  /** What is known now, and asks for more where that is not of this text; `undefined` where git could not tell. */
  of(uri: string, text: string): Blame | 'loading' | undefined {
    this.#shown.add(uri);
    const known = this.#use(uri);
    const isFresh = known !== undefined && !this.#stale.has(uri);
    // A folder without a repository is not asked again with each edit.
    if (!isFresh || (known.blame !== undefined && known.text !== text)) this.#want(uri, text);
    if (known === undefined) return 'loading';
    return fitted(known, text);
  }

  /** Waits for the blame of this text; `undefined` where git could not tell. */
  async load(uri: string, text: string): Promise<Blame | undefined> {
    const known = this.#use(uri);
    if (known?.text === text && !this.#stale.has(uri)) return known.blame;
    if (this.#isDisposed) return undefined;
    const loaded = await new Promise<Known>((resolve) => this.#want(uri, text).waiting.push(resolve));
    return fitted(loaded, text);
  }

  /** What is known stays until it is made anew: after a commit or a switch of branches. */
  refresh(): void {
    for (const uri of this.#known.keys()) this.#stale.add(uri);
    // What is under way may have seen the time before.
    for (const uri of this.#running.keys()) this.#stale.add(uri);
  }

  /** Nothing starts, and nobody is called any more. */
  dispose(): void {
    this.#isDisposed = true;
    for (const [, { text, waiting }] of this.#wanted)
      for (const done of waiting) done({ text, blame: undefined });
    this.#wanted.clear();
  }

  #use(uri: string): Known | undefined {
    const known = this.#known.get(uri);
    if (known === undefined) return undefined;
    this.#known.delete(uri);
    this.#known.set(uri, known);
    return known;
  }

  #want(uri: string, text: string): Wanted {
    const running = this.#running.get(uri);
    if (running?.text === text && !this.#stale.has(uri)) return running;
    const wanted: Wanted = { text, waiting: this.#wanted.get(uri)?.waiting ?? [] };
    if (this.#isDisposed) return wanted;
    this.#wanted.set(uri, wanted);
    this.#startMore();
    return wanted;
  }

  #startMore(): void {
    for (const [uri, wanted] of this.#wanted) {
      if (this.#running.size >= mostAtOnce) return;
      if (this.#running.has(uri)) continue;
      this.#wanted.delete(uri);
      this.#running.set(uri, wanted);
      this.#stale.delete(uri);
      void this.#run(uri, wanted);
    }
  }

  async #run(uri: string, { text, waiting }: Wanted): Promise<void> {
    const known: Known = { text, blame: await this.#options.git.blame(uri, text) };
    this.#running.delete(uri);
    this.#known.delete(uri);
    this.#known.set(uri, known);
    this.#forgetOld();
    for (const done of waiting) done(known);
    if (this.#isDisposed) return;
    this.#startMore();
    this.#options.onDidLoad(uri);
  }

  #forgetOld(): void {
    let units = 0;
    for (const { text } of this.#known.values()) units += text.length;
    while (this.#known.size > 1 && (this.#known.size > mostKnown || units > mostUnits)) {
      const uris = [...this.#known.keys()].slice(0, -1);
      const oldest = uris.find((uri) => !this.#shown.has(uri)) ?? uris[0]!;
      units -= this.#known.get(oldest)!.text.length;
      this.#known.delete(oldest);
      this.#shown.delete(oldest);
      this.#stale.delete(oldest);
    }
  }
}

function fitted({ text: before, blame }: Known, text: string): Blame | undefined {
  return blame && (before === text ? blame : fitBlame(blame, before, text));
}

import { grouped } from '../text/grouped';
import { once, onceFor } from '../text/once';
import { extensionOf } from '../text/pathPattern';

/** A name directly inside a folder. */
export interface Named {
  readonly name: string;
  readonly isFolder: boolean;
  /** How many files it stands for. */
  readonly files: number;
}

/** Paths of a workspace folder's files, sorted by UTF-16 units, with what is often asked of all of them. Immutable. */
export class FileList {
  readonly paths: readonly string[];
  readonly #endings = once(() => this.#numberEndings());
  readonly #byName = once(() => grouped(this.paths, (path) => [nameOf(path)]));

  constructor(paths: readonly string[]) {
    this.paths = paths;
  }

  has(path: string): boolean {
    return this.paths[this.#firstAt(path)] === path;
  }

  /** The files with this name, without regard to case, in whatever folder. */
  named(name: string): readonly string[] {
    return this.#byName().get(name.toLowerCase()) ?? [];
  }

  /** How many files are in a folder: empty, or ending in `/`. */
  count(folder: string): number {
    const [from, to] = this.#inside(folder);
    return to - from;
  }

  /** The names directly inside a folder; what is below them is jumped over. */
  level(folder: string): readonly Named[] {
    const found: Named[] = [];
    const [from, to] = this.#inside(folder);
    for (let at = from; at < to; at++) {
      const path = this.paths[at]!;
      const slash = path.indexOf('/', folder.length);
      if (slash === -1) {
        found.push({ name: path.slice(folder.length), isFolder: false, files: 1 });
        continue;
      }
      const last = this.#lastIn(path.slice(0, slash + 1), at, to);
      found.push({ name: path.slice(folder.length, slash), isFolder: true, files: last - at + 1 });
      at = last;
    }
    return found;
  }

  /** How many files in a folder and below it end how, with the dot; those without one are left out. */
  endings(folder: string): ReadonlyMap<string, number> {
    const { names, numbers } = this.#endings();
    const counts = new Uint32Array(names.length);
    const [from, to] = this.#inside(folder);
    for (let at = from; at < to; at++) counts[numbers[at]!]! += 1;
    return new Map(
      names.flatMap((name, number) => (name === '' || counts[number] === 0 ? [] : [[name, counts[number]!]])),
    );
  }

  /** Each file's ending as a number: to count them is then a walk over numbers. */
  #numberEndings() {
    const known = new Map<string, number>();
    const numbers = new Uint32Array(this.paths.length);
    for (const [at, path] of this.paths.entries()) {
      const ending = extensionOf(path) ?? '';
      const number = known.get(ending) ?? known.size;
      known.set(ending, number);
      numbers[at] = number;
    }
    return { names: [...known.keys()], numbers };
  }

  #inside(folder: string): readonly [from: number, to: number] {
    if (folder === '') return [0, this.paths.length];
    // `0` is the sign behind `/`.
    return [this.#firstAt(folder), this.#firstAt(`${folder.slice(0, -1)}0`)];
  }

  /** The last file of a folder, of which `at` is one: most folders have few. */
  #lastIn(folder: string, at: number, end: number): number {
    let [last, stride] = [at, 1];
    while (last + stride < end && this.paths[last + stride]!.startsWith(folder)) {
      last += stride;
      stride *= 2;
    }
    for (; stride > 0; stride >>= 1)
      if (last + stride < end && this.paths[last + stride]!.startsWith(folder)) last += stride;
    return last;
  }

  /** Where the first path stands that is not less. */
  #firstAt(text: string): number {
    let [low, high] = [0, this.paths.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.paths[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** The list of some paths, made once. */
export const fileListOf = onceFor((paths: readonly string[]) => new FileList(paths));

import type { Blame } from '../git';
import type { Host } from '../host';
import { decodeCode, withoutUtf16 } from '../text/decode';
import type { Blames } from './blames';
import { scanLimits } from './scanFile';
import type { ScannedMarker } from './scanner';
import type { FileMarkers } from './workspaceMarkers';
import { writtenDay } from './writtenDay';

export interface MarkerAgesOptions {
  readonly host: Host;
  uriOf(path: string): string;
  /** `undefined` without git. */
  blames(): Blames | undefined;
  /** More ages are known. */
  onDidChange(): void;
}

/** The days on which the lines of a file's markers were written; `undefined` for one that git does not tell. */
export interface FileAges {
  /** A marker that is not committed yet is written today. */
  dayOf(marker: ScannedMarker, today: string): string | undefined;
  readonly partial?: string | undefined;
}

const nothingKnown: FileAges = { dayOf: () => undefined };

/** Git takes a tenth of a second for a file: what is known is told now and then, and not after each of them. */
const toldAtOnce = 32;
const mostAtOnce = 2;

/** When the markers of a workspace folder were written: asked of git in the background, for the files that are wanted. */
export class MarkerAges {
  readonly #options: MarkerAgesOptions;
  /** By the markers of a file on disk, so that a file is asked about again once it changed. */
  #known = new WeakMap<readonly ScannedMarker[], FileAges>();
  readonly #byBlame = new WeakMap<Blame, FileAges>();
  #wanted: readonly FileMarkers[] = [];
  #next = 0;
  #running = 0;
  #untold = 0;

  constructor(options: MarkerAgesOptions) {
    this.#options = options;
  }

  /** What is known now; the same object while nothing changes. */
  of(file: FileMarkers): FileAges | undefined {
    const { document, markers, path } = file;
    if (document === undefined) return this.#known.get(markers);
    const blame = this.#options.blames()?.of(this.#options.uriOf(path), document.getText());
    return typeof blame === 'object' ? this.#agesIn(blame) : undefined;
  }

  /** Asks git about these files, and about no others any more. */
  want(files: readonly FileMarkers[]): void {
    this.#wanted = files.filter(
      ({ document, markers }) => document === undefined && !this.#known.has(markers),
    );
    this.#next = 0;
    while (this.#running < mostAtOnce && this.#next < this.#wanted.length) void this.#run();
  }

  /** Who wrote what may be another now: after a commit or a switch of branches. */
  forget(): void {
    this.#known = new WeakMap();
  }

  async #run(): Promise<void> {
    this.#running += 1;
    for (let file = this.#wanted[this.#next++]; file !== undefined; file = this.#wanted[this.#next++]) {
      const known = this.#known;
      known.set(file.markers, await this.#load(file.path));
      this.#untold += 1;
      if (this.#untold >= toldAtOnce) this.#tell();
    }
    this.#running -= 1;
    if (this.#running === 0 && this.#untold > 0) this.#tell();
  }

  async #load(path: string): Promise<FileAges> {
    const { host, blames, uriOf } = this.#options;
    const uri = uriOf(path);
    const content = await host.readFile(uri, scanLimits.fileBytes);
    if (content?.kind !== 'bytes') return nothingKnown;
    const blame = await blames()?.load(uri, decodeCode(withoutUtf16(content.bytes)));
    return blame === undefined ? nothingKnown : this.#agesIn(blame);
  }

  /** One object for each blame, so that who keeps it knows that nothing changed. */
  #agesIn(blame: Blame): FileAges {
    const known = this.#byBlame.get(blame);
    if (known !== undefined) return known;
    const ages: FileAges = {
      partial: blame.partial,
      dayOf({ range }, today) {
        return writtenDay(blame.lines[range.start.line], today);
      },
    };
    this.#byBlame.set(blame, ages);
    return ages;
  }

  #tell(): void {
    this.#untold = 0;
    this.#options.onDidChange();
  }
}

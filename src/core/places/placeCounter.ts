import { URI, Utils } from 'vscode-uri';
import { scanLimits } from '../markers/scanFile';
import type { CancelSignal, Host } from '../host';
import type { RegexEngine } from '../text/pattern';
import { takingTurns, type Turns } from '../turns';
import type { CountedSelector } from './countedSelector';
import { type Count, createFileCounter } from './fileCounter';

export interface CountRequest {
  /** URI of the folder, ending in `/`. */
  readonly root: string;
  readonly selectors: readonly CountedSelector[];
  /** Indexes of selectors that are looked for together. */
  readonly sets: readonly (readonly number[])[];
  readonly files: readonly CountTarget[];
  readonly signal?: CancelSignal | undefined;
  /** What files hold, each told of once; those that hold nothing are among them. */
  onFiles(files: readonly CountedFile[]): void;
}

export interface CountTarget {
  /** Relative to the folder, separated by `/`. */
  readonly path: string;
  /** Index into `sets`. */
  readonly set: number;
}

export interface CountedFile extends CountTarget {
  readonly counts: readonly Count[];
}

/** Counts places in files on disk, as fast as this process can. Resolves when all is done or the signal is aborted. */
export interface PlaceCounter {
  count(request: CountRequest): Promise<void>;
  dispose(): void;
}

export interface HostCounterOptions {
  readonly host: Host;
  readonly turns: Turns;
  readonly engine: RegexEngine | undefined;
}

/** High enough to hide what a round trip costs, low enough to hold the files in memory. */
const readsAtOnce = 16;

/** Reads files through a host, and counts in between, a few milliseconds at a time. */
export function createHostCounter({ host, turns, engine }: HostCounterOptions): PlaceCounter {
  return {
    async count({ root, selectors, sets, files, signal, onFiles }) {
      const counter = createFileCounter(selectors, engine);
      const wanted = sets.map((set) => new Set(set));
      const ourTurn = takingTurns(turns);
      const folder = URI.parse(root);
      for (let at = 0; at < files.length; at += readsAtOnce) {
        const some = files.slice(at, at + readsAtOnce);
        const contents = await Promise.all(
          some.map(({ path }) =>
            host.readFile(Utils.joinPath(folder, path).toString(), scanLimits.fileBytes),
          ),
        );
        const counted: CountedFile[] = [];
        for (const [index, { path, set }] of some.entries()) {
          await ourTurn();
          if (signal?.aborted) return;
          const content = contents[index];
          const counts = content?.kind === 'bytes' ? counter.inBytes(content.bytes, path, wanted[set]!) : [];
          counted.push({ path, set, counts });
        }
        onFiles(counted);
      }
    },
    dispose: () => undefined,
  };
}

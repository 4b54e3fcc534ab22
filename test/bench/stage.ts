import type { startEditor } from '../host/editor.mjs';
import type { setUpRipgrep } from '../host/setUp.mjs';
import type { setUpLinuxSource } from '../host/systemTools.mjs';

/** What the benches run on. */
export interface Stage {
  /** The bundle of Leadlight's language server, as it is shipped. */
  readonly server: string;
  /** The bundle of `emptyServer.ts`, made in the same way. */
  readonly emptyServer: string;
  /** The script of `activationTimes.ts`, to be run by an extension host. */
  readonly activationTimes: string;
  /** The bundle of the threads that look for markers, as it is shipped. */
  readonly markerWorker: string;
  /** The bundle of the threads that count places, as it is shipped. */
  readonly placeWorker: string;
  /** The bundle of `lensesOnce.ts`. */
  readonly lensesOnce: string;
  /** The bundle of `scanOnce.ts`. */
  readonly scanOnce: string;
  /** The bundle of `reviewOnce.ts`. */
  readonly reviewOnce: string;
  /** The script of `reviewBlocks.ts`, to be run by an extension host. */
  readonly reviewBlocks: string;
  readonly setUpRipgrep: typeof setUpRipgrep;
  readonly setUpLinuxSource: typeof setUpLinuxSource;
  /** Folder of the extension. */
  readonly extension: string;
  /** Folder of a team's workspace. */
  readonly workspace: string;
  readonly startEditor: typeof startEditor;
  /** An empty folder that is gone when the benches end. */
  temporaryFolder(): string;
}

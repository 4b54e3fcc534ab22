import { decodeCode, isBinary } from './text/decode';
import { dayOf } from './text/day';
import type { Host } from './host';
import { takingTurns, type Turns } from './turns';
import { fileAnchor } from './walkthrough/fileAnchor';
import type { PlayedWalkthrough, WalkthroughSummary } from './walkthrough/playedWalkthrough';
import { playWalkthrough } from './walkthrough/playWalkthrough';
import { listWalkthroughs } from './walkthrough/summaries';
import { normalize, type WorkspaceFolders } from './workspaceFolders';

export interface WalkthroughServiceOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  /** The text that an editor holds of a file, saved or not. */
  openText(uri: string): string | undefined;
}

/** Larger files are not looked into. */
const fileBytes = 2 * 1024 * 1024;

/** What the service answers about walkthroughs. */
export class WalkthroughService {
  readonly #options: WalkthroughServiceOptions;

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
    return playWalkthrough(listed, {
      today: dayOf(host.now()),
      resolveAnchor: (step) => fileAnchor(step, { host, listed }),
      readText: (uri) => this.#readText(uri),
      turn: takingTurns(turns),
    });
  }

  #listed() {
    return listWalkthroughs(this.#options.folders.all.map(({ guidance }) => guidance.guidance));
  }

  async #readText(uri: string): Promise<string | undefined> {
    const open = this.#options.openText(normalize(uri));
    if (open !== undefined) return open;
    const content = await this.#options.host.readFile(uri, fileBytes);
    return content?.kind !== 'bytes' || isBinary(content.bytes) ? undefined : decodeCode(content.bytes);
  }
}

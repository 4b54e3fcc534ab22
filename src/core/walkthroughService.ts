import { decodeCode, encode, isBinary } from './text/decode';
import { dayOf } from './text/day';
import type { Git } from './git';
import type { Host } from './host';
import type { RegexEngine } from './text/pattern';
import { takingTurns, type Turns } from './turns';
import { createAnchorResolver } from './walkthrough/resolveAnchors';
import type { PlayedWalkthrough, WalkthroughSummary } from './walkthrough/playedWalkthrough';
import { playWalkthrough } from './walkthrough/playWalkthrough';
import { listWalkthroughs } from './walkthrough/summaries';
import { normalize, type WorkspaceFolders } from './workspaceFolders';

export interface WalkthroughServiceOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  readonly engine?: RegexEngine | undefined;
  /** `undefined` where git may not be asked, or is not there. */
  git(): Git | undefined;
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
    const { host, turns, engine, git } = this.#options;
    const { walkthrough, guidance } = listed;
    const anchors = createAnchorResolver({ host: this.#asOpened(), root: guidance.root, git: git(), engine });
    return playWalkthrough(listed, {
      today: dayOf(host.now()),
      resolveAnchor: (step) => anchors.resolve(step, walkthrough),
      readText: (uri) => this.#readText(uri),
      turn: takingTurns(turns),
    });
  }

  #listed() {
    return listWalkthroughs(this.#options.folders.all.map(({ guidance }) => guidance.guidance));
  }

  /** The workspace with the files as editors hold them. */
  #asOpened(): Pick<Host, 'readFile' | 'readDirectory' | 'realUri'> {
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

  async #readText(uri: string): Promise<string | undefined> {
    const content = await this.#asOpened().readFile(uri, fileBytes);
    return content?.kind !== 'bytes' || isBinary(content.bytes) ? undefined : decodeCode(content.bytes);
  }
}

import type { Git } from './git';
import type { Guidance } from './guidance/guidance';
import type { Problem } from './guidance/problem';
import { decodeCode, encode, isBinary } from './text/decode';
import { dayOf } from './text/day';
import type { Host } from './host';
import { takingTurns, type Turns } from './turns';
import type { RegexEngine } from './text/pattern';
import { readText } from './walkthrough/anchorText';
import { anchorProblems, type CheckedWalkthrough } from './walkthrough/checkAnchors';
import type { PlayedWalkthrough, WalkthroughSummary } from './walkthrough/playedWalkthrough';
import { playWalkthrough } from './walkthrough/playWalkthrough';
import { type ProposedAnchor, proposeAnchor } from './walkthrough/proposeAnchor';
import { type AnchorResolver, createAnchorResolver } from './walkthrough/resolveAnchors';
import { listWalkthroughs } from './walkthrough/summaries';
import { normalize, type WorkspaceFolders } from './workspaceFolders';

export interface WalkthroughServiceOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  git(): Git | undefined;
  readonly engine?: RegexEngine | undefined;
  /** Called when other steps lead nowhere than before. */
  onDidChangeProblems?(): void;
  /** The text that an editor holds of a file, saved or not. */
  openText(uri: string): string | undefined;
}

/** Larger files are not looked into. */
const fileBytes = 2 * 1024 * 1024;

/** What the service answers about walkthroughs. */
export class WalkthroughService {
  readonly #options: WalkthroughServiceOptions;
  #problems: readonly Problem[] = [];
  #isStale = false;
  #looking: Promise<void> | undefined;

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
    const resolver = this.#resolver(listed.guidance);
    return playWalkthrough(listed, {
      today: dayOf(host.now()),
      resolveAnchor: (step) => resolver.resolve(step, listed.walkthrough),
      readText: (uri) => this.#readText(uri),
      turn: takingTurns(turns),
    });
  }

  /** All walkthroughs, with where each step leads now. */
  async check(): Promise<readonly CheckedWalkthrough[]> {
    const turn = takingTurns(this.#options.turns);
    const resolvers = new Map<Guidance, AnchorResolver>();
    const checked: CheckedWalkthrough[] = [];
    for (const { guidance, walkthrough } of this.#listed()) {
      const resolver = resolvers.get(guidance) ?? this.#resolver(guidance);
      resolvers.set(guidance, resolver);
      const steps = walkthrough.steps.map(async (step) => {
        await turn();
        return { step, anchor: await resolver.resolve(step, walkthrough) };
      });
      checked.push({ walkthrough, steps: await Promise.all(steps) });
    }
    return checked;
  }

  /** The best anchor for lines of a file (0-based, both included), and the file's path; `undefined` where it is none. */
  async propose(
    uri: string,
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<(ProposedAnchor & { readonly file: string }) | undefined> {
    const file = this.#options.folders.fileAt(normalize(uri));
    const text = file && (await this.#readText(uri));
    if (text === undefined || from < 0 || to < from) return undefined;
    return { ...proposeAnchor(readText(text, file!.path), { start: from, end: to }), file: file!.path };
  }

  /** The steps that lead nowhere, as of the last `lookForProblems`. */
  problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Looks again at where the steps lead; calls that come meanwhile are answered together. */
  async lookForProblems(): Promise<void> {
    this.#isStale = true;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Resolves when nothing is looked for any more. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  async #look(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const problems = anchorProblems(await this.check());
      if (JSON.stringify(problems) === JSON.stringify(this.#problems)) continue;
      this.#problems = problems;
      this.#options.onDidChangeProblems?.();
    }
  }

  /** For one moment: what it has read stays as it was. */
  #resolver({ root }: Guidance): AnchorResolver {
    const { host, git, engine } = this.#options;
    return createAnchorResolver({
      root,
      engine,
      git: git(),
      host: {
        readFile: async (uri, maxBytes) => {
          const open = this.#options.openText(normalize(uri));
          return open === undefined ? host.readFile(uri, maxBytes) : { kind: 'bytes', bytes: encode(open) };
        },
        readDirectory: (uri) => host.readDirectory(uri),
        realUri: (uri) => host.realUri(uri),
      },
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

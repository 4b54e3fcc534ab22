import type { Git } from './git';
import type { Guidance } from './guidance/guidance';
import type { Problem } from './guidance/problem';
import { decodeCode, encode, isBinary } from './text/decode';
import { dayOf } from './text/day';
import type { Host } from './host';
import { ProblemLook } from './problemLook';
import { takingTurns, type Turns } from './turns';
import type { RegexEngine } from './text/pattern';
import { isInside } from './text/links';
import type { AnchorHost } from './walkthrough/anchorFiles';
import { anchorProblems, type CheckedWalkthrough } from './walkthrough/checkAnchors';
import type { PlayedWalkthrough, WalkthroughSummary } from './walkthrough/playedWalkthrough';
import { playWalkthrough } from './walkthrough/playWalkthrough';
import { type AnchorResolver, createAnchorResolver } from './walkthrough/resolveAnchors';
import { stepFinder } from './walkthrough/stepReferences';
import { listStarters, type ListedWalkthrough, listWalkthroughs, namedBy } from './walkthrough/summaries';
import { WalkthroughAuthoring } from './walkthroughAuthoring';
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
  /** What Leadlight brings along, where that is told. */
  readStarter(): Promise<Guidance | undefined>;
}

/** Larger files are not looked into. */
const fileBytes = 2 * 1024 * 1024;

/** What the service answers about walkthroughs. */
export class WalkthroughService {
  readonly authoring: WalkthroughAuthoring;
  readonly #options: WalkthroughServiceOptions;
  readonly #lost: ProblemLook;
  /** Files and folders that the last look was at, whether they were there or not; URIs. */
  #seen: ReadonlySet<string> = new Set();
  #starter: Promise<Guidance | undefined> | undefined;

  constructor(options: WalkthroughServiceOptions) {
    this.#options = options;
    this.#lost = new ProblemLook(
      () => this.#look(),
      () => options.onDidChangeProblems?.(),
    );
    this.authoring = new WalkthroughAuthoring({
      folders: options.folders,
      engine: options.engine,
      listed: () => this.#listed(),
      resolver: (guidance) => this.#resolver(guidance),
      readText: (uri) => this.#readText(uri),
    });
  }

  /** Those of the team, in the order in which they are offered. */
  list(): readonly WalkthroughSummary[] {
    return this.#listed().map(({ summary }) => summary);
  }

  /** Behind those of the team, the ones that Leadlight brings along, as far as the team has none under the same id. */
  async offered(): Promise<readonly WalkthroughSummary[]> {
    const own = this.list();
    const starters = (await this.#starters()).map(({ summary }) => summary);
    return [...own, ...starters.filter(({ id }) => !own.some((each) => each.id === id))];
  }

  /** `undefined` where there is none with that key. */
  async play(key: string): Promise<PlayedWalkthrough | undefined> {
    const isIt = ({ summary }: ListedWalkthrough) => summary.key === key;
    const all = this.#listed();
    const listed = all.find(isIt) ?? (await this.#starters()).find(isIt);
    if (listed === undefined) return undefined;
    const { host, turns } = this.#options;
    const resolver = this.#resolver(listed.guidance);
    return playWalkthrough(listed, {
      today: dayOf(host.now()),
      resolveAnchor: (step) => resolver.resolve(step, listed.walkthrough),
      readText: (uri) => this.#readText(uri),
      findStep: stepFinder(listed, all),
      findNext: (step) => namedBy(step, { from: listed, all })?.summary,
      turn: takingTurns(turns),
    });
  }

  /** All walkthroughs, with where each step leads now. */
  async check(host = this.#editedHost()): Promise<readonly CheckedWalkthrough[]> {
    const turn = takingTurns(this.#options.turns);
    const resolvers = new Map<Guidance, AnchorResolver>();
    const checked: CheckedWalkthrough[] = [];
    for (const { guidance, walkthrough } of this.#listed()) {
      const resolver = resolvers.get(guidance) ?? this.#resolver(guidance, host);
      resolvers.set(guidance, resolver);
      const steps = walkthrough.steps.map(async (step) => {
        await turn();
        return { step, anchor: await resolver.resolve(step, walkthrough) };
      });
      checked.push({ walkthrough, steps: await Promise.all(steps) });
    }
    return checked;
  }

  /** The steps that lead nowhere, as of the last `lookForProblems`. */
  problems(): readonly Problem[] {
    return this.#lost.problems;
  }

  /** Looks again at where the steps lead; calls that come meanwhile are answered together. */
  lookForProblems(): Promise<void> {
    return this.#lost.look();
  }

  /** Files or folders came, went or changed; URIs. Looks again if a step leads there. */
  filesChanged(uris: readonly string[]): void {
    const concerns = (uri: string) =>
      this.#seen.has(uri) ||
      this.#seen.has(uri.slice(0, uri.lastIndexOf('/'))) ||
      [...this.#seen].some((seen) => isInside(seen, `${uri}/`));
    if (this.#lost.isLooking || uris.some(concerns)) void this.lookForProblems();
  }

  /** Resolves when nothing is looked for any more. */
  settled(): Promise<void> {
    return this.#lost.settled();
  }

  async #look(): Promise<readonly Problem[]> {
    const seen = new Set<string>();
    const problems = anchorProblems(await this.check(noting(this.#editedHost(), seen)));
    this.#seen = seen;
    return problems;
  }

  /** For one moment: what it has read stays as it was. */
  #resolver({ root }: Guidance, host = this.#editedHost()): AnchorResolver {
    const { git, engine } = this.#options;
    return createAnchorResolver({ root, engine, git: git(), host });
  }

  /** The files as editors hold them, saved or not. */
  #editedHost(): AnchorHost {
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

  #listed() {
    return listWalkthroughs(this.#options.folders.all.map(({ guidance }) => guidance.guidance));
  }

  async #starters(): Promise<readonly ListedWalkthrough[]> {
    const [folder] = this.#options.folders.all;
    const starter = folder && (await (this.#starter ??= this.#options.readStarter()));
    return starter === undefined ? [] : listStarters(starter, folder!.root);
  }

  async #readText(uri: string): Promise<string | undefined> {
    const content = await this.#editedHost().readFile(uri, fileBytes);
    return content?.kind !== 'bytes' || isBinary(content.bytes) ? undefined : decodeCode(content.bytes);
  }
}

/** A host that remembers what it was asked for. */
function noting(host: AnchorHost, seen: Set<string>): AnchorHost {
  const note = (uri: string) => seen.add(uri.replace(/\/+$/, ''));
  return {
    ...host,
    readFile: (uri, maxBytes) => (note(uri), host.readFile(uri, maxBytes)),
    readDirectory: (uri) => (note(uri), host.readDirectory(uri)),
  };
}

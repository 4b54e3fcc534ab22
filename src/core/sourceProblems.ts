import { createExampleCheck } from './authoring/exampleCheck';
import { linkProblems } from './authoring/linkProblems';
import { LinkTargets } from './authoring/linkTargets';
import { datedProblems } from './guidance/datedProblems';
import type { Guidance } from './guidance/guidance';
import { ownEntries } from './guidance/ownEntries';
import { cutEachFile, type Problem } from './guidance/problem';
import type { Host } from './host';
import { ProblemLook } from './problemLook';
import { dayOf } from './text/day';
import { takingTurns, type Turns } from './turns';
import type { WorkspaceFolders } from './workspaceFolders';

export interface SourceProblemsOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  /** Called when others were found than before. */
  onDidChange(): void;
}

/** What is wrong with sources and takes more than their texts to see: other files, searches, and the day. */
export class SourceProblems {
  readonly #options: SourceProblemsOptions;
  readonly #targets: LinkTargets;
  readonly #checkExamples = createExampleCheck();
  readonly #found: ProblemLook;
  readonly #dated = new WeakMap<
    Guidance,
    { readonly today: string; readonly problems: readonly Problem[] }
  >();

  constructor(options: SourceProblemsOptions) {
    this.#options = options;
    this.#targets = new LinkTargets(options.host);
    this.#found = new ProblemLook(
      () => this.#look(),
      () => options.onDidChange(),
    );
  }

  problems(): readonly Problem[] {
    const today = dayOf(this.#options.host.now());
    const { all } = this.#options.folders;
    return [
      ...all.flatMap(({ guidance }) => this.#datedOf(guidance.guidance, today)),
      ...this.#found.problems,
    ];
  }

  /** The guidance changed. */
  look(): Promise<void> {
    return this.#found.look();
  }

  /** Files or folders came, went or changed; URIs. Looks again if a link leads there. */
  filesChanged(uris: readonly string[]): void {
    if (this.#targets.forget(uris) || this.#found.isLooking) void this.look();
  }

  /** Resolves when nothing is looked for any more. */
  settled(): Promise<void> {
    return this.#found.settled();
  }

  #datedOf(guidance: Guidance, today: string): readonly Problem[] {
    const known = this.#dated.get(guidance);
    if (known?.today === today) return known.problems;
    const problems = datedProblems(guidance, today);
    this.#dated.set(guidance, { today, problems });
    return problems;
  }

  async #look(): Promise<readonly Problem[]> {
    const turn = takingTurns(this.#options.turns);
    const problems: Problem[] = [];
    for (const folder of this.#options.folders.all) {
      const { guidance, files } = folder.guidance;
      for (const entry of ownEntries(guidance)) {
        await turn();
        problems.push(...this.#checkExamples(entry));
      }
      // Until they were listed, every file would be missing.
      if (files === undefined) continue;
      problems.push(...(await linkProblems(guidance, { files: files.files, targets: this.#targets, turn })));
    }
    this.#targets.endRound();
    return cutEachFile(problems);
  }
}

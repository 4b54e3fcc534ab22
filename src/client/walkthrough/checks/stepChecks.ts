import * as vscode from 'vscode';
import type { PlayedStep, PlayedWalkthrough } from '../../../core/walkthrough/playedWalkthrough';
import type { AskTool } from '../../../core/walkthrough/toolAnswer';
import { mapBounded } from '../../link/mapBounded';
import { markOf, marksIn, withMark, withMarks } from '../../state/progress';
import type { ProgressStore } from '../../state/progressStore';
import { throttle } from '../../throttle';
import { hasTerminals } from '../terminal';
import { type Finding, isChecked, isLookedAt, settled, unknown } from './finding';
import { lookAt } from './lookAt';
import { type Here, whyNotHere } from './offer';
import { Tasks } from './tasks';
import { toolFinding } from './toolFinding';
import { watchFiles } from './watchFiles';

const lookMs = 300;
const looksAtOnce = 8;

export interface StepChecksOptions {
  readonly progress: ProgressStore;
  /** `undefined` where no program can run. */
  readonly askTool: AskTool | undefined;
}

/** A walkthrough whose steps are checked, and whose progress that is. */
export interface CheckedWalkthrough {
  readonly walkthrough: PlayedWalkthrough;
  readonly repository: string;
}

interface Watched extends CheckedWalkthrough {
  readonly files: vscode.Disposable | undefined;
}

/**
 * Holds the steps of walkthroughs against the world, and keeps in a person's progress which are done, and which are
 * untrue now. What needs no more than reading is looked at whenever it may have changed.
 */
export class StepChecks implements vscode.Disposable {
  readonly #options: StepChecksOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Something else was found, or something else can be done here. */
  readonly onDidChange = this.#changed.event;
  readonly #tasks = new Tasks();
  readonly #soon = throttle(lookMs, () => this.#look());
  readonly #listeners: vscode.Disposable;
  readonly #watched = new Map<string, Watched>();
  readonly #findings = new Map<string, Finding>();

  constructor(options: StepChecksOptions) {
    this.#options = options;
    const soon = () => this.#soon.call();
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration(soon),
      vscode.extensions.onDidChange(soon),
      // What was opened again may hold all the same.
      options.progress.onDidChange(soon),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#changed.fire();
        soon();
      }),
      // The editor does not watch every folder: what a person did elsewhere, or a command did, may have gone unseen.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && soon()),
      vscode.window.onDidEndTerminalShellExecution(soon),
      this.#tasks.onDidEnd(() => void this.#lookAtTasks()),
    );
  }

  /** What can be done in this window now. */
  get here(): Here {
    return {
      trusted: vscode.workspace.isTrusted,
      hasTools: this.#options.askTool !== undefined,
      hasTerminals: hasTerminals(),
    };
  }

  /** What the latest look at a step came to; `undefined` where there was none in this window. */
  findingOf({ walkthrough, repository }: CheckedWalkthrough, step: PlayedStep): Finding | undefined {
    return this.#findings.get(keyOf({ walkthrough, repository }, step.id));
  }

  /** Looks at the steps of a walkthrough from now on. Called again, its steps are those that it has now. */
  watch(checked: CheckedWalkthrough): void {
    const key = keyOf(checked);
    const before = this.#watched.get(key);
    if (before?.walkthrough === checked.walkthrough) return;
    before?.files?.dispose();
    this.#forget(checked, before?.walkthrough);
    this.#watched.set(key, { ...checked, files: this.#watchFiles(checked.walkthrough) });
    this.#soon.call();
  }

  /** Checks a step because a person asked. */
  async check(
    checked: CheckedWalkthrough,
    step: PlayedStep,
    token?: vscode.CancellationToken,
  ): Promise<Finding> {
    const off = whyNotHere(step.check, this.here);
    if (off !== undefined) return unknown(off);
    const finding = await this.#find(checked, step, token);
    if (token?.isCancellationRequested !== true)
      await this.tell(checked, [[step, finding]], { isAsked: true });
    return finding;
  }

  /** Runs the task of a step because a person asked. Resolves to a sentence about that. */
  async runTask({ walkthrough }: CheckedWalkthrough, { check }: PlayedStep): Promise<string> {
    if (check.kind !== 'task') return 'This step has no task.';
    return this.#tasks.run({ task: check.task, folder: vscode.Uri.parse(walkthrough.folder) });
  }

  /** Keeps what was found of steps. */
  async tell(
    checked: CheckedWalkthrough,
    found: readonly (readonly [PlayedStep, Finding])[],
    { isAsked }: { readonly isAsked: boolean },
  ): Promise<void> {
    const { progress } = this.#options;
    const place = { repository: checked.repository, key: checked.walkthrough.key };
    const at = new Date().toISOString();
    const marksNow = () => marksIn(progress.progress, place);
    const settledNow = ([step, finding]: readonly [PlayedStep, Finding]) => {
      const { check, fingerprint } = step;
      const mark = markOf(marksNow(), step.id);
      return { id: step.id, mark, next: settled(mark, finding, { check, fingerprint, at, isAsked }) };
    };
    const changes = found.map(settledNow).filter(({ mark, next }) => mark !== next);
    const isNew = this.#remember(checked, found);
    if (changes.length > 0)
      await progress.change((all) =>
        withMarks(
          all,
          place,
          changes.reduce((marks, { id, next }) => withMark(marks, id, next), marksIn(all, place)),
        ),
      );
    if (isNew) this.#changed.fire();
  }

  dispose(): void {
    for (const { files } of this.#watched.values()) files?.dispose();
    vscode.Disposable.from(this.#listeners, this.#soon, this.#tasks, this.#changed).dispose();
  }

  /** What was found of a step that asks for something else now says nothing. */
  #forget(checked: CheckedWalkthrough, before: PlayedWalkthrough | undefined): void {
    const isSame = ({ id, check }: PlayedStep) =>
      checked.walkthrough.played.some(
        (step) => step.id === id && JSON.stringify(step.check) === JSON.stringify(check),
      );
    for (const step of before?.played ?? [])
      if (!isSame(step)) this.#findings.delete(keyOf(checked, step.id));
  }

  #remember(checked: CheckedWalkthrough, found: readonly (readonly [PlayedStep, Finding])[]): boolean {
    let isNew = false;
    for (const [step, finding] of found) {
      const key = keyOf(checked, step.id);
      const before = this.#findings.get(key);
      isNew ||= before?.holds !== finding.holds || before.why !== finding.why;
      this.#findings.set(key, finding);
    }
    return isNew;
  }

  #watchFiles({ folder, played }: PlayedWalkthrough): vscode.Disposable | undefined {
    const paths = played.flatMap(({ check }) =>
      check.kind === 'exists' || check.kind === 'contains' ? [check.path] : [],
    );
    return paths.length === 0
      ? undefined
      : watchFiles(vscode.Uri.parse(folder), paths, () => this.#soon.call());
  }

  async #look(): Promise<void> {
    for (const watched of [...this.#watched.values()]) {
      const steps = watched.walkthrough.played.filter(({ check }) => isLookedAt(check));
      if (steps.length > 0) await this.#lookAt(watched, steps);
    }
  }

  async #lookAtTasks(): Promise<void> {
    for (const watched of [...this.#watched.values()])
      await this.#lookAt(
        watched,
        watched.walkthrough.played.filter(({ check }) => check.kind === 'task'),
      );
  }

  async #lookAt(watched: Watched, steps: readonly PlayedStep[]): Promise<void> {
    const found = await mapBounded(
      steps,
      looksAtOnce,
      async (step) => [step, await this.#find(watched, step)] as const,
    );
    if (this.#watched.get(keyOf(watched)) === watched) await this.tell(watched, found, { isAsked: false });
  }

  async #find(
    { walkthrough }: CheckedWalkthrough,
    { check }: PlayedStep,
    token?: vscode.CancellationToken,
  ): Promise<Finding> {
    const folder = vscode.Uri.parse(walkthrough.folder);
    if (!isChecked(check)) return unknown('Nothing but you can tell whether this step is done.');
    if (check.kind === 'task') return this.#tasks.findingOf({ task: check.task, folder });
    if (check.kind !== 'tool') return lookAt(check, folder);
    const cancel = new AbortController();
    const listener = token?.onCancellationRequested(() => cancel.abort());
    try {
      const asked = { folder: folder.toString(), signal: cancel.signal };
      return toolFinding(check, await this.#options.askTool!(check.tool, asked));
    } finally {
      listener?.dispose();
    }
  }
}

function keyOf({ walkthrough, repository }: CheckedWalkthrough, step?: string): string {
  return JSON.stringify([repository, walkthrough.key, step]);
}

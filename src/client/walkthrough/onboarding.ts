import * as vscode from 'vscode';
import type {
  PlayedStep,
  PlayedWalkthrough,
  WalkthroughSummary,
} from '../../core/walkthrough/playedWalkthrough';
import { Latest } from '../latest';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { marksIn, type StepMark, type StepMarks, withMark, withMarks } from '../state/progress';
import type { PersonalState } from '../state/personalState';
import type { ProgressStore } from '../state/progressStore';
import { throttle } from '../throttle';
import { firstOpen } from './stepState';

const refreshMs = 400;

export interface OnboardingOptions {
  readonly link: ServerLink;
  readonly personal: PersonalState;
  readonly progress: ProgressStore;
}

/** A walkthrough with what this person did of it. */
export interface OpenWalkthrough {
  readonly walkthrough: PlayedWalkthrough;
  readonly repository: string;
  /** Index of the step that is shown. */
  readonly current: number;
}

/**
 * The walkthroughs of the window, the one that is played, and this person's progress. Nothing is asked of the server
 * before somebody looks.
 */
export class Onboarding implements vscode.Disposable {
  readonly #options: OnboardingOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #latest = new Latest();
  readonly #soon = throttle(refreshMs, () => this.refresh());
  readonly #listeners: vscode.Disposable;
  #open: OpenWalkthrough | undefined;

  constructor(options: OnboardingOptions) {
    this.#options = options;
    this.#listeners = vscode.Disposable.from(
      options.link.onDidChangeGuidance(() => this.#soon.call()),
      options.progress.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidSaveTextDocument(() => this.#open !== undefined && this.#soon.call()),
    );
  }

  get open(): OpenWalkthrough | undefined {
    return this.#open;
  }

  get step(): PlayedStep | undefined {
    return this.#open?.walkthrough.played[this.#open.current];
  }

  get marks(): StepMarks {
    return this.#open === undefined ? {} : this.marksOf(this.#open.walkthrough, this.#open.repository);
  }

  marksOf({ key }: WalkthroughSummary, repository: string): StepMarks {
    return marksIn(this.#options.progress.progress, { repository, key });
  }

  /** Why progress is not kept, as a sentence; `undefined` where it is. */
  get fault(): string | undefined {
    const { fault } = this.#options.progress;
    if (fault === undefined) return undefined;
    const why = fault === 'newer' ? 'was written by a newer version of Leadlight' : 'cannot be read';
    return `Your progress ${why}. It is left as it is, and what you do now is forgotten with this window.`;
  }

  async walkthroughs(): Promise<readonly WalkthroughSummary[]> {
    return (await this.#options.link.walkthroughs(neverCancelled())) ?? [];
  }

  async repositoryOf({ folder }: WalkthroughSummary): Promise<string> {
    return (await this.#options.personal.at(vscode.Uri.parse(folder))).repository;
  }

  /** `undefined` where it is gone, or no server answers. */
  async play(key: string): Promise<PlayedWalkthrough | undefined> {
    return this.#options.link.walkthrough(key, neverCancelled());
  }

  /** Plays a walkthrough from a step, or else from the first that is left to do. Tells whether it is there. */
  async start(key: string, step?: string): Promise<boolean> {
    return this.#show(key, () => step);
  }

  end(): void {
    this.#open = undefined;
    this.#changed.fire();
  }

  /** Shows the step with an index, as far as there is one. */
  select(index: number): void {
    if (this.#open?.walkthrough.played[index] === undefined) return;
    this.#open = { ...this.#open, current: index };
    this.#changed.fire();
  }

  stepWith(id: string): PlayedStep | undefined {
    return this.#open?.walkthrough.played.find((step) => step.id === id);
  }

  /** Without a state the step is open again. */
  async mark(step: PlayedStep, state?: StepMark['state']): Promise<void> {
    if (this.#open === undefined) return;
    const place = { repository: this.#open.repository, key: this.#open.walkthrough.key };
    const mark = state && { state, at: new Date().toISOString(), fingerprint: step.fingerprint };
    await this.#options.progress.change((progress) =>
      withMarks(progress, place, withMark(marksIn(progress, place), step.id, mark)),
    );
  }

  /** Opens all steps of a walkthrough again. */
  async reset(walkthrough: WalkthroughSummary): Promise<void> {
    const place = { repository: await this.repositoryOf(walkthrough), key: walkthrough.key };
    await this.#options.progress.change((progress) => withMarks(progress, place, {}));
    if (this.#open?.walkthrough.key === walkthrough.key) this.select(0);
  }

  /** Asks anew for the walkthrough that is played, and stays at its step. */
  async refresh(): Promise<void> {
    if (this.#open !== undefined) await this.#show(this.#open.walkthrough.key, () => this.step?.id);
    this.#changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(this.#listeners, this.#soon, this.#latest, this.#changed).dispose();
  }

  /** `step` is asked when the walkthrough is there: a person may have gone on meanwhile. */
  async #show(key: string, step: () => string | undefined): Promise<boolean> {
    const token = this.#latest.next();
    const walkthrough = await this.play(key);
    if (walkthrough === undefined || token.isCancellationRequested) return walkthrough !== undefined;
    const repository = await this.repositoryOf(walkthrough);
    const wanted = step();
    const named = walkthrough.played.findIndex(({ id }) => id === wanted);
    const current = named >= 0 ? named : firstOpen(walkthrough.played, this.marksOf(walkthrough, repository));
    this.#open = { walkthrough, repository, current };
    this.#changed.fire();
    return true;
  }
}

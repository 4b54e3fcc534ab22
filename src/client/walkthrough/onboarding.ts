import * as vscode from 'vscode';
import type { TourHost } from '../../core/guidance/tourWhen';
import type {
  PlayedStep,
  PlayedWalkthrough,
  WalkthroughSummary,
} from '../../core/walkthrough/playedWalkthrough';
import { debounce } from '../debounce';
import { Latest } from '../latest';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import {
  marksIn,
  progressIn,
  seenIn,
  type StepMark,
  type StepMarks,
  withMark,
  withMarks,
  withRole,
  withSeen,
} from '../state/progress';
import type { PersonalState } from '../state/personalState';
import type { ProgressStore } from '../state/progressStore';
import { throttle } from '../throttle';
import { allSeen, type News, newsIn } from './news';
import { onPath, type RolePath } from './rolePath';
import { firstOpen } from './stepState';

const refreshMs = 400;
const typingMs = 300;

export interface OnboardingOptions {
  readonly link: ServerLink;
  readonly personal: PersonalState;
  readonly progress: ProgressStore;
  /** Where this window is: tours can say where they are meant to be played. Without it, all are listed. */
  readonly host?: TourHost;
}

/** A walkthrough with what this person did of it. */
export interface OpenWalkthrough {
  /** With the steps that are on the person's path. */
  readonly walkthrough: PlayedWalkthrough;
  readonly path: RolePath;
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
  readonly #afterTyping = debounce(typingMs, () => this.#soon.call());
  readonly #listeners: vscode.Disposable;
  #open: OpenWalkthrough | undefined;

  constructor(options: OnboardingOptions) {
    this.#options = options;
    this.#listeners = vscode.Disposable.from(
      options.link.onDidChangeGuidance(() => this.#soon.call()),
      options.progress.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidSaveTextDocument(() => this.#open !== undefined && this.#soon.call()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#leadsTo(document.uri)) this.#afterTyping.call();
      }),
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

  /** The steps of the walkthrough that is played that are news to this person. */
  get news(): ReadonlyMap<string, News> {
    return this.#open === undefined ? new Map() : this.newsOf(this.#open.walkthrough, this.#open.repository);
  }

  newsOf({ key, outline }: WalkthroughSummary, repository: string): ReadonlyMap<string, News> {
    return newsIn(outline, seenIn(this.#options.progress.progress, { repository, key }));
  }

  /** All walkthroughs, as far as they are on this person's path, with what is news of them. */
  async withNews(): Promise<readonly (WalkthroughSummary & { readonly news: ReadonlyMap<string, News> })[]> {
    const all = await this.walkthroughs();
    return Promise.all(
      all.map(async (whole) => {
        const repository = await this.repositoryOf(whole);
        const { walkthrough } = this.onPath(whole, repository);
        return { ...walkthrough, news: this.newsOf(walkthrough, repository) };
      }),
    );
  }

  /** What is wrong with this person's progress, as a sentence; `undefined` where nothing is. */
  get fault(): string | undefined {
    const { fault } = this.#options.progress;
    if (fault === undefined) return undefined;
    if (fault === 'broken')
      return 'A part of your progress cannot be read. What can be read is here, and nothing is thrown away.';
    return 'Your progress was written by a newer version of Leadlight. It is left as it is, and what you do now is forgotten with this window.';
  }

  /** Those that are written in the workspace. */
  async walkthroughs(): Promise<readonly WalkthroughSummary[]> {
    return (await this.offered()).filter(({ isStarter }) => isStarter !== true);
  }

  /** With those that Leadlight brings along behind them. */
  async offered(): Promise<readonly WalkthroughSummary[]> {
    const all = (await this.#options.link.walkthroughs(neverCancelled())) ?? [];
    const { host } = this.#options;
    return all.filter(({ hosts }) => host === undefined || hosts === undefined || hosts.includes(host));
  }

  async repositoryOf({ folder }: WalkthroughSummary): Promise<string> {
    return (await this.#options.personal.at(vscode.Uri.parse(folder))).repository;
  }

  /** A walkthrough without the steps for other roles than this person's. */
  onPath<T extends WalkthroughSummary>(
    walkthrough: T,
    repository: string,
  ): { readonly walkthrough: T; readonly path: RolePath } {
    return onPath(walkthrough, progressIn(this.#options.progress.progress, repository).role);
  }

  /** Remembers a role for the repositories of this window; without one all steps are walked again. */
  async chooseRole(role: string | undefined): Promise<void> {
    const repositories = await Promise.all(
      (await this.walkthroughs()).map((each) => this.repositoryOf(each)),
    );
    await this.#options.progress.change((progress) =>
      repositories.reduce((all, repository) => withRole(all, repository, role), progress),
    );
    await this.refresh();
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
    void this.#seeStep();
    this.#open = undefined;
    this.#changed.fire();
  }

  /** Shows the step with an index. Tells whether there is one. */
  select(index: number): boolean {
    if (this.#open?.walkthrough.played[index] === undefined) return false;
    if (index !== this.#open.current) void this.#seeStep();
    this.#open = { ...this.#open, current: index };
    this.#changed.fire();
    return true;
  }

  stepWith(id: string): PlayedStep | undefined {
    return this.#open?.walkthrough.played.find((step) => step.id === id);
  }

  /** Without a state the step is open again. */
  async mark(step: PlayedStep, state?: StepMark['state']): Promise<void> {
    if (this.#open === undefined) return;
    const place = placeOf(this.#open);
    const mark = state && { state, at: new Date().toISOString(), fingerprint: step.fingerprint };
    await this.#options.progress.change((progress) =>
      withMarks(progress, place, withMark(marksIn(progress, place), step.id, mark)),
    );
  }

  /** Opens all steps of a walkthrough again. */
  async reset(walkthrough: WalkthroughSummary): Promise<void> {
    const place = placeOf({ walkthrough, repository: await this.repositoryOf(walkthrough) });
    await this.#options.progress.change((progress) =>
      withSeen(withMarks(progress, place, {}), place, allSeen(walkthrough.outline)),
    );
    if (this.#open?.walkthrough.key === walkthrough.key) this.select(0);
  }

  /** A step is no news any more when a person goes on from it. */
  async #seeStep(): Promise<void> {
    const { step } = this;
    if (this.#open === undefined || step === undefined || !this.news.has(step.id)) return;
    const place = placeOf(this.#open);
    await this.#options.progress.change((progress) =>
      withSeen(progress, place, { ...seenIn(progress, place), [step.id]: step.fingerprint }),
    );
  }

  /** Asks anew for the walkthrough that is played, and stays at its step. */
  async refresh(): Promise<void> {
    if (this.#open !== undefined) await this.#show(this.#open.walkthrough.key, () => this.step?.id);
    this.#changed.fire();
  }

  dispose(): void {
    const { Disposable } = vscode;
    Disposable.from(this.#listeners, this.#afterTyping, this.#soon, this.#latest, this.#changed).dispose();
  }

  /** Whether a step of the walkthrough that is played is about a file. */
  #leadsTo(uri: vscode.Uri): boolean {
    const address = uri.toString();
    return (
      this.#open?.walkthrough.played.some(
        ({ anchor }) => anchor.uri !== undefined && vscode.Uri.parse(anchor.uri).toString() === address,
      ) ?? false
    );
  }

  /** `step` is asked when the walkthrough is there: a person may have gone on meanwhile. */
  async #show(key: string, step: () => string | undefined): Promise<boolean> {
    const token = this.#latest.next();
    const whole = await this.play(key);
    if (whole === undefined || token.isCancellationRequested) return whole !== undefined;
    const repository = await this.repositoryOf(whole);
    const { walkthrough, path } = this.onPath(whole, repository);
    const wanted = step();
    const named = walkthrough.played.findIndex(({ id }) => id === wanted);
    const current = named >= 0 ? named : firstOpen(walkthrough.played, this.marksOf(walkthrough, repository));
    this.#open = { walkthrough, path, repository, current };
    this.#changed.fire();
    const place = placeOf(this.#open);
    if (seenIn(this.#options.progress.progress, place) === undefined)
      await this.#options.progress.change((progress) => withSeen(progress, place, allSeen(whole.outline)));
    return true;
  }
}

/** Where the progress of a walkthrough is kept. */
function placeOf({
  walkthrough: { key },
  repository,
}: {
  walkthrough: WalkthroughSummary;
  repository: string;
}) {
  return { repository, key };
}

import * as vscode from 'vscode';
import type { Onboarding } from './onboarding';
import { isPage } from './player';
import { stateOf } from './stepState';
import { type StepTimes, timeOf, type Watched, withWatched } from './stepTimes';

const stateKey = 'leadlight.stepTimes';
const lookMs = 20_000;

/**
 * Measures how long a step that is not done is in view: on the page or at its place, while a person uses the window.
 * It is kept in this workspace, for what the person writes about the step.
 */
export class StepClock implements vscode.Disposable {
  readonly #store: vscode.Memento;
  readonly #onboarding: Onboarding;
  readonly #listeners: vscode.Disposable;
  readonly #timer = setInterval(() => this.#look(), lookMs);
  #watched: Watched | undefined;

  constructor(onboarding: Onboarding, store: vscode.Memento) {
    this.#onboarding = onboarding;
    this.#store = store;
    const look = () => this.#look();
    this.#listeners = vscode.Disposable.from(
      onboarding.onDidChange(look),
      vscode.window.onDidChangeWindowState(look),
      vscode.window.onDidChangeVisibleTextEditors(look),
      vscode.window.tabGroups.onDidChangeTabs(look),
    );
  }

  /** In seconds. */
  secondsOf(key: string, step: string): number {
    this.#look();
    return Math.round(timeOf(this.#times, { key, step }) / 1_000);
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#listeners.dispose();
  }

  get #times(): StepTimes {
    return this.#store.get<StepTimes>(stateKey) ?? {};
  }

  #look(): void {
    const now = Date.now();
    if (this.#watched !== undefined)
      void this.#store.update(stateKey, withWatched(this.#times, this.#watched, now));
    const { open, step, marks } = this.#onboarding;
    const isWatched =
      open !== undefined &&
      step !== undefined &&
      !['done', 'skipped'].includes(stateOf(step, marks)) &&
      isInUse() &&
      isInView(step.anchor.uri);
    this.#watched = isWatched ? { key: open.walkthrough.key, step: step.id, since: now } : undefined;
  }
}

function isInUse(): boolean {
  const { focused, active } = vscode.window.state;
  return focused && active;
}

function isInView(place: string | undefined): boolean {
  const address = place === undefined ? undefined : vscode.Uri.parse(place).toString();
  return (
    vscode.window.tabGroups.all.some(({ activeTab }) => isPage(activeTab)) ||
    vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === address)
  );
}

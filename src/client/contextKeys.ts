import * as vscode from 'vscode';
import type { DebtScan } from '../core/features/debt';
import type { GitAccess } from './gitAccess';
import type { LinkState, ServerLink } from './link/serverLink';
import { Latest } from './latest';
import type { ReviewState } from './review';
import type { PersonalState } from './state/personalState';

/** Tells the editor what the manifest's `when` clauses ask about the workspace's guidance. */
export function registerContextKeys(link: ServerLink, personal: PersonalState): vscode.Disposable {
  const latest = new Latest();
  return vscode.Disposable.from(
    latest,
    link.onDidChangeGuidance(() => void setGuidanceKeys(link, latest.next())),
    link.onDidChangeState(setStateKey),
    personal.onDidChange(() => setContext('leadlight.hasMarks', true)),
  );
}

/** A hover was shown: the walkthrough ticks its step. */
export function setHoverShown(): void {
  setContext('leadlight.hoverShown', true);
}

export interface DebtKeys {
  readonly state: DebtScan['state'];
  /** Whether a filter leaves anything out. */
  readonly hides: boolean;
  readonly total: number;
  readonly suppressions: number;
  readonly git: GitAccess;
}

/** What the welcome of the view Debt asks, and its toolbar. */
export function setDebtKeys({ state, hides, total, suppressions, git }: DebtKeys): void {
  setContext('leadlight.debtState', state);
  setContext('leadlight.debtFiltered', hides);
  setContext('leadlight.hasDebt', total > 0);
  setContext('leadlight.hasSuppressions', suppressions > 0);
  setContext('leadlight.git', git);
}

export interface ReviewKeys {
  readonly state: ReviewState;
  /** Whether a checklist was opened by itself. */
  readonly isChecklist: boolean;
  /** Whether a role or a filter leaves questions out. */
  readonly isFiltered: boolean;
  readonly hasItems: boolean;
  readonly canUndo: boolean;
}

/** What the welcome of the view Review asks, its toolbar, and the palette. */
export function setReviewKeys({ state, isChecklist, isFiltered, hasItems, canUndo }: ReviewKeys): void {
  setContext('leadlight.reviewState', state);
  setContext('leadlight.reviewOfChecklist', isChecklist);
  setContext('leadlight.reviewFiltered', isFiltered);
  setContext('leadlight.reviewHasItems', hasItems);
  setContext('leadlight.canUndoAnswer', canUndo);
}

/**
 * A walkthrough is played: keys go to the next step, to the one before, and back to where a person wandered off. Where
 * its step is on the screen, the title of the editor has them, too.
 */
export function setWalkthroughKeys({
  isOpen,
  isShown,
}: {
  readonly isOpen: boolean;
  readonly isShown: boolean;
}): void {
  setContext('leadlight.walkthroughOpen', isOpen);
  setContext('leadlight.stepShown', isShown);
}

function setStateKey(state: LinkState): void {
  setContext('leadlight.serverState', state);
}

async function setGuidanceKeys(link: ServerLink, token: vscode.CancellationToken): Promise<void> {
  const sources = await link.sources(token);
  if (sources === undefined || token.isCancellationRequested) return;
  const hasGuidance = sources.some(({ entries }) => entries > 0);
  const hasProblems = sources.some(({ problems }) => problems > 0);
  setContext('leadlight.hasGuidance', hasGuidance);
  setContext('leadlight.hasProblems', hasProblems);
  setContext('leadlight.guidanceRead', true);
}

/** Sets what a `when` clause of the manifest asks for. */
export function setContext(key: string, value: boolean | string): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

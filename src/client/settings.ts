import * as vscode from 'vscode';
import type { ReadSwitches } from '../core/guidance/readSwitches';

/** What a person can switch on and off, each for itself. */
export type Surface = keyof typeof switches;

const switches = {
  hover: 'leadlight.hover.enabled',
  diagnostics: 'leadlight.diagnostics.enabled',
  fixes: 'leadlight.fixes.enabled',
  references: 'leadlight.references.enabled',
  codeLens: 'leadlight.codeLens.enabled',
  completion: 'leadlight.completion.enabled',
  statusBar: 'leadlight.statusBar.enabled',
  here: 'leadlight.here.enabled',
  debt: 'leadlight.debt.enabled',
  branchMarkers: 'leadlight.branchMarkers.enabled',
  review: 'leadlight.review.enabled',
  reviewBar: 'leadlight.review.statusBar.enabled',
  commitBox: 'leadlight.review.commitBox.enabled',
  guidance: 'leadlight.guidance.enabled',
  onboarding: 'leadlight.onboarding.enabled',
  firstOpen: 'leadlight.onboarding.firstOpen',
  stepLens: 'leadlight.onboarding.codeLens',
} as const;

/** Whether a surface is on, and Leadlight itself, for a document's language and folder or for the window. */
export function isOn(surface: Surface, scope?: vscode.ConfigurationScope): boolean {
  return isEnabled(scope) && read<boolean>(switches[surface], scope) === true;
}

export type DecorationStyle = 'none' | 'gutter' | 'underline';

export function decorationStyle(scope: vscode.ConfigurationScope): DecorationStyle {
  return isEnabled(scope) ? (read<DecorationStyle>('leadlight.decorations', scope) ?? 'none') : 'none';
}

export type HighlightStyle = 'tag' | 'line' | 'none';

export function highlightStyle(scope: vscode.ConfigurationScope): HighlightStyle {
  return isEnabled(scope) ? (read<HighlightStyle>('leadlight.highlights', scope) ?? 'none') : 'none';
}

/** Whether the view Debt shows where the active editor's file is. */
export function followsDebt(): boolean {
  return read<boolean>('leadlight.debt.follow') === true;
}

/** Whether Leadlight is on for any folder or any language, so that a server has something to do. */
export function isEnabledAnywhere(): boolean {
  const scopes = [undefined, ...(vscode.workspace.workspaceFolders ?? [])];
  const languages = vscode.workspace.getConfiguration().inspect('leadlight.enabled')?.languageIds ?? [];
  return (
    scopes.some((scope) => isEnabled(scope)) || languages.some((languageId) => isEnabled({ languageId }))
  );
}

/** The handles by which guidance names the person at this editor. */
export function myHandles(scope?: vscode.ConfigurationScope): readonly string[] {
  return read<readonly string[]>('leadlight.me', scope) ?? [];
}

/** The reader's handles in any of the folders. */
export function myHandlesAnywhere(): readonly string[] {
  const scopes = vscode.workspace.workspaceFolders ?? [undefined];
  return [...new Set(scopes.flatMap((scope) => myHandles(scope?.uri)))];
}

/** For whom the questions of a review are asked, unless a person chose otherwise. */
export function reviewRole(): 'author' | 'reviewer' | 'both' {
  return read<'author' | 'reviewer' | 'both'>('leadlight.review.role') ?? 'both';
}

/** Which of others' formats this person wants to see; those that are not named are as the team has them. */
export function readingChoices(): ReadSwitches {
  // A value of the settings itself is more than data, and cannot be sent to a worker.
  return { ...read<ReadSwitches>('leadlight.read') };
}

/** Calls back when `readingChoices` may say something else. */
export function onDidChangeReading(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('leadlight.read')) listener();
  });
}

export function traceIsOn(): boolean {
  return read<string>('leadlight.trace.server') !== 'off';
}

/** Calls back when any of Leadlight's settings changed. */
export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('leadlight')) listener();
  });
}

function isEnabled(scope?: vscode.ConfigurationScope): boolean {
  return read<boolean>('leadlight.enabled', scope) === true;
}

function read<T>(name: string, scope?: vscode.ConfigurationScope): T | undefined {
  return vscode.workspace.getConfiguration(undefined, scope).get<T>(name);
}

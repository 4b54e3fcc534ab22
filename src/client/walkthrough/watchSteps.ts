import * as vscode from 'vscode';
import type { ResolvedAnchor } from '../../core/walkthrough/resolvedAnchor';
import { toRange } from '../openSource';
import type { Onboarding } from './onboarding';
import { collapsed, stateOf } from './stepState';

/** Marks steps of the walkthrough that is played as done: the place was seen, or the command ended with 0. */
export function registerWatchSteps(onboarding: Onboarding): vscode.Disposable {
  const lookAtPlace = () => {
    const { step } = onboarding;
    if (step?.check.kind !== 'opened' || stateOf(step, onboarding.marks) !== 'open') return;
    if (vscode.window.visibleTextEditors.some((editor) => shows(editor, step.anchor)))
      void onboarding.mark(step, 'done');
  };
  return vscode.Disposable.from(
    onboarding.onDidChange(lookAtPlace),
    vscode.window.onDidChangeVisibleTextEditors(lookAtPlace),
    vscode.window.onDidChangeTextEditorVisibleRanges(lookAtPlace),
    vscode.window.onDidEndTerminalShellExecution(({ exitCode, execution }) => {
      if (exitCode !== 0 || onboarding.open === undefined) return;
      const ran = collapsed(execution.commandLine.value);
      const step = onboarding.open.walkthrough.played.find(
        ({ check }) => check.kind === 'command' && collapsed(check.command) === ran,
      );
      if (step !== undefined) void onboarding.mark(step, 'done');
    }),
  );
}

function shows(
  { document, visibleRanges }: vscode.TextEditor,
  { uri, range, state }: ResolvedAnchor,
): boolean {
  if (uri === undefined || !['found', 'moved'].includes(state)) return false;
  if (document.uri.toString() !== vscode.Uri.parse(uri).toString()) return false;
  if (range === undefined) return true;
  const { start } = toRange(range);
  return visibleRanges.some((visible) => visible.contains(start));
}

import * as vscode from 'vscode';
import type { PlayedStep } from '../../core/walkthrough/playedWalkthrough';
import type { ResolvedAnchor } from '../../core/walkthrough/resolvedAnchor';
import { toRange } from '../openSource';
import type { Onboarding } from './onboarding';
import { type Finding, no, unknown, yes } from './checks/finding';
import type { StepChecks } from './checks/stepChecks';
import { collapsed, stateOf } from './stepState';

/** Marks steps of the walkthrough that is played as done: the place was seen, or the command ended with 0. */
export function registerWatchSteps(onboarding: Onboarding, checks: StepChecks): vscode.Disposable {
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
      const { open } = onboarding;
      const step = open && stepOf(execution.commandLine.value, onboarding);
      if (step !== undefined) void checks.tell(open!, [[step, endOf(exitCode)]], { isAsked: true });
    }),
    onboarding.onDidChange(() => onboarding.open !== undefined && checks.watch(onboarding.open)),
  );
}

/** The step that is shown, or else the first that is left, of those that are about a command line. */
function stepOf(commandLine: string, { open, step, marks }: Onboarding): PlayedStep | undefined {
  const ran = collapsed(commandLine);
  const meant = ({ check }: PlayedStep) => check.kind === 'command' && collapsed(check.command) === ran;
  if (step !== undefined && meant(step)) return step;
  return open?.walkthrough.played.find((each) => meant(each) && stateOf(each, marks) === 'open');
}

function endOf(exitCode: number | undefined): Finding {
  if (exitCode === 0) return yes('The command ended well.');
  if (exitCode === undefined) return unknown('The command ended, and the shell does not tell how.');
  return no(`The command ended with exit code ${exitCode}.`);
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

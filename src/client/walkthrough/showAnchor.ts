import * as vscode from 'vscode';
import type { PlayedStep } from '../../core/walkthrough/playedWalkthrough';
import { toRange } from '../openSource';
import { showFile } from './showFile';

/** Views of the editor that a step may open, and their commands: no text of a repository becomes a command. */
const views: Readonly<Record<string, string>> = {
  explorer: 'workbench.view.explorer',
  search: 'workbench.view.search',
  scm: 'workbench.view.scm',
  debug: 'workbench.view.debug',
  extensions: 'workbench.view.extensions',
  problems: 'workbench.actions.view.problems',
  output: 'workbench.action.output.toggleOutput',
  terminal: 'workbench.action.terminal.focus',
};

/** Whether there is something that `showAnchor` shows. */
export function hasPlace({ anchor: { state, uri, view } }: PlayedStep): boolean {
  return view !== undefined || (uri !== undefined && ['found', 'moved'].includes(state));
}

/** Shows what a step is about in a column. Resolves to a sentence where it cannot be shown. */
export async function showAnchor(step: PlayedStep, column: vscode.ViewColumn): Promise<string | undefined> {
  const { anchor } = step;
  if (anchor.view !== undefined) return showView(anchor.view);
  if (!hasPlace(step)) return anchor.message ?? 'There is no place to show.';
  const uri = vscode.Uri.parse(anchor.uri!);
  return showFile({ uri, name: anchor.path ?? 'The file', column }, (editor) => {
    if (anchor.range === undefined) return undefined;
    const range = toRange(anchor.range);
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    return undefined;
  });
}

async function showView(view: string): Promise<string | undefined> {
  if (!Object.hasOwn(views, view)) return `Open the view ${view} by hand: Leadlight does not know it.`;
  await vscode.commands.executeCommand(views[view]!);
  return undefined;
}

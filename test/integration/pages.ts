import * as vscode from 'vscode';

/** The titles of the pages of one type that are open, in the order of their tabs. */
export function pages(viewType = 'leadlight.walkthrough'): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType))
    .map(({ label }) => label);
}

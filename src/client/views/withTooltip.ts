import * as vscode from 'vscode';

/**
 * A line of a tree with its tooltip, untrusted Markdown, which VS Code asks for when somebody points at the line. With
 * the lines it would read the Markdown of all of them at once, which keeps the extension host for tens of milliseconds.
 */
export function withTooltip(
  item: vscode.TreeItem,
  { tooltip }: { readonly tooltip?: string },
): vscode.TreeItem {
  if (tooltip !== undefined) item.tooltip = new vscode.MarkdownString(tooltip);
  return item;
}

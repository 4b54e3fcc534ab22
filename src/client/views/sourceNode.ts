import * as vscode from 'vscode';
import type { CardSource } from '../../core/features/card';
import { toRange } from '../openSource';

/** One line of a tree whose lines lead to where something is written. */
export interface SourceNode {
  /** Stays the same while its entry does, so that the view keeps what is selected and unfolded. */
  readonly id: string;
  /** Plain text, like the description. */
  readonly label: string;
  readonly description?: string;
  /** Untrusted Markdown. */
  readonly tooltip?: string;
  readonly icon?: string;
  /** Where a click leads. */
  readonly opens?: CardSource | 'problems';
  readonly children?: readonly SourceNode[];
  /** Whether its children show only when somebody unfolds it. */
  readonly isFolded?: boolean;
}

/** The same as VS Code draws it. */
export function sourceItem({
  id,
  label,
  description,
  tooltip,
  icon,
  opens,
  children,
  isFolded,
}: SourceNode): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children === undefined ? None : isFolded ? Collapsed : Expanded);
  item.id = id;
  const text = [label, description].filter(Boolean).join(', ');
  if (tooltip === undefined) item.tooltip = text;
  item.accessibilityInformation = { label: text };
  if (description !== undefined) item.description = description;
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
  if (opens !== undefined) item.command = opening(opens);
  return item;
}

function opening(opens: NonNullable<SourceNode['opens']>): vscode.Command {
  if (opens === 'problems') return { command: 'leadlight.showProblems', title: 'Show Problems' };
  const { start } = toRange(opens.range);
  return {
    command: 'vscode.open',
    title: 'Open Source',
    arguments: [vscode.Uri.parse(opens.uri), { selection: new vscode.Range(start, start) }],
  };
}

import * as vscode from 'vscode';
import type { Here, HereState } from '../here';
import { toRange } from '../openSource';
import { isOn, myHandles } from '../settings';
import { type HereNode, hereTree } from './hereTree';

/** The view Here: what governs the file in the active editor and the line under the cursor. */
export function registerHereView(here: Here): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView('leadlight.here', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node?: HereNode) => [...(node ? (node.children ?? []) : roots(here.state))],
      getTreeItem: toItem,
    },
  });
  const show = (state: HereState | undefined) => {
    view.description = state?.here.path ?? '';
    view.message = messageFor(state);
    changed.fire();
  };
  return vscode.Disposable.from(changed, view, here.onDidChange(show));
}

function roots(state: HereState | undefined): readonly HereNode[] {
  return state === undefined || !isOn('here', state.document)
    ? []
    : hereTree(state.here, myHandles(state.document));
}

/** Where there is no guidance at all, the view's welcome says more than a message can. */
function messageFor(state: HereState | undefined): string {
  if (!state?.here.hasGuidance || hereTree(state.here).length > 0) return '';
  return 'Nothing is written about this file.';
}

function toItem({ id, label, description, tooltip, icon, opens, children }: HereNode): vscode.TreeItem {
  const item = new vscode.TreeItem(
    label,
    children === undefined ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = id;
  const text = [label, description].filter(Boolean).join(', ');
  item.tooltip = tooltip === undefined ? text : new vscode.MarkdownString(tooltip);
  item.accessibilityInformation = { label: text };
  if (description !== undefined) item.description = description;
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
  if (opens !== undefined) item.command = opening(opens);
  return item;
}

function opening(opens: NonNullable<HereNode['opens']>): vscode.Command {
  if (opens === 'problems') return { command: 'leadlight.showProblems', title: 'Show Problems' };
  const { start } = toRange(opens.range);
  return {
    command: 'vscode.open',
    title: 'Open Source',
    arguments: [vscode.Uri.parse(opens.uri), { selection: new vscode.Range(start, start) }],
  };
}

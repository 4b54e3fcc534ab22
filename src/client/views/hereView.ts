import * as vscode from 'vscode';
import type { Here, HereState } from '../here';
import { isOn, myHandles } from '../settings';
import { hereTree } from './hereTree';
import { sourceItem, type SourceNode } from './sourceNode';
import { withTooltip } from './withTooltip';

/** The view Here: what governs the file in the active editor and the line under the cursor. */
export function registerHereView(here: Here): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView('leadlight.here', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node?: SourceNode) => [...(node ? (node.children ?? []) : roots(here.state))],
      getTreeItem: sourceItem,
      resolveTreeItem: withTooltip,
    },
  });
  const show = (state: HereState | undefined) => {
    view.description = state?.here.path ?? '';
    view.message = messageFor(state);
    changed.fire();
  };
  return vscode.Disposable.from(changed, view, here.onDidChange(show));
}

function roots(state: HereState | undefined): readonly SourceNode[] {
  return state === undefined || !isOn('here', state.document)
    ? []
    : hereTree(state.here, myHandles(state.document));
}

/** Where there is no guidance at all, the view's welcome says more than a message can. */
function messageFor(state: HereState | undefined): string {
  if (!state?.here.hasGuidance || hereTree(state.here).length > 0) return '';
  return 'Nothing is written about this file.';
}

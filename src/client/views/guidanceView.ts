import * as vscode from 'vscode';
import type { GuidanceReport } from '../../core/features/guidanceReport';
import { Latest } from '../latest';
import type { ServerLink } from '../link/serverLink';
import { isOn } from '../settings';
import { throttle } from '../throttle';
import { guidanceSummary, guidanceTree, hasDecisions } from './guidanceTree';
import { sourceItem, type SourceNode } from './sourceNode';
import { withTooltip } from './withTooltip';

/** Counting what governs what takes a look at every file. */
const pauseMs = 2_000;

/** The view Guidance: all sources with their entries, what each governs, and what is dead. Asked only while it shows. */
export function registerGuidanceView(
  link: Pick<ServerLink, 'report' | 'onDidChangeGuidance'>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const latest = new Latest();
  let reports: readonly GuidanceReport[] = [];
  let hasLinks = false;
  const view = vscode.window.createTreeView<SourceNode>('leadlight.guidance', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node === undefined ? guidanceTree(reports) : (node.children ?? []))],
      getTreeItem: sourceItem,
      resolveTreeItem: withTooltip,
    },
  });
  const look = async () => {
    if (!view.visible || !isOn('guidance')) return;
    const token = latest.next();
    const show = async (withLinks: boolean) => {
      const answer = await link.report({ withLinks }, token);
      if (token.isCancellationRequested || answer === undefined) return;
      reports = answer;
      view.description = guidanceSummary(reports);
      changed.fire();
    };
    await vscode.window.withProgress({ location: { viewId: 'leadlight.guidance' } }, async () => {
      // What links to decisions is known only when all files were read; after the first time that is quick.
      if (!hasLinks) await show(false);
      hasLinks ||= hasDecisions(reports);
      if (hasLinks && !token.isCancellationRequested) await show(true);
    });
  };
  const soon = throttle(pauseMs, look);
  return vscode.Disposable.from(
    changed,
    latest,
    soon,
    view,
    view.onDidChangeVisibility(() => soon.call()),
    link.onDidChangeGuidance(() => soon.call()),
  );
}

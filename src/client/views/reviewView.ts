import * as vscode from 'vscode';
import { setReviewKeys } from '../contextKeys';
import { sayFailed } from '../notice';
import type { Review } from '../review';
import { isEmpty, reviewMessage } from './reviewMessage';
import { itemOf, type ReviewNode, reviewTree } from './reviewTree';
import { leftWords, progressOf } from './reviewWords';
import { withTooltip } from './withTooltip';

/** What the commands ask of the view. */
export interface ReviewView extends vscode.Disposable {
  /** The line that a person chose, where the view shows one. */
  readonly chosen: ReviewNode | undefined;
  /** Chooses the line that the keyboard is on, where the view has the keyboard. */
  chooseFocused(): Promise<ReviewNode | undefined>;
}

/** The view Review: what is asked about the diff, and what this person answered. */
export function registerReviewView(review: Review): ReviewView {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView<ReviewNode>('leadlight.review', {
    showCollapseAll: true,
    manageCheckboxStateManually: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node?: ReviewNode) => [
        ...(node === undefined ? roots(review) : (node.children?.() ?? [])),
      ],
      getTreeItem: toItem,
      resolveTreeItem: withTooltip,
    },
  });
  const show = () => {
    const { result, subject, role, isMine, state, canUndo } = review;
    const checklist = subject?.checklist;
    view.title = checklist?.title ?? 'Review';
    view.description = result === undefined ? '' : descriptionOf(result);
    view.badge = badgeFor(result);
    view.message =
      result === undefined
        ? ''
        : reviewMessage({ result, role, isMine, isChecklist: checklist !== undefined });
    setReviewKeys({
      state,
      isChecklist: checklist !== undefined,
      isFiltered: isMine || role !== 'both',
      hasItems: result !== undefined && !isEmpty(result),
      canUndo,
    });
    changed.fire();
  };
  show();
  const listeners = vscode.Disposable.from(
    changed,
    view,
    review.onDidChange(show),
    view.onDidChangeVisibility(({ visible }) => void (visible && review.resume())),
    view.onDidChangeCheckboxState(({ items }) => void check(review, items)),
  );
  if (view.visible) void review.resume();
  return {
    get chosen() {
      return view.visible ? view.selection[0] : undefined;
    },
    // An extension is told what is selected, and never what has the focus.
    chooseFocused: async () => {
      await vscode.commands.executeCommand('list.selectAndPreserveFocus');
      return view.selection[0];
    },
    dispose: () => listeners.dispose(),
  };
}

function roots({ result }: Review): readonly ReviewNode[] {
  return result === undefined ? [] : reviewTree(result);
}

async function check(
  review: Review,
  items: readonly (readonly [ReviewNode, vscode.TreeItemCheckboxState])[],
): Promise<void> {
  for (const [node, state] of items) {
    const item = itemOf(node);
    const isChecked = state === vscode.TreeItemCheckboxState.Checked;
    if (item !== undefined) await answerOrSay(review, item, { state: isChecked ? 'pass' : 'open' });
  }
}

/** Keeps an answer, or says why it could not be kept. Tells whether it was. */
export function answerOrSay(review: Review, ...answer: Parameters<Review['answer']>): Promise<boolean> {
  return keepOrSay(review, review.answer(...answer));
}

/** Waits until answers are kept, or says why they could not be. Tells whether they were. */
export async function keepOrSay(review: Review, keeping: Promise<unknown>): Promise<boolean> {
  try {
    await keeping;
    return true;
  } catch (error) {
    // A box was ticked already, and some answers may be kept.
    await review.refresh();
    sayFailed(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function descriptionOf(result: Parameters<typeof progressOf>[0]): string {
  const { done, all } = progressOf(result);
  return all === 0 ? '' : `${done} of ${all} answered`;
}

function badgeFor(result: Review['result']): vscode.ViewBadge | undefined {
  if (result === undefined || leftWords(result) === '') return undefined;
  const { open, stale } = result.counts;
  return { value: open + stale, tooltip: `Review: ${leftWords(result)}` };
}

function toItem(node: ReviewNode): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    node.label,
    node.children === undefined ? None : node.isOpen ? Expanded : Collapsed,
  );
  item.id = node.id;
  item.contextValue = node.kind;
  item.accessibilityInformation = { label: node.spoken };
  if (node.tooltip === undefined) item.tooltip = node.spoken;
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined)
    item.iconPath = new vscode.ThemeIcon(
      node.icon,
      node.color === undefined ? undefined : new vscode.ThemeColor(node.color),
    );
  if (node.isChecked !== undefined) item.checkboxState = checkbox(node);
  if (node.opens !== undefined)
    item.command = { command: 'leadlight.openEvidence', title: 'Open', arguments: [node] };
  return item;
}

function checkbox({ isChecked, spoken }: ReviewNode): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: isChecked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: isChecked ? 'Answered: click to open it again' : 'Click to answer: pass',
    accessibilityInformation: { label: spoken, role: 'checkbox' },
  };
}

import * as vscode from 'vscode';
import type { Trend } from '../../core/features/trend';
import { setDebtKeys } from '../contextKeys';
import type { Debt } from '../debt';
import { hides } from '../debtFilter';
import { toRange } from '../openSource';
import { followsDebt, isOn } from '../settings';
import { type DebtItem, debtItems, debtLine, isOf, itemAround, leftOutItems, pathOf } from './debtTree';
import { debtMessage } from './debtMessage';

/** The view Debt: the markers of the workspace, level by level as a person unfolds them. */
export function registerDebtView(debt: Debt): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let trend: Trend | undefined;
  /** The tree may not know the file's place yet. */
  let isRevealed = false;
  const childrenOf = async (item: DebtItem | undefined): Promise<DebtItem[]> =>
    item === undefined ? topItems(debt) : [...debtItems(await debt.inside(pathOf(item)), item)];
  const view = vscode.window.createTreeView<DebtItem>('leadlight.debt', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: childrenOf,
      getParent: ({ parent }) => parent,
      getTreeItem: (item) => toItem(item, debt),
    },
  });
  const showMessage = () => {
    const { result, filter, groupBy, git, trendShare } = debt;
    view.message =
      result === undefined ? '' : debtMessage({ result, filter, groupBy, git, trend, trendShare });
  };
  const showState = () => {
    const isBusy = debt.isScanning || debt.trendShare !== undefined;
    setDebtKeys({
      state: isBusy ? 'running' : (debt.result?.scan.state ?? 'never'),
      hides: hides(debt.filter),
      suppressions: debt.result?.suppressions ?? 0,
      total: debt.result?.total ?? 0,
      git: debt.git,
    });
    showMessage();
  };
  const show = () => {
    const overdue = debt.result?.overdueAndMine ?? 0;
    view.badge = badgeFor(overdue);
    view.description = `by ${debt.groupBy}`;
    showState();
    changed.fire();
    void askMore();
    if (!isRevealed) void reveal();
  };
  /** What costs time is asked for when somebody looks. */
  const askMore = async () => {
    if (!view.visible || debt.isScanning || !isOn('debt')) return;
    if (debt.wantsScan) return inView(() => debt.scan());
    if (debt.result?.scan.state !== 'done' || debt.git !== 'trusted' || !debt.wantsTrend) return;
    trend = await inView(() => debt.trend());
    showMessage();
  };
  const reveal = async () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const isMoving = debt.isScanning || debt.result?.scan.state !== 'done';
    if (uri === undefined || isMoving || !view.visible || !followsDebt()) return;
    isRevealed = true;
    // Whoever opened the file from here stays where they are.
    if (!['folder', 'file'].includes(debt.groupBy) || view.selection.some((item) => isOf(item, uri))) return;
    const item = await findFile(uri, childrenOf);
    if (item === undefined || vscode.window.activeTextEditor?.document.uri.toString() !== uri) return;
    // The tree may have changed meanwhile, and not hold the item any more.
    await Promise.resolve(view.reveal(item, { select: true, focus: false, expand: true })).catch(() => {
      isRevealed = false;
    });
  };
  const follow = () => {
    isRevealed = false;
    void reveal();
  };
  return vscode.Disposable.from(
    changed,
    view,
    debt.onDidChange(show),
    debt.onDidChangeTrend(showState),
    view.onDidChangeVisibility(() => {
      void askMore();
      follow();
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
  );
}

function topItems({ result }: Debt): DebtItem[] {
  // The welcome says more than a tree with nothing but that in it.
  if (result === undefined || result.nodes.length === 0) return [];
  return [...debtItems(result.nodes), ...leftOutItems(result.scan)];
}

/** Shows above the tree that work goes on. */
async function inView<T>(work: () => Promise<T>): Promise<T> {
  return vscode.window.withProgress({ location: { viewId: 'leadlight.debt' } }, work);
}

/** Goes down from group to group that holds the file. */
async function findFile(
  uri: string,
  childrenOf: (item: DebtItem | undefined) => Promise<readonly DebtItem[]>,
): Promise<DebtItem | undefined> {
  let found: DebtItem | undefined;
  let next = itemAround(await childrenOf(undefined), uri);
  while (next !== undefined) {
    found = next;
    if (isOf(found, uri)) return found;
    next = itemAround(await childrenOf(found), uri);
  }
  return undefined;
}

function badgeFor(overdue: number): vscode.ViewBadge | undefined {
  if (overdue === 0) return undefined;
  return {
    value: overdue,
    tooltip: overdue === 1 ? 'One marker of yours is overdue' : `${overdue} markers of yours are overdue`,
  };
}

function toItem(element: DebtItem, debt: Debt): vscode.TreeItem {
  const line = debtLine(element, debt.groupBy);
  const { node } = element;
  const item = new vscode.TreeItem(
    line.label,
    node.kind === 'group' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = line.id;
  item.description = line.description;
  item.tooltip = line.tooltip;
  item.accessibilityInformation = { label: line.spoken };
  item.contextValue = line.kind;
  const icon = iconOf(line);
  if (icon !== undefined) item.iconPath = icon;
  if (node.kind === 'group' && node.uri !== undefined) item.resourceUri = vscode.Uri.parse(node.uri);
  if (node.kind === 'marker') item.command = opening(node.marker);
  if (node.kind === 'more') item.command = { command: 'leadlight.filterDebt', title: 'Filter Debt' };
  if (node.kind === 'leftOut') item.command = { command: 'leadlight.showLeftOut', title: 'Show Left Out' };
  return item;
}

function iconOf({ kind, icon, color }: ReturnType<typeof debtLine>): vscode.ThemeIcon | undefined {
  if (kind === 'folder') return vscode.ThemeIcon.Folder;
  if (kind === 'file') return vscode.ThemeIcon.File;
  if (icon === undefined) return undefined;
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

function opening({
  uri,
  range,
}: {
  readonly uri: string;
  readonly range: Parameters<typeof toRange>[0];
}): vscode.Command {
  return {
    command: 'vscode.open',
    title: 'Open Marker',
    arguments: [vscode.Uri.parse(uri), { selection: toRange(range) }],
  };
}

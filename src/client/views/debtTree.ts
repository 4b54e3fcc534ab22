import { counted } from '../../core/text/counted';
import { cut } from '../../core/text/cut';
import { cleanLine, cleanText } from '../../core/text/markdown';
import type { DebtGrouping, DebtMarker, DebtNode, DebtScan } from '../../core/features/debt';
import type { FileOwner } from '../../core/features/owners';
import { markerLook } from '../markerLooks';
import { ownerLabel, ownerWords } from './ownerWords';

/** Stands below all groups: a click lists the files. */
export interface LeftOutNode {
  readonly kind: 'leftOut';
  readonly id: string;
  readonly count: number;
}

/** A node of the view Debt, with the groups around it. */
export interface DebtItem {
  readonly node: DebtNode | LeftOutNode;
  readonly parent?: DebtItem;
}

/** One line of the view Debt, as it is drawn; all texts are plain. */
export interface DebtLine {
  /** Unique in the tree, and the same for as long as the node is the same. */
  readonly id: string;
  readonly kind: 'group' | 'folder' | 'file' | 'marker' | 'more' | 'leftOut';
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly icon?: string;
  readonly color?: string;
}

/** Commands that only a marker of the view can call. */
export const markerCommands = ['leadlight.openMarkerToSide', 'leadlight.copyMarker'] as const;

const groupIcons: Readonly<Record<Exclude<DebtGrouping, 'folder' | 'file' | 'tag'>, string>> = {
  owner: 'account',
  area: 'organization',
  age: 'history',
  due: 'calendar',
  cost: 'watch',
};

const longest = 300;

export function debtItems(nodes: readonly DebtNode[], parent?: DebtItem): readonly DebtItem[] {
  return nodes.map((node) => (parent === undefined ? { node } : { node, parent }));
}

/** The line for the files that a scan left out; none where it has, or where nobody counted them. */
export function leftOutItems({ state, skipped }: DebtScan): readonly DebtItem[] {
  const count = skipped.reduce((sum, each) => sum + (each.count ?? 0), 0);
  return state === 'running' || count === 0 ? [] : [{ node: { kind: 'leftOut', id: '\0leftOut', count } }];
}

/** Ids from outside inwards, the item's own last: what the server calls `inside`. */
export function pathOf(item: DebtItem | undefined): readonly string[] {
  return item === undefined ? [] : [...pathOf(item.parent), item.node.id];
}

export function debtLine(item: DebtItem, groupBy: DebtGrouping): DebtLine {
  const id = JSON.stringify(pathOf(item));
  const { node } = item;
  if (node.kind === 'marker')
    return {
      id,
      kind: 'marker',
      ...markerTexts(node, { inFile: isInFile(item), inTag: groupBy === 'tag' }),
    };
  if (node.kind === 'more') {
    const label = `${node.count} more`;
    const tooltip = 'Too many for one list: a filter or another grouping shows them.';
    return {
      id,
      kind: 'more',
      label,
      description: '',
      tooltip,
      spoken: `${label}. ${tooltip}`,
      icon: 'ellipsis',
    };
  }
  if (node.kind === 'leftOut') {
    const label = `${counted(node.count, 'file')} left out`;
    const tooltip = 'Lists the files that the scan left out, and why.';
    return {
      id,
      kind: 'leftOut',
      label,
      description: '',
      tooltip,
      spoken: `${label}. ${tooltip}`,
      icon: 'circle-slash',
    };
  }
  const label = cleanLine(node.label);
  const { owner } = node;
  const overdue = node.overdue > 0 ? [`${node.overdue} overdue`] : [];
  const description = [String(node.count), ...overdue, ...(owner ? [ownerLabel(owner)] : [])].join(' · ');
  const said = [label, counted(node.count, 'marker'), ...overdue].join(', ');
  const tooltip = owner ? `${said}\n${ownerWords(owner)}` : said;
  const texts = { id, label, description, tooltip, spoken: owner ? `${said}, owner ${owner.who}` : said };
  if (node.uri !== undefined) return { ...texts, kind: isFolder(node.uri) ? 'folder' : 'file' };
  if (groupBy === 'tag') return { ...texts, kind: 'group', ...markerLook(node.label) };
  const icon = groupBy === 'folder' || groupBy === 'file' ? 'folder' : groupIcons[groupBy];
  return { ...texts, kind: 'group', icon };
}

/** The item among these that is a file, or a folder around it. */
export function itemAround(items: readonly DebtItem[], uri: string): DebtItem | undefined {
  return items.find(
    ({ node }) =>
      node.kind === 'group' &&
      node.uri !== undefined &&
      (node.uri === uri || (isFolder(node.uri) && uri.startsWith(node.uri))),
  );
}

/** Whether an item is a file, or stands in it. */
export function isOf(item: DebtItem, uri: string): boolean {
  if (item.node.kind === 'marker') return item.node.marker.uri === uri;
  return item.node.kind === 'group' && item.node.uri === uri;
}

/** The marker of what the view hands to a command; `undefined` for anything else. */
export function markerOf(item: unknown): DebtMarker | undefined {
  const { node } = (item ?? {}) as Partial<DebtItem>;
  return node?.kind === 'marker' ? node.marker : undefined;
}

/** A marker on one line, with its place, for the clipboard. */
export function markerText({ tag, text, path, range }: DebtMarker): string {
  return cleanLine(`${tag}: ${text}`.replace(/: $/, '')) + ` (${path}:${range.start.line + 1})`;
}

function isFolder(uri: string): boolean {
  return uri.endsWith('/');
}

function isInFile({ parent }: DebtItem): boolean {
  const around = parent?.node;
  return around?.kind === 'group' && around.uri !== undefined && !isFolder(around.uri);
}

/** What stands in the groups around a marker is not said again. */
function markerTexts(
  { marker, owner: fileOwner }: Extract<DebtNode, { kind: 'marker' }>,
  { inFile, inTag }: { readonly inFile: boolean; readonly inTag: boolean },
): Omit<DebtLine, 'id' | 'kind'> {
  const { tag, kind, path, range, owner, deadline, isOverdue, isNew } = marker;
  const text = cleanLine(marker.text);
  const label = cut(inTag && text !== '' ? text : `${cleanLine(tag)} ${text}`.trimEnd(), longest);
  const line = range.start.line + 1;
  const due = deadline === undefined ? '' : `${isOverdue ? 'overdue since' : 'due'} ${deadline}`;
  const facts = [
    owner === undefined ? '' : cleanLine(owner),
    due,
    isNew === true ? 'new on this branch' : '',
  ];
  const description = [inFile ? `line ${line}` : `${cleanLine(path)}:${line}`, ...facts]
    .filter(Boolean)
    .join(' · ');
  return {
    label,
    description,
    tooltip: tooltipOf(marker, fileOwner),
    spoken: [cleanLine(tag), text, inFile ? `line ${line}` : `${cleanLine(path)}, line ${line}`, ...facts]
      .filter(Boolean)
      .join(', '),
    ...markerLook(tag, kind),
  };
}

function tooltipOf(marker: DebtMarker, fileOwner: FileOwner | undefined): string {
  const { tag, text, path, range, owner, issue, cost, since, area, lead, deadline, isOverdue, missing } =
    marker;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Owner', owner],
    ['Issue', issue],
    [isOverdue ? 'Overdue since' : 'Due', deadline],
    ['Cost', cost],
    ['Written', since],
    ['Area', area === undefined ? undefined : [area, lead].filter(Boolean).join(', ')],
    ['Rule', fileOwner?.rule],
    ['Still wanted', missing.length === 0 ? undefined : missing.join(', ')],
  ];
  return [
    cut(cleanText(`${tag}: ${text}`.replace(/: $/, '')), longest),
    ...rows.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${cleanLine(value)}`])),
    `${cleanLine(path)}:${range.start.line + 1}`,
  ].join('\n');
}

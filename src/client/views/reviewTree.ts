import type { ReviewGroup, ReviewItem, ReviewResult } from '../../core/review/reviewItem';
import type { FileOwner } from '../../core/features/owners';
import type { Evidence } from '../../core/review/verdict';
import { counted } from '../../core/text/counted';
import { cut } from '../../core/text/cut';
import { cleanLine, escapeInline } from '../../core/text/markdown';
import { ownerLabel, ownerWords } from './ownerWords';
import { autoWords, isDone, isTicked, itemMarkdown, itemWords } from './reviewWords';

/** One line of the view Review; all texts are plain but the tooltip. */
export interface ReviewNode {
  /** Unique in the tree, and the same for as long as what it shows is the same. */
  readonly id: string;
  /** What `when` clauses of the manifest call it: `item.open`, `evidence` and so on. */
  readonly kind: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown that is safe to show. */
  readonly tooltip?: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly icon?: string;
  readonly color?: string;
  /** Of what can be answered. */
  readonly isChecked?: boolean;
  /** The item, also of the lines below it. */
  readonly item?: ReviewItem;
  /** What a click opens. */
  readonly opens?: Evidence;
  /** Whether its children show without a click. */
  readonly isOpen?: boolean;
  readonly children?: () => readonly ReviewNode[];
}

/** Commands that only a line of the view can call. */
export const reviewCommands = ['leadlight.openEvidence', 'leadlight.tickItem'] as const;

const mostEvidence = 100;
const longest = 300;

/** Groups with their items, then one line for the items that do not apply. */
export function reviewTree({
  groups,
  others,
  othersLine,
  folder,
  owners = [],
}: ReviewResult): readonly ReviewNode[] {
  const around = { folder, owners: new Map(owners.map((owner) => [owner.path, owner])) };
  return [
    ...groups.map((group) => groupNode(group, around)),
    ...(others.length === 0 ? [] : [othersNode(others, folder, othersLine)]),
  ];
}

/** The item of what the view hands to a command; `undefined` for anything else. */
export function itemOf(node: unknown): ReviewItem | undefined {
  return (node as Partial<ReviewNode> | undefined)?.item;
}

/** The place of what the view hands to a command. */
export function evidenceOf(node: unknown): Evidence | undefined {
  return (node as Partial<ReviewNode> | undefined)?.opens;
}

/** Paths of the files that an item is about, each once; those of the whole diff where it names none. */
export function pathsOf(
  { evidence, auto }: ReviewItem,
  { paths = [] }: Pick<ReviewResult, 'paths'>,
): readonly string[] {
  const own = [...evidence, ...(auto?.evidence ?? [])].map(({ path }) => path);
  return own.length === 0 ? paths : [...new Set(own)];
}

/** What an item is shown with. */
interface Around {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly owners: ReadonlyMap<string, FileOwner>;
}

function groupNode({ id, title, items }: ReviewGroup, around: Around): ReviewNode {
  const label = cleanLine(title);
  const done = items.filter(isDone).length;
  return {
    id: `group ${id}`,
    kind: 'group',
    label,
    description: `${done} of ${items.length}`,
    spoken: `${label}, ${done} of ${counted(items.length, 'item')} answered`,
    isOpen: true,
    children: () => items.map((item) => itemNode(item, around)),
  };
}

function othersNode(items: readonly ReviewItem[], folder: string, line = 'Not asked.'): ReviewNode {
  const label = cut(cleanLine(line), longest);
  return {
    id: 'others',
    kind: 'others',
    label,
    spoken: `${label} Open the line for all reasons.`,
    icon: 'info',
    children: () =>
      items.map((item) => {
        const ask = cut(cleanLine(item.ask), longest);
        const description = cleanLine(item.reason);
        return {
          id: `other ${item.id}`,
          kind: 'other',
          label: ask,
          description,
          tooltip: itemMarkdown(item, folder),
          spoken: `${ask}, does not apply: ${description}`,
          icon: 'circle-slash',
        };
      }),
  };
}

function itemNode(item: ReviewItem, { folder, owners }: Around): ReviewNode {
  const label = cut(cleanLine(item.ask), longest);
  const reason = cleanLine(item.reason);
  const description = itemWords(item).join(' · ');
  const children = [
    ...staleNodes(item),
    ...autoNodes(item, owners),
    ...evidenceNodes(`item ${item.id}`, item.evidence, { item, owners }),
  ];
  return {
    id: `item ${item.id}`,
    kind: `item.${item.state}`,
    label,
    description,
    tooltip: itemMarkdown(item, folder),
    spoken: `${label}, ${description.replaceAll(' · ', ', ')}. ${reason}`,
    ...look(item),
    isChecked: isTicked(item),
    item,
    ...(children.length > 0 && { children: () => children }),
  };
}

/** States differ by shape and words, and by colour only on top of that. */
function look({ state, stale }: ReviewItem): Pick<ReviewNode, 'icon' | 'color'> {
  if (stale !== undefined) return { icon: 'history', color: 'list.warningForeground' };
  if (state === 'pass') return { icon: 'pass', color: 'testing.iconPassed' };
  if (state === 'na') return { icon: 'circle-slash' };
  if (state === 'concern') return { icon: 'comment-unresolved', color: 'list.warningForeground' };
  return { icon: 'circle-large-outline' };
}

function staleNodes(item: ReviewItem): readonly ReviewNode[] {
  const { id, stale } = item;
  if (stale === undefined) return [];
  const label = cleanLine(stale);
  return [
    { id: `stale ${id}`, kind: 'stale', label, spoken: `Changed since: ${label}`, icon: 'history', item },
  ];
}

function autoNodes(item: ReviewItem, owners: Around['owners']): readonly ReviewNode[] {
  const { id, auto } = item;
  if (auto === undefined) return [];
  const description = cleanLine(auto.reason);
  const label = autoWords(item);
  const children = evidenceNodes(`auto ${id}`, auto.evidence, { item, owners });
  return [
    {
      id: `auto ${id}`,
      kind: 'auto',
      label,
      description,
      spoken: `${label}. ${description}. It answers for nobody.`,
      icon: auto.result === 'pass' ? 'check' : 'eye',
      item,
      ...(children.length > 0 && { children: () => children }),
    },
  ];
}

function evidenceNodes(
  parent: string,
  evidence: readonly Evidence[],
  { item, owners }: { readonly item: ReviewItem; readonly owners: Around['owners'] },
): readonly ReviewNode[] {
  const nodes = evidence.slice(0, mostEvidence).map((place, index): ReviewNode => {
    const path = cleanLine(place.path);
    const line = place.range === undefined ? undefined : place.range.start.line + 1;
    const label = line === undefined ? path : `${path}:${line}`;
    const spoken = line === undefined ? path : `${path}, line ${line}`;
    const owner = owners.get(place.path);
    return {
      id: `${parent} ${index} ${place.path}:${line ?? ''}`,
      kind: 'evidence',
      label,
      ...(owner && {
        description: ownerLabel(owner),
        tooltip: [label, ownerWords(owner)].map(escapeInline).join('\n\n'),
      }),
      spoken: owner === undefined ? spoken : `${spoken}, owner ${owner.who}`,
      icon: 'file',
      opens: place,
      item,
    };
  });
  const rest = evidence.length - nodes.length;
  if (rest === 0) return nodes;
  const label = `${rest} more`;
  return [...nodes, { id: `${parent} more`, kind: 'more', label, spoken: label, icon: 'ellipsis', item }];
}

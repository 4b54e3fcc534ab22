import type { DebtFilter } from '../core/features/debt';
import { cleanLine } from '../core/text/markdown';

/** What can be switched on for itself. */
const switches = [
  {
    key: 'mine',
    label: 'Mine',
    detail: 'You are named as its owner (see the setting leadlight.me)',
    word: 'mine',
  },
  { key: 'overdue', label: 'Overdue', detail: 'Past the day by which it had to be done', word: 'overdue' },
  { key: 'unowned', label: 'Unowned', detail: 'Nobody is named', word: 'unowned' },
  {
    key: 'branch',
    label: 'Only This Branch',
    detail: 'Added since the branch left its base',
    word: 'added by this branch',
  },
  {
    key: 'suppressions',
    label: 'Suppressions Too',
    detail: 'Comments that tell another tool to look away',
    word: 'with suppressions',
  },
] as const;

/** A line of the list in which a filter is put together. */
export interface FilterChoice {
  readonly does: (typeof switches)[number]['key'] | 'text' | { readonly tag: string };
  readonly label: string;
  readonly detail: string;
  readonly isOn: boolean;
}

/** All lines of the list: the switches, the words, and the tags that there are. */
export function filterChoices(
  filter: DebtFilter,
  { tags, knowsBranch }: { readonly tags: readonly string[]; readonly knowsBranch: boolean },
): readonly FilterChoice[] {
  const all = [...new Set([...tags, ...(filter.tags ?? [])])];
  return [
    ...switches
      .filter(({ key }) => key !== 'branch' || knowsBranch)
      .map(({ key, label, detail }) => ({ does: key, label, detail, isOn: filter[key] === true })),
    {
      does: 'text',
      label: 'With Words...',
      detail: filter.text === undefined ? 'In its text, tag, owner, issue or path' : `Now: ${filter.text}`,
      isOn: filter.text !== undefined,
    },
    ...all.map((tag): FilterChoice => ({
      does: { tag },
      label: cleanLine(tag),
      detail: '',
      isOn: filter.tags?.includes(tag) === true,
    })),
  ];
}

/** The filter that the chosen lines stand for; `text` counts where its line was chosen. */
export function filterOf(
  chosen: readonly Pick<FilterChoice, 'does'>[],
  text: string | undefined,
): DebtFilter {
  const tags = chosen.flatMap(({ does }) => (typeof does === 'object' ? [does.tag] : []));
  const isChosen = (key: FilterChoice['does']) => chosen.some(({ does }) => does === key);
  const words = isChosen('text') ? text?.trim() : undefined;
  return {
    ...Object.fromEntries(switches.filter(({ key }) => isChosen(key)).map(({ key }) => [key, true])),
    ...(words !== undefined && words !== '' && { text: words }),
    ...(tags.length > 0 && { tags }),
  };
}

/** A filter in words, such as `mine, overdue, "cart"`; empty where nothing is filtered. */
export function describeFilter(filter: DebtFilter): string {
  return [
    ...switches.filter(({ key }) => filter[key] === true).map(({ word }) => word),
    ...(filter.tags ?? []).map(cleanLine),
    ...(filter.text === undefined ? [] : [`"${filter.text}"`]),
  ].join(', ');
}

/** Whether a filter leaves anything out. */
export function hides(filter: DebtFilter): boolean {
  return Object.entries(filter).some(([key, value]) => key !== 'suppressions' && value !== undefined);
}

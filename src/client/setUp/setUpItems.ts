import type { SetUpFound, SetUpPart } from '../../core/authoring/setup/found';
import { counted } from '../../core/text/counted';
import { cut } from '../../core/text/cut';

export interface PartItem {
  readonly part: SetUpPart;
  readonly label: string;
  readonly detail: string;
  /** Whether it is chosen at first. */
  readonly picked: boolean;
}

export interface PhilosophyItem {
  readonly id: string;
  /** The group that it begins in the list. */
  readonly begins?: string;
  readonly label: string;
  readonly detail: string;
  readonly picked: boolean;
}

const longestRuns = 80;

/** What can be set up, with what was found for it; what the folder has already is left out. */
export function partItems(found: SetUpFound): readonly PartItem[] {
  const { groups, questions, repository, areas, has } = found;
  const philosophies = groups.flatMap((group) => group.philosophies);
  const runs = [...new Set(repository.commands.map(({ run }) => run))];
  const items: readonly (PartItem | false)[] = [
    philosophies.length > 0 && {
      part: 'philosophies',
      label: 'Philosophies',
      detail: `Beliefs with their reasons, ${philosophies.length} to choose from in the next step`,
      picked: philosophies.some(({ isFirst }) => isFirst),
    },
    questions.length > 0 && {
      part: 'checklist',
      label: 'Review checklist',
      detail: `${counted(questions.length, 'question')}, each asked of the changes that it fits`,
      picked: true,
    },
    {
      part: 'walkthrough',
      label: 'First-day walkthrough',
      detail:
        runs.length === 0
          ? 'A draft to fill in: nothing here tells a command'
          : `A draft with what was found here: ${cut(runs.join(', '), longestRuns)}`,
      picked: true,
    },
    {
      part: 'markers',
      label: 'Debt policy',
      detail: `What ${listed(['TODO', 'FIXME', 'HACK', ...repository.suppressions])} mean here, and have to say`,
      picked: true,
    },
    areas !== undefined && {
      part: 'areas',
      label: 'Areas',
      detail:
        areas.from === 'codeowners'
          ? `${counted(areas.areas.length, 'area')} as in CODEOWNERS, which is read as it is in any case`
          : `${counted(areas.areas.length, 'area')} from who committed where: a guess with names, to be checked`,
      picked: areas.from === 'git' && areas.areas.length > 1,
    },
  ];
  return items.filter((item) => item !== false).filter(({ part }) => !has.includes(part));
}

/** The philosophies of all groups, in order. */
export function philosophyItems({ groups }: SetUpFound): readonly PhilosophyItem[] {
  return groups.flatMap(({ title: group, philosophies }) =>
    philosophies.map(({ id, title, why, isFirst }, index) => ({
      id,
      ...(index === 0 && { begins: group }),
      label: title,
      detail: why,
      picked: isFirst,
    })),
  );
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

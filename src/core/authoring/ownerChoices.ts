import { type OwnerChoice, type OwnerQuery, ownersFor } from '../features/markerOwners';
import type { Author } from '../git';
import type { Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import { counted } from '../text/counted';
import { cleanLine } from '../text/markdown';

export interface OwnerChoicesQuery extends Pick<OwnerQuery, 'uri' | 'me' | 'today'> {
  readonly guidance: Guidance;
  readonly authors: readonly Author[];
}

/** Who can be named in guidance: whom areas and CODEOWNERS name, the reader, whom entries name, and who commits here. */
export function ownerChoices({ guidance, authors, ...query }: OwnerChoicesQuery): readonly OwnerChoice[] {
  const areas = guidance.entries.filter((entry) => entry.kind === 'area');
  const named = guidance.entries.flatMap((entry): OwnerChoice[] =>
    namedIn(entry).map((handle) => ({ handle, why: `named in ${cleanLine(entry.title)}` })),
  );
  const committing = authors.map(({ name, email, commits }): OwnerChoice => {
    return { handle: handleOf(email), why: `${cleanLine(name)}, ${counted(commits, 'commit')}` };
  });
  const choices = new Map<string, OwnerChoice>();
  const likely = ownersFor({ ...query, area: undefined, areas }).map(asWritten);
  for (const choice of [...likely, ...named, ...committing]) {
    const key = choice.handle.replace(/^@/, '').toLowerCase();
    if (key !== '' && !choices.has(key)) choices.set(key, choice);
  }
  return [...choices.values()];
}

/** A reader who is known by an address has no sign in front. */
function asWritten({ handle, why }: OwnerChoice): OwnerChoice {
  return { handle: why === 'you' && !handle.includes('@') ? `@${handle}` : handle, why };
}

function namedIn(entry: Entry): readonly string[] {
  if (entry.kind === 'philosophy' || entry.kind === 'change')
    return entry.owner === undefined ? [] : [entry.owner];
  if (entry.kind === 'walkthrough') return entry.sponsor === undefined ? [] : [entry.sponsor];
  return entry.kind === 'area' ? entry.reviewers : [];
}

/** The name before the `@` of an address; GitHub puts a number before it where it keeps the address to itself. */
function handleOf(email: string): string {
  const name = /^(?:\d+\+)?([\w.-]+)/.exec(cleanLine(email))?.[1] ?? '';
  return name === '' ? '' : `@${name}`;
}

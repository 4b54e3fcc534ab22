import type { Guidance } from '../guidance/guidance';
import { fileId } from '../guidance/markdownSections';
import type { Walkthrough } from '../guidance/model';
import { slug } from '../text/slug';
import type { ListedWalkthrough } from './summaries';

/** A tour under the name that its file and its id will have. */
export interface NamedTour {
  readonly guidance: Guidance;
  readonly tour: Walkthrough;
  readonly name: string;
  /** The name of the tour that follows. */
  readonly next: string | undefined;
}

/** Names for all tours: by their files, unlike each other, and unlike the walkthroughs of their folders. */
export function namedTours(all: readonly ListedWalkthrough[]): readonly NamedTour[] {
  const taken = new Set<string>();
  const own = all.filter(({ walkthrough }) => walkthrough.format === 'leadlight');
  for (const { walkthrough } of own) taken.add(`${walkthrough.folder} ${walkthrough.id}`);
  const tours = all.filter(({ walkthrough }) => walkthrough.format === 'codetour');
  const named = tours.map(({ guidance, walkthrough: tour }) => {
    const plain = plainName(tour);
    let name = plain;
    for (let number = 2; taken.has(`${tour.folder} ${name}`); number += 1)
      name = `${plain.slice(0, 58)}-${number}`;
    taken.add(`${tour.folder} ${name}`);
    return { guidance, tour, name };
  });
  return named.map((each) => {
    const others = named.filter(({ tour }) => tour !== each.tour && tour.folder === each.tour.folder);
    return { ...each, next: others.find(({ tour }) => follows(each.tour, tour))?.name };
  });
}

function plainName({ uri, title }: Walkthrough): string {
  const name = slug(fileId(uri).replace(/\.(?:tour|json)$/i, ''));
  // Names that say where a tour is, and one that is read as no walkthrough.
  return ['main', 'tour', 'unnamed', 'readme'].includes(name) ? slug(`${title} tour`) : name;
}

/** By what it says, or else by the number that its title begins with, as CodeTour has it: `1 - Start`. */
function follows({ next, title }: Walkthrough, other: Walkthrough): boolean {
  if (next !== undefined) return other.id === next || other.title === next.trim();
  const number = numberOf(title);
  return number !== undefined && numberOf(other.title) === number + 1;
}

function numberOf(title: string): number | undefined {
  const [, digits] = /^#?(\d{1,6})\s+-/.exec(title) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

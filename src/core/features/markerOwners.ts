import { isCodeowners } from '../guidance/owners/codeowners';
import type { Area } from '../guidance/model';
import { contactFor } from '../match/scope';
import { admits } from '../match/selector';
import { relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';

/** Somebody who could own a marker, and why them. */
export interface OwnerChoice {
  /** As it is written on a marker. */
  readonly handle: string;
  /** Ends the sentence "@maya, ...". */
  readonly why: string;
}

export interface OwnerQuery {
  /** URI of the document. */
  readonly uri: string;
  readonly area: Area | undefined;
  /** All areas that are written down, those of CODEOWNERS among them. */
  readonly areas: readonly Area[];
  /** Handles of the reader. */
  readonly me: readonly string[];
  readonly today: string;
}

const maxChoices = 50;
/** What a marker can hold as an owner, whatever stands around it. */
const handlePattern = /^@?\w[\w.+-]{0,63}(?:[/@]\w[\w.-]{0,63})?$/;

/**
 * Who could own a marker of a file: who answers for its area now, who leads it, the reader, then whom the other areas
 * and lines of CODEOWNERS name that hold the file, then everybody else.
 */
export function ownersFor({ uri, area, areas, me, today }: OwnerQuery): readonly OwnerChoice[] {
  const why = new Map<string, string>();
  const add = (handles: readonly string[], reason: string) => {
    for (const handle of handles) if (!why.has(handle) && handlePattern.test(handle)) why.set(handle, reason);
  };
  const contact = contactFor(undefined, area, today);
  if (area !== undefined) {
    if (contact?.insteadOf !== undefined) add(contact.handles, `stands in at ${cleanLine(area.title)}`);
    add(area.leads, leading(area));
  }
  // Of an address, code shows no more than it needs.
  add(
    me.slice(0, 1).map((handle) => handle.replace(/(?<=.)@.*$/, '')),
    'you',
  );
  if (area?.delegate !== undefined) add([area.delegate], `stands in at ${cleanLine(area.title)}`);
  const holds = ({ applies, folder }: Area) => {
    const path = relativePath(uri, folder);
    return path !== undefined && admits(applies, path);
  };
  // Of several lines of CODEOWNERS the last counts.
  const nearFirst = [...areas.filter(holds).toReversed(), ...areas];
  for (const near of nearFirst) {
    if (why.size >= maxChoices) break;
    add(near.leads, leading(near));
    if (near.delegate !== undefined) add([near.delegate], `stands in at ${cleanLine(near.title)}`);
  }
  return [...why].slice(0, maxChoices).map(([handle, reason]) => ({ handle, why: reason }));
}

/** A line of CODEOWNERS has no name, only a pattern. */
function leading({ title, uri }: Area): string {
  return isCodeowners(uri) ? `owns ${cleanLine(title)} in CODEOWNERS` : `leads ${cleanLine(title)}`;
}

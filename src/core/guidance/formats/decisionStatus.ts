import type { Decision } from '../decisionModel';
import { withoutComments } from './decisionText';
import { statusWords } from './decisionWords';

/**
 * The status that a text names, whatever stands around it: `superseded by [ADR-0005](0005-x.md)`,
 * `Accepted (retroactive)`, `{proposed}`. Several lines may follow each other, as adr-tools writes them: what a decision
 * was superseded by counts wherever it stands. `undefined` where no word of it is known.
 */
export function readDecisionStatus(text: string): Decision['status'] {
  const plain = text
    .slice(0, longest)
    .replace(/\]\([^()]*\)/g, ']')
    .toLowerCase()
    .replace(/[-_*`]+/g, ' ')
    .replace(/\s+/g, ' ');
  if (/(?<!part(?:ly|ially) )(?:supersed|superced|replac)ed by\b/.test(plain)) return 'superseded';
  const found = knownStatus.exec(plain)?.[0];
  return found === undefined ? undefined : statusWords.get(found);
}

/** Whether a text is a template's choice of all that a status can be. */
export function isPlaceholder(text: string): boolean {
  const shown = withoutComments(text.slice(0, longest));
  return /\|.*\|/.test(shown) || !/[\p{L}\p{N}]/u.test(shown);
}

/** Of a status, in UTF-16 units; a section of that name may be anything. */
const longest = 2_000;

const knownStatus = new RegExp(
  `(?<!\\p{L})(?:${[...statusWords.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{Script=Latin}|\\p{Script=Cyrillic})`,
  'u',
);

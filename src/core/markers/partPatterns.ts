import { isDay } from '../text/day';
import type { MarkerPartName } from './marker';

/** A part that was found in a piece of text; offsets in that piece. */
export interface FoundPart {
  readonly name: MarkerPartName;
  readonly start: number;
  readonly end: number;
  /** Whether it can be nothing else: not a word that may be a name, nor a number that may be anything. */
  readonly isSure: boolean;
}

const AMOUNT = String.raw`\d{1,4}(?:\.\d{1,3})?(?:min|mo|h|d|w|pts?)`;
const DAY = String.raw`\d{4}-\d\d-\d\d`;
const NUMBER_SIGN = String.raw`(?:[\w.-]{2,100}(?:\/[\w.-]{1,100})?)?#\d{1,12}`;
const KEY = String.raw`[A-Z][A-Z0-9_]{1,30}-\d{1,12}`;
const NUMBER_PATH = String.raw`[A-Za-z][\w.-]{0,60}(?:\/[\w.-]{1,60}){0,6}\/#?\d{1,12}`;
/** `v8:10346`, in brackets only. */
const NUMBER_NAME = String.raw`[A-Za-z][\w.-]{0,60}:\d{2,12}`;
const ADDRESS = String.raw`https?:\/\/[^\s<>"']{0,2000}[^\s<>"'.,;:!?)\]]`;

/** Where the common trackers keep issues. */
const ISSUE_ADDRESS =
  /\/(?:issues?|pull|merge_requests|work_items|browse|bugs?|tickets?|tasks?|story)\/(?:[A-Za-z]\w*-)?\d+|show_bug\.cgi\?id=\d+|bug\.com\/\d+/;
/** `@param` and its like are no people. */
const DOC_TAG =
  'param|returns?|type|deprecated|see|link|throws|since|override|preserve|license|internal|example';
const HANDLE = String.raw`@(?!(?:${DOC_TAG})(?![\p{L}\p{N}._\/-]))[\p{L}\p{N}](?:[\p{L}\p{N}._\/-]{0,100}[\p{L}\p{N}])?`;

/** Standards that look like the key of an issue. */
const STANDARD = /^(?:UTF|UCS|ISO|IEC|IEEE|RFC|SHA|MD|AES|RSA|HTTP|TLS|ES|UTC|GMT)-/;

const WHOLE_KEY = new RegExp(`^${KEY}$`);

export function isIssueKey(text: string): boolean {
  return WHOLE_KEY.test(text) && !STANDARD.test(text);
}

const COST_ITEM = new RegExp(`^~?(${AMOUNT})$`);
const ISSUE_ITEM = new RegExp(`^(?:${NUMBER_SIGN}|${NUMBER_PATH}|${NUMBER_NAME}|${ADDRESS}|\\d{1,12})$`);

const LABEL =
  /^(owner|assignee|issue|bug|ticket|due|by|until|cost|estimate)(?:[ \t]{0,3}[:=][ \t]{0,3}|[ \t]{1,3})(?=\S)/i;
const LABELLED: Readonly<Record<string, MarkerPartName>> = {
  owner: 'owner',
  assignee: 'owner',
  issue: 'issue',
  bug: 'issue',
  ticket: 'issue',
  due: 'due',
  by: 'due',
  until: 'due',
  cost: 'cost',
  estimate: 'cost',
};

const LETTERS = String.raw`[\p{L}\p{N}\p{M}._'\u2019+@\/-]{0,80}`;
const CAPITAL = String.raw`[\p{Lu}\p{Lt}\p{Lo}]`;
/** One word, or up to three that begin with capitals, as names do. */
const NAME = new RegExp(
  `^(?:@?[\\p{L}\\p{N}]${LETTERS}|${CAPITAL}${LETTERS}(?: ${CAPITAL}${LETTERS}){1,2})(?: <[^<>\\s]{1,80}>)?$`,
  'u',
);

/** What an item of a list in brackets is, all of it: a name that has no sign is an owner. */
export function partOfItem(item: string): FoundPart | undefined {
  const label = LABEL.exec(item);
  if (label !== null) return labelled(LABELLED[label[1]!.toLowerCase()]!, item, label[0].length);
  const whole = { start: 0, end: item.length, isSure: true };
  if (isDay(item)) return { ...whole, name: 'due' };
  const cost = COST_ITEM.exec(item);
  if (cost !== null) {
    const start = item.length - cost[1]!.length;
    return { ...whole, name: 'cost', start, isSure: start > 0 };
  }
  if (isIssueKey(item) || ISSUE_ITEM.test(item)) return { ...whole, name: 'issue', isSure: /\D/.test(item) };
  if (!NAME.test(item) || !/\p{L}/u.test(item) || STANDARD.test(item)) return undefined;
  return { ...whole, name: 'owner', isSure: item.startsWith('@') };
}

function labelled(name: MarkerPartName, item: string, start: number): FoundPart | undefined {
  if (name === 'issue') {
    return /^\S*\d\S*$/.test(item.slice(start)) ? { name, start, end: item.length, isSure: true } : undefined;
  }
  const value = partOfItem(item.slice(start));
  if (value?.name !== name) return undefined;
  return { name, start: start + value.start, end: item.length, isSure: true };
}

const GAP = String.raw`[ \t]{0,3}`;
const NO_WORD = String.raw`(?<![\p{L}\p{N}_~-])`;

/** What can follow a part that stands by itself before the text. */
const ENDS = String.raw`(?=$|[\s,;:.)\]])`;
const SET_OFF = String.raw`(?=$|:|\s+[-\u2013\u2014](?=$|\s))`;

/** What can stand, one after the other, between the tag and its text; the first group is the part. */
export const LEADING: readonly (readonly [MarkerPartName, RegExp])[] = [
  ['owner', new RegExp(`(${HANDLE}(?:[ \\t]{0,3}[,&/]?[ \\t]{0,3}${HANDLE}){0,8})${ENDS}`, 'duy')],
  ['cost', new RegExp(`~(${AMOUNT})${ENDS}`, 'duy')],
  ['due', new RegExp(`(?:(?:due|by)${GAP}:?${GAP})?(${DAY})${ENDS}`, 'diuy')],
  ['issue', new RegExp(`(${NUMBER_SIGN})${ENDS}`, 'duy')],
  ['issue', new RegExp(`(${KEY})${SET_OFF}`, 'duy')],
  ['issue', new RegExp(`(${ADDRESS}|${NUMBER_PATH})(?=$|\\s+[-\\u2013\\u2014](?=$|\\s))`, 'duy')],
];

/** What people write in brackets between the tag and its colon to say what kind of work it is: no names. */
export const KIND_OF_WORK =
  /^(?:bug|chore|clean-?up|docs?|easy|feat|fix|high|later|low|medium|minor|major|nit|optional|paranoia|perf|refactor|security|spec|style|tests?|urgent|wip)$/i;

/** What is read out of the text itself; the first group is the part, the match is what the text does without. */
export const INSIDE: readonly (readonly [MarkerPartName, RegExp])[] = [
  [
    'due',
    new RegExp(
      `${NO_WORD}(?:due|by)(?:[ \\t]{1,3}(?:on|by))?${GAP}:?${GAP}(${DAY})(?![\\p{L}\\p{N}_-])`,
      'dgiu',
    ),
  ],
  ['cost', new RegExp(`${NO_WORD}~(${AMOUNT})(?=${GAP}(?:$|[,.;:)\\]#@(]|-|due\\b|by\\b))`, 'dgu')],
];

/** A list in brackets within the text. */
export const LIST = /(?<=^|\s)[([][^()[\]]{1,200}[)\]]/g;

const ADDRESSES = new RegExp(`${ADDRESS}`, 'g');

/** The first address of an issue in a text. */
export function issueAddressIn(text: string): Pick<FoundPart, 'start' | 'end'> | undefined {
  for (const { 0: address, index } of text.matchAll(ADDRESSES)) {
    if (ISSUE_ADDRESS.test(address)) return { start: index, end: index + address.length };
  }
  return undefined;
}

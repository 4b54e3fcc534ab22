import type { Stretch } from './markerBody';
import type { ReadMarker } from './partReader';

/** Directives that name no rules in words: whatever follows says why. Rules stand in brackets, or are numbers. */
const WORDS_ARE_REASON = /^(?:@ts-|\$Flow|NOSONAR|NOPMD|NOLINT|prettier-ignore|pragma)/;
const RULES_FIRST = /^\s*(?:\([^()]{0,1000}\)|\[[^[\]]{0,1000}\]|(?:TS)?\d{3,6}\b)?/;

/** What stands between the rules and the reason. */
const SEPARATOR = /(?:^|\s)(?:--+|[-\u2013\u2014]|\/\/+|#+|\/\*+|<!--)\s|(?<=\S):\s/;

/** Reads which rules a suppression silences, and why. `written` is the tag as it is written. */
export function readSuppression(text: string, written: string, lines: readonly Stretch[]): ReadMarker {
  const [first] = lines;
  const raw = text.slice(first!.start, first!.end);
  const colon = /^\s*:/.exec(raw)?.[0].length ?? 0;
  const said = raw.slice(colon);
  const [rulesEnd, reasonStart] = WORDS_ARE_REASON.test(written) ? afterRules(said) : atSeparator(said);
  const rules = said
    .slice(0, rulesEnd)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[([](.*)[)\]]$/, '$1');
  const start = first!.start + colon + reasonStart;
  return withReason(text, rules, { start, end: first!.end });
}

/** Reads a suppression in code: `list` is what stands in its brackets, `comment` the next comment on its line. */
export function readAttribute(text: string, list: Stretch, comment: Stretch | undefined): ReadMarker {
  const said = text.slice(list.start, list.end);
  const own = /\b(?:reason|Justification)\s{0,3}=\s{0,3}"([^"\\]*(?:\\.[^"\\]*)*)"/d.exec(said);
  const kept = own === null ? said : said.slice(0, own.index) + said.slice(own.index + own[0].length);
  const rules = kept
    .replace(/["'{}()[\]]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ ,:=]+/, '')
    .replace(/[ ,]{1,4}$/, '');
  if (own !== null) {
    const [start, end] = own.indices![1]!;
    return withReason(text, rules, { start: list.start + start, end: list.start + end });
  }
  return comment === undefined ? { text: rules } : withReason(text, rules, comment);
}

function withReason(text: string, rules: string, { start, end }: Stretch): ReadMarker {
  const value = text.slice(start, end).trim();
  if (!/[\p{L}\p{N}]/u.test(value)) return { text: rules };
  const from = text.indexOf(value, start);
  return { text: rules, reason: { value, start: from, end: from + value.length } };
}

function afterRules(said: string): readonly [rulesEnd: number, reasonStart: number] {
  const rulesEnd = RULES_FIRST.exec(said)![0].length;
  const signs = /^[\s:\-\u2013\u2014/#]*/.exec(said.slice(rulesEnd))![0];
  return [rulesEnd, rulesEnd + signs.length];
}

function atSeparator(said: string): readonly [rulesEnd: number, reasonStart: number] {
  const match = SEPARATOR.exec(said);
  return match === null ? [said.length, said.length] : [match.index, match.index + match[0].length];
}

import type { Stretch } from './markerBody';
import { PartReader, type ReadMarker } from './partReader';

/** What stands between rules and reason where a tool has no way of its own. */
const SEPARATOR = String.raw`(?:^|\s)(?:--+|[-\u2013\u2014]|\/\/+|#+|\/\*+|<!--)\s|(?<=\S):\s`;

/**
 * How directives are split, by how they begin: the first group is what is silenced, the reason follows.
 * Sources: the manuals of TypeScript, Flow, Sonar, PMD, Clang-Tidy, Staticcheck, Checkov and PHPStan.
 */
const SPLITS: readonly (readonly [written: RegExp, split: RegExp])[] = [
  [
    /^(?:@ts-|\$Flow|NOSONAR|NOPMD|NOLINT|prettier-ignore|pragma)/,
    /^(\s*(?:\([^()]{0,1000}\)|\[[^[\]]{0,1000}\]|(?:TS)?\d{3,6}\b)?)(?:[\s:\u2013\u2014]|-+(?=\s)|\/{2,}|#+(?=\s))*/,
  ],
  [/^lint:/, /^(\s*\S*)\s*/],
  [/^checkov:/, /^([^:]*):?/],
  [/^@phpstan-/, /^([^(]*)\(?/],
  [/^/, new RegExp(`^(.*?)(?:${SEPARATOR}|$)`)],
];

/** Reads what a directive in a comment silences, and why. `written` is its tag as it is written. */
export function readSuppression(text: string, written: string, line: Stretch): ReadMarker {
  const said = text.slice(line.start, line.end);
  const lead = /^\s*[:=]?/.exec(said)![0].length;
  const split = SPLITS.find(([begins]) => begins.test(written))![1];
  const match = split.exec(said.slice(lead));
  const rules = match?.[1] ?? said;
  const start = match === null ? line.end : line.start + lead + match[0].length;
  return withReason(text, cleaned(rules), { start, end: line.end });
}

/** Reads a suppression in code: `list` is what stands in its brackets, `comment` the next comment on its line. */
export function readAttribute(text: string, list: Stretch, comment: Stretch | undefined): ReadMarker {
  const said = text.slice(list.start, list.end);
  const own = /\b(?:reason|Justification)\s{0,3}=\s{0,3}"([^"\\]*(?:\\.[^"\\]*)*)"/d.exec(said);
  if (own === null) {
    return comment === undefined ? { text: cleaned(said) } : withReason(text, cleaned(said), comment);
  }
  const [start, end] = own.indices![1]!;
  const others = said.slice(0, own.index) + said.slice(own.index + own[0].length);
  return withReason(text, cleaned(others), { start: list.start + start, end: list.start + end });
}

/** An owner, an issue or a date beside the reason are parts of their own; what stands behind them is not read. */
function withReason(text: string, rules: string, { start, end }: Stretch): ReadMarker {
  const reader = new PartReader(text);
  const head = reader.readHead({ start, end }, -1);
  const tail = reader.readInside({ start: head, end }) ?? end;
  const reason = bareReason(text.slice(head, tail));
  if (reason === '') return { ...reader.parts, text: rules };
  const reasonEnd = head + reason.length;
  // What was read out of a list that nobody understands stays with it.
  const others = Object.entries(reader.parts).filter(
    ([, part]) => part.start < head || part.start >= reasonEnd,
  );
  return {
    ...Object.fromEntries(others),
    reason: { value: reason, start: head, end: reasonEnd },
    text: rules,
  };
}

/** Without the signs that follow it; empty where only signs or a template's `<explanation>` stand. */
function bareReason(raw: string): string {
  let length = raw.length;
  while (length > 0 && /[\s,;([]/.test(raw.charAt(length - 1))) length -= 1;
  if (raw.charAt(length - 1) === ')' && !raw.includes('(')) length -= 1;
  const reason = raw.slice(0, length).trimEnd();
  return /[\p{L}\p{N}]/u.test(reason) && !/^<[^<>]*>$/.test(reason) ? reason : '';
}

/** Rules without the signs around them. */
function cleaned(rules: string): string {
  const bare = rules.replace(/["'{}()[\]]/g, '').replace(/\s+/g, ' ');
  return bare.replace(/^[ ,:=]+/, '').replace(/[ ,;]{1,4}$/, '');
}

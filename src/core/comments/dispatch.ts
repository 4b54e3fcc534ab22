import type { Grammar, Rule } from './scan';

/** A rule, and the characters where it is tried. */
export interface StartRule {
  readonly starts: string;
  readonly rule: Rule;
}

/** A rule with a fixed opener. */
export interface OpenRule {
  readonly open: string;
  /** It has a condition besides its opener. */
  readonly conditional: boolean;
  readonly rule: Rule;
}

/** Where rules share a character, they are tried in their order here. */
export function buildGrammar(rules: readonly StartRule[], text?: Grammar['text']): Grammar {
  const dispatch = new Uint8Array(128);
  const lists: Rule[][] = [[]];
  for (const { starts, rule } of rules) {
    for (const char of starts) {
      const code = char.charCodeAt(0);
      if (dispatch[code] === 0) dispatch[code] = lists.push([]) - 1;
      lists[dispatch[code]!]!.push(rule);
    }
  }
  return text === undefined ? { dispatch, rules: lists } : { dispatch, rules: lists, text };
}

/** The longest opener first, so that a quote does not hide three quotes; then those with a condition. */
export function byOpener(rules: readonly OpenRule[]): readonly StartRule[] {
  return rules
    .toSorted((a, b) => b.open.length - a.open.length || Number(b.conditional) - Number(a.conditional))
    .map(({ open, rule }) => ({ starts: open.charAt(0), rule }));
}

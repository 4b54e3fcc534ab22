import {
  closeBracketRule,
  endMarkRule,
  endOfSpecRule,
  formatSpecRule,
  islandRule,
  openBracketRule,
} from './bracketRules';
import { blockCommentRule, lineCommentRule } from './commentRules';
import { buildGrammar, byOpener, type OpenRule, type StartRule } from './dispatch';
import { fencedRule, heredocBodyRule, heredocRule, patternRule } from './fenceRules';
import { jsxRule } from './jsxRules';
import { blockScalarRule } from './layoutRules';
import { frontMatterRule, tagRule } from './markupRules';
import { quoteOperatorRule } from './quoteRules';
import { regexRule } from './regexRule';
import type { Grammar } from './scan';
import { islandStringRule, plainStringRule, stringBodyRules } from './stringRules';
import type { Island, StringForm, Syntax } from './syntax';

/** Finds the grammar of a language, or of a part of one, when it is met: languages contain each other. */
export type GrammarOf = (languageId: string) => Grammar | undefined;

interface Context {
  readonly own: string;
  readonly grammarOf: GrammarOf;
}

/** Turns the table's facts about a language into rules by first character. */
export function grammarFor(own: string, syntax: Syntax, grammarOf: GrammarOf): Grammar {
  const context = { own, grammarOf };
  const rules: StartRule[] = [];
  if (syntax.frontMatter !== undefined) {
    rules.push({ starts: '-', rule: frontMatterRule(grammarNamed(syntax.frontMatter, context)) });
  }
  for (const form of syntax.patterns ?? []) rules.push({ starts: form.starts, rule: patternRule(form) });
  for (const form of syntax.fencedForms ?? []) {
    const code = form.language === undefined ? undefined : grammarNamed(form.language, context);
    rules.push({ starts: form.starts, rule: fencedRule(form, code) });
  }
  rules.push(...byOpener(openRules(syntax, context)));
  for (const form of syntax.heredocs ?? []) rules.push({ starts: form.starts, rule: heredocRule(form) });
  rules.push(...operandRules(syntax, context));
  if (syntax.blockScalars === true) rules.push({ starts: '|>', rule: blockScalarRule() });
  if (syntax.markup !== undefined) rules.push(markupRule(syntax, context));
  if (syntax.formatSpecs === true) rules.push({ starts: ':', rule: formatSpecRule(specGrammar(context)) });
  if (countsBrackets(syntax)) {
    rules.push({ starts: '([{', rule: openBracketRule }, { starts: ')]}', rule: closeBracketRule });
  }
  if (syntax.heredocs !== undefined) rules.push({ starts: '\r\n', rule: heredocBodyRule });
  return buildGrammar(rules);
}

function openRules(syntax: Syntax, context: Context): readonly OpenRule[] {
  const rules: OpenRule[] = [];
  for (const form of syntax.lineComments ?? []) rules.push(opener(form, lineCommentRule(form)));
  for (const form of syntax.blockComments ?? []) rules.push(opener(form, blockCommentRule(form)));
  for (const form of syntax.strings ?? []) rules.push(opener(form, stringRule(form, syntax, context)));
  for (const island of syntax.islands ?? []) rules.push(islandOpener(island, context));
  if (syntax.endMark !== undefined) rules.push(opener({ open: syntax.endMark }, endMarkRule(syntax.endMark)));
  return rules;
}

/** The forms that need to know whether an operand may stand here. */
function operandRules(syntax: Syntax, { own, grammarOf }: Context): readonly StartRule[] {
  const words = new Set(syntax.regex?.after ?? []);
  const rules: StartRule[] = [];
  for (const form of syntax.quoteOperators ?? []) {
    rules.push({ starts: form.starts, rule: quoteOperatorRule(form, words) });
  }
  if (syntax.regex !== undefined) rules.push({ starts: '/', rule: regexRule(syntax.regex) });
  if (syntax.jsx === true)
    rules.push({ starts: '<', rule: jsxRule(words, grammarNamed(own, { own, grammarOf })) });
  return rules;
}

function stringRule(form: StringForm, syntax: Syntax, context: Context): OpenRule['rule'] {
  if (form.islands === undefined) return plainStringRule(form, syntax.data === true ? 'code' : 'string');
  const within = form.lines === 'many' ? 'text' : 'line';
  const islands = form.islands.map((island) => islandOpener(island, context, within));
  return islandStringRule(form, buildGrammar(stringBodyRules(form, islands), 'string'));
}

function islandOpener(island: Island, context: Context, within: 'line' | 'text' = 'text'): OpenRule {
  const grammar = grammarNamed(island.language ?? context.own, context);
  return opener(island, islandRule({ island, grammar, within }));
}

/** A format is text in which fields may stand again. */
function specGrammar({ own, grammarOf }: Context): () => Grammar {
  const field = islandOpener({ open: '{', close: '}' }, { own, grammarOf });
  const spec = buildGrammar([...byOpener([field]), { starts: '}', rule: endOfSpecRule }], 'string');
  return () => spec;
}

function markupRule(syntax: Syntax, context: Context): StartRule {
  const islands = (syntax.islands ?? []).map((island) => islandOpener(island, context));
  const elements = syntax.markup?.elements ?? {};
  return {
    starts: '<',
    rule: tagRule({ elements, grammarOf: context.grammarOf, islands: byOpener(islands) }),
  };
}

function opener(form: { readonly open: string; readonly when?: RegExp }, rule: OpenRule['rule']): OpenRule {
  return { open: form.open, conditional: form.when !== undefined, rule };
}

function grammarNamed(languageId: string, { grammarOf }: Context): () => Grammar {
  return () => grammarOf(languageId) ?? NOTHING;
}

const NOTHING = buildGrammar([]);

/** Brackets matter to what they end: an interpolation, or a condition before a regular expression. */
function countsBrackets({ regex, islands, strings, markup, formatSpecs }: Syntax): boolean {
  if (markup !== undefined) return false;
  const inStrings = (strings ?? []).some((form) => form.islands !== undefined);
  return regex !== undefined || islands !== undefined || inStrings || formatSpecs === true;
}

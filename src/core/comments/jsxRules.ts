import { islandRule } from './bracketRules';
import { isWordCode } from './characters';
import { lineCommentRule, blockCommentRule } from './commentRules';
import { buildGrammar, byOpener } from './dispatch';
import { elementMayStart } from './jsxPlace';
import { NOT_HERE, type Grammar, type Rule, type Scan } from './scan';
import { plainStringRule } from './stringRules';

const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const STRINGS = ['"', "'"].map((open) => ({ open, lines: 'many' }) as const);

/**
 * An element in an expression is one frame, however deep its children go: `depth` counts the elements
 * that are open, and the frame's grammar changes between tags and the text between them.
 */
export function jsxRule(words: ReadonlySet<string>, code: () => Grammar): Rule {
  const container = islandRule({ island: { open: '{', close: '}' }, grammar: code, within: 'text' });
  const children = buildGrammar(
    [
      { starts: '{', rule: container },
      { starts: '<', rule: (scan, at) => nextTag(scan, at, tag) },
    ],
    'markupText',
  );
  const open: Rule = (scan, at) => {
    if (!elementMayStart(scan, at, words)) return NOT_HERE;
    scan.enter({ grammar: tag, opened: at, start: at });
    return at + 1;
  };
  const tag: Grammar = buildGrammar([
    ...byOpener([
      { open: '//', conditional: false, rule: lineCommentRule({ open: '//' }) },
      { open: '/*', conditional: false, rule: blockCommentRule({ open: '/*', close: '*/' }) },
    ]),
    ...STRINGS.map((form) => ({ starts: form.open, rule: plainStringRule(form, 'string') })),
    { starts: '{', rule: container },
    { starts: '<', rule: (scan, at) => angleInTag(scan, at, tag) },
    { starts: '>', rule: (scan, at) => endOfTag(scan, at, children) },
  ]);
  return open;
}

/** A tag among children; a `<` that opens none is text. */
function nextTag(scan: Scan, at: number, tag: Grammar): number {
  const next = scan.text.charCodeAt(at + 1);
  if (next !== SLASH && next !== GREATER && !isWordCode(next)) return NOT_HERE;
  scan.endText(at);
  const { frame } = scan;
  frame.closing = next === SLASH;
  frame.grammar = tag;
  return frame.closing ? at + 2 : at + 1;
}

/** Inside a tag `<` opens an element that is an attribute's value, or type arguments. */
function angleInTag(scan: Scan, at: number, tag: Grammar): number {
  const grammar = scan.text.charCodeAt(at - 1) === EQUALS ? tag : typeArguments;
  scan.enter({ grammar, opened: at, start: at });
  scan.frame.depth = grammar === tag ? 0 : 1;
  return at + 1;
}

function endOfTag(scan: Scan, at: number, children: Grammar): number {
  const { frame } = scan;
  if (frame.closing) frame.depth -= 1;
  else if (!closesItself(scan, at)) frame.depth += 1;
  const end = at + 1;
  if (frame.depth <= 0) {
    scan.leave(end);
  } else {
    frame.grammar = children;
    frame.start = end;
  }
  return end;
}

/** `/>`, and not the end of a comment before a `>`. */
function closesItself(scan: Scan, at: number): boolean {
  return scan.text.charCodeAt(at - 1) === SLASH && scan.regions.at(-1)?.end !== at;
}

const typeArguments: Grammar = buildGrammar([
  ...STRINGS.map((form) => ({ starts: form.open, rule: plainStringRule(form, 'string') })),
  {
    starts: '<',
    rule: (scan, at) => {
      scan.frame.depth += 1;
      return at + 1;
    },
  },
  {
    starts: '>',
    rule: (scan, at) => {
      if (scan.text.charCodeAt(at - 1) === EQUALS) return NOT_HERE;
      scan.frame.depth -= 1;
      if (scan.frame.depth <= 0) scan.leave(at + 1);
      return at + 1;
    },
  },
]);

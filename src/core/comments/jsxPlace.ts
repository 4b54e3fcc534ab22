import { isSpace } from './characters';
import { codeBefore, operandMayStart } from './operandPlace';
import type { Scan } from './scan';

/** How far a signature is followed before an opening tag is taken for one. */
const LONGEST_SIGNATURE = 1000;

/**
 * Whether the `<` at `at` opens an element. TypeScript's type parameters may stand in the same places:
 * they are followed by a comma, `extends` or `=`, or a parameter list with `=>` or a type behind it.
 */
export function elementMayStart(scan: Scan, at: number, words: ReadonlySet<string>): boolean {
  const { text } = scan;
  if (text.startsWith('<>', at)) return operandMayStart(scan, at, words);
  const name = /<[A-Za-z_$][\w$.:-]*/y;
  name.lastIndex = at;
  const opener = name.exec(text)?.[0];
  if (opener === undefined || opener === '<const') return false;
  scan.look(name.lastIndex + 4 * LONGEST_SIGNATURE);
  if (!operandMayStart(scan, at, words)) return false;
  const next = spaceEnd(text, name.lastIndex);
  const char = text.charAt(next);
  if (char === '>') return !beginsSignature(scan, at, next + 1);
  if (char === '/' || char === '{' || char === '<') return true;
  return /[A-Za-z_$]/.test(char) && !beginsConstraint(text, next);
}

/** `<T extends X`, where `extends` is no attribute. */
function beginsConstraint(text: string, at: number): boolean {
  const constraint = /extends\s+[^\s=/>]/y;
  constraint.lastIndex = at;
  return constraint.test(text);
}

/** `<T>(x: T) => T`, or `<T>(x: T): T` as a member of a type. */
function beginsSignature(scan: Scan, element: number, from: number): boolean {
  const { text } = scan;
  const open = spaceEnd(text, from);
  if (text.charAt(open) !== '(') return false;
  const close = closingParenthesis(text, open);
  if (close === -1) return false;
  const next = spaceEnd(text, close + 1);
  if (text.startsWith('=>', next)) return true;
  return text.charAt(next) === ':' && ';{},'.includes(text.charAt(codeBefore(scan, element)));
}

function closingParenthesis(text: string, open: number): number {
  const end = Math.min(text.length, open + LONGEST_SIGNATURE);
  let depth = 0;
  for (let at = open; at < end; at += 1) {
    const char = text.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function spaceEnd(text: string, from: number): number {
  const end = Math.min(text.length, from + LONGEST_SIGNATURE);
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

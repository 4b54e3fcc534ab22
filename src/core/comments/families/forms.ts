import type { BlockComment, LineComment, Pattern, StringForm, Syntax } from '../syntax';

/** A language's id in VS Code, or the id of a part of a language (with a colon), and its lexical facts. */
export interface LanguageSyntax {
  readonly id: string;
  readonly syntax: Syntax;
}

export const slashes: LineComment = { open: '//' };
export const hash: LineComment = { open: '#' };
export const dashes: LineComment = { open: '--' };
export const semicolon: LineComment = { open: ';' };
export const percent: LineComment = { open: '%' };

export const slashStar: BlockComment = { open: '/*', close: '*/' };
export const nestedSlashStar: BlockComment = { open: '/*', close: '*/', nested: true };
export const parenStar: BlockComment = { open: '(*', close: '*)', nested: true };
export const markupComment: BlockComment = { open: '<!--', close: '-->' };

export const doubleQuoted: StringForm = { open: '"', escape: '\\', lines: 'one' };
export const singleQuoted: StringForm = { open: "'", escape: '\\', lines: 'one' };
export const doubleContinued: StringForm = { open: '"', escape: '\\', lines: 'escaped' };
export const singleContinued: StringForm = { open: "'", escape: '\\', lines: 'escaped' };
export const doubleManyLines: StringForm = { open: '"', escape: '\\', lines: 'many' };
export const singleManyLines: StringForm = { open: "'", escape: '\\', lines: 'many' };
export const tripleDouble: StringForm = { open: '"""', escape: '\\', lines: 'many' };
export const tripleSingle: StringForm = { open: "'''", escape: '\\', lines: 'many' };
export const backquoted: StringForm = { open: '`', escape: '\\', lines: 'many' };
/** A quote in the string is written twice. */
export const doubledDouble: StringForm = { open: '"', literals: ['""'], lines: 'one' };
export const doubledSingle: StringForm = { open: "'", literals: ["''"], lines: 'one' };

/** `'x'`, `'\n'`, `'\u{1F600}'`, where a quote alone is something else: a lifetime, a type variable, a prime. */
export const characterLiteral: Pattern = {
  starts: "'",
  pattern: /(?<![\w'])'(?:\\.[^'\\\r\n]{0,12}|[^\\'\r\n])'/uy,
  kind: 'string',
};

/** The first line of a script that names its interpreter. */
export const hashbang: Pattern = { starts: '#', pattern: /(?<=^\ufeff?)#![^\r\n]*/y, kind: 'comment' };

/** A backslash and what it protects. */
export const escapedCharacter: Pattern = { starts: '\\', pattern: /\\[^]/y, kind: 'code' };

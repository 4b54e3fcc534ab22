import type { Island, Pattern, StringForm, Syntax } from '../syntax';
import {
  characterLiteral,
  doubleManyLines,
  doubleQuoted,
  hash,
  hashbang,
  type LanguageSyntax,
  nestedSlashStar,
  singleQuoted,
  slashes,
  slashStar,
  tripleDouble,
  tripleSingle,
} from './forms';

/** `${...}`, the interpolation that most of these languages share. */
const dollar: readonly Island[] = [{ open: '${', close: '}' }];

const nested: Syntax = { lineComments: [slashes], blockComments: [nestedSlashStar] };

/** A lifetime has no second quote; a byte has a `b` before the first. */
const rustCharacter: Pattern = {
  starts: "'",
  pattern: /(?:(?<![\w'])|(?<=(?<!\w)b))'(?:\\.[^'\\\r\n]{0,12}|[^\\'\r\n])'/uy,
  kind: 'string',
};

const rust: Syntax = {
  ...nested,
  patterns: [rustCharacter],
  fencedForms: [{ starts: '#"', open: /(?<=(?<!\w)[bc]?r)(#{0,255})"/y, close: '"$1', kind: 'string' }],
  strings: [doubleManyLines],
};

const swift: Syntax = {
  ...nested,
  patterns: [hashbang],
  fencedForms: [
    { starts: '#', open: /(?<!#)(#{1,255})"""/y, close: '"""$1', kind: 'string' },
    { starts: '#', open: /(?<!#)(#{1,255})"(?!"")/y, close: '"$1', kind: 'string' },
  ],
  strings: [tripleDouble, doubleQuoted].map((form) => ({ ...form, islands: [{ open: '\\(', close: ')' }] })),
};

const kotlin: Syntax = {
  ...nested,
  patterns: [hashbang],
  strings: [
    { open: '"""', lines: 'many', islands: dollar },
    { ...doubleQuoted, islands: dollar },
    singleQuoted,
  ],
};

const scala: Syntax = {
  ...nested,
  patterns: [characterLiteral],
  strings: [
    { open: '"""', when: /(?<=[A-Za-z]\w{0,20})"""/y, lines: 'many', islands: dollar },
    { open: '"""', lines: 'many' },
    { ...doubleQuoted, when: /(?<=[A-Za-z]\w{0,20})"/y, islands: dollar },
    doubleQuoted,
  ],
};

const groovy: Syntax = {
  patterns: [hashbang],
  lineComments: [slashes],
  blockComments: [slashStar],
  strings: [
    { ...tripleDouble, islands: dollar },
    tripleSingle,
    { ...doubleQuoted, islands: dollar },
    singleQuoted,
    { open: '$/', close: '/$', when: /(?<![\w$])\$\//y, escape: '$', lines: 'many' },
  ],
  regex: { after: ['return', 'in', 'case', 'assert', 'else'] },
};

const rawDart = (open: string): StringForm => ({
  open,
  when: new RegExp(`(?<=(?<!\\w)r)${open}`, 'y'),
  lines: open.length === 1 ? 'one' : 'many',
});

const dart: Syntax = {
  ...nested,
  strings: [
    ...['"""', "'''", '"', "'"].map(rawDart),
    ...[tripleDouble, tripleSingle, doubleQuoted, singleQuoted].map((form) => ({ ...form, islands: dollar })),
  ],
};

/** A line that begins with two backslashes is a line of a string. */
const zig: Syntax = {
  lineComments: [slashes],
  patterns: [{ starts: '\\', pattern: /\\\\[^\r\n]*/y, kind: 'string' }],
  strings: [doubleQuoted, singleQuoted],
};

const haxe: Syntax = {
  lineComments: [slashes],
  blockComments: [slashStar],
  strings: [doubleManyLines, { open: "'", escape: '\\', lines: 'many', islands: dollar }],
};

const gdscript: Syntax = {
  lineComments: [hash],
  strings: [tripleDouble, tripleSingle, doubleQuoted, singleQuoted],
};

export const modernFamily: readonly LanguageSyntax[] = [
  { id: 'rust', syntax: rust },
  { id: 'swift', syntax: swift },
  { id: 'kotlin', syntax: kotlin },
  { id: 'scala', syntax: scala },
  { id: 'groovy', syntax: groovy },
  { id: 'dart', syntax: dart },
  { id: 'zig', syntax: zig },
  { id: 'haxe', syntax: haxe },
  { id: 'odin', syntax: { ...nested, strings: [{ open: '`', lines: 'many' }, doubleQuoted, singleQuoted] } },
  { id: 'wgsl', syntax: nested },
  { id: 'gleam', syntax: { lineComments: [slashes], strings: [doubleManyLines] } },
  { id: 'gdscript', syntax: gdscript },
];

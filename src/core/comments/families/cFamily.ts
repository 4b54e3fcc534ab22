import type { StringForm, Syntax } from '../syntax';
import {
  backquoted,
  doubleContinued,
  doubledDouble,
  doubleQuoted,
  hashbang,
  type LanguageSyntax,
  singleQuoted,
  slashes,
  slashStar,
  tripleDouble,
} from './forms';

/** Comments and strings as C has them; most languages of this family differ in one thing. */
const cLike: Syntax = {
  lineComments: [slashes],
  blockComments: [slashStar],
  strings: [doubleQuoted, singleQuoted],
};

/** Not after a digit: `1'000'000` has separators. */
const cCharacter: StringForm = {
  open: "'",
  when: /(?<![0-9A-Za-z_])'|(?<=(?<![0-9A-Za-z_])(?:u8|[LuU]))'/y,
  escape: '\\',
  lines: 'escaped',
};

const c: Syntax = {
  lineComments: [{ open: '//', continued: true }],
  blockComments: [slashStar],
  strings: [doubleContinued, cCharacter],
};

const cpp: Syntax = {
  ...c,
  fencedForms: [
    {
      starts: '"',
      open: /(?<=(?<!\w)(?:u8|[LuU])?R)"([^()\\\s"]{0,16})\(/y,
      close: ')$1"',
      kind: 'string',
    },
  ],
};

const field = { open: '{', close: '}', language: 'csharp:field' };

const csharp: Syntax = {
  ...cLike,
  fencedForms: [{ starts: '"', open: /(?<!"|@\$?)("{3,64})/y, close: '$1', kind: 'string' }],
  strings: [
    { open: '"', when: /(?<=\$@|@\$)"/y, literals: ['""', '{{', '}}'], lines: 'many', islands: [field] },
    { open: '"', when: /(?<=@)"/y, literals: ['""'], lines: 'many' },
    {
      open: '"',
      when: /(?<=\$)"/y,
      escape: '\\',
      literals: ['{{', '}}'],
      lines: 'one',
      islands: [field],
    },
    doubleQuoted,
    singleQuoted,
  ],
};

const java: Syntax = { ...cLike, strings: [tripleDouble, doubleQuoted, singleQuoted] };

const go: Syntax = { ...cLike, strings: [{ open: '`', lines: 'many' }, doubleQuoted, singleQuoted] };

const d: Syntax = {
  patterns: [hashbang],
  lineComments: [slashes],
  blockComments: [slashStar, { open: '/+', close: '+/', nested: true }],
  fencedForms: [
    { starts: '"', open: /(?<=(?<!\w)q)"([A-Za-z_]\w{0,64})\r?\n/y, close: '\n$1"', kind: 'string' },
  ],
  strings: [
    { open: '"', when: /(?<=(?<!\w)r)"/y, lines: 'many' },
    { open: '"', escape: '\\', lines: 'many' },
    { open: '`', lines: 'many' },
    singleQuoted,
  ],
};

/** Verilog writes `4'b0101` and `'0`: its quotes are no strings. */
const verilog: Syntax = { ...cLike, strings: [doubleContinued] };

const proto: Syntax = { ...cLike };

const graphics: Syntax = { ...c, strings: [doubleQuoted] };

const verbatim: StringForm = { ...doubledDouble, when: /(?<=@)"/y, lines: 'many' };

export const cFamily: readonly LanguageSyntax[] = [
  { id: 'c', syntax: c },
  { id: 'lex', syntax: c },
  { id: 'yacc', syntax: c },
  { id: 'cpp', syntax: cpp },
  { id: 'cuda-cpp', syntax: cpp },
  { id: 'objective-c', syntax: c },
  { id: 'objective-cpp', syntax: cpp },
  { id: 'csharp', syntax: csharp },
  { id: 'csharp:field', syntax: { ...csharp, formatSpecs: true } },
  { id: 'java', syntax: java },
  { id: 'apex', syntax: cLike },
  { id: 'go', syntax: go },
  { id: 'd', syntax: d },
  { id: 'solidity', syntax: cLike },
  { id: 'proto', syntax: proto },
  { id: 'proto3', syntax: proto },
  { id: 'hlsl', syntax: graphics },
  { id: 'glsl', syntax: graphics },
  { id: 'shaderlab', syntax: graphics },
  { id: 'verilog', syntax: verilog },
  { id: 'systemverilog', syntax: verilog },
  { id: 'vala', syntax: { ...cLike, strings: [verbatim, tripleDouble, doubleQuoted, singleQuoted] } },
  { id: 'qml', syntax: { ...cLike, strings: [doubleQuoted, singleQuoted, backquoted] } },
  { id: 'prisma', syntax: { ...cLike, strings: [doubleQuoted] } },
  { id: 'bicep', syntax: { ...cLike, strings: [{ open: "'''", lines: 'many' }, singleQuoted] } },
];

import type { Syntax } from '../syntax';
import {
  doubleManyLines,
  doubleQuoted,
  hash,
  type LanguageSyntax,
  semicolon,
  singleQuoted,
  slashes,
  slashStar,
} from './forms';

const deviceTree: Syntax = {
  lineComments: [slashes],
  blockComments: [slashStar],
  strings: [doubleQuoted, singleQuoted],
};

/** What is indented below `help` is prose. */
const kconfig: Syntax = {
  patterns: [
    {
      starts: 'h-',
      pattern:
        /(?<=^[ \t]{0,64})(?:help|---help---)(?:[ \t]*\r?\n){1,8}([ \t]{1,64})[^\r\n]*(?:\r?\n(?:\1[^\r\n]*|[ \t]{0,64}(?=[\r\n]|$)))*/my,
      kind: 'code',
    },
  ],
  lineComments: [hash],
  strings: [doubleQuoted, singleQuoted],
};

/**
 * What begins a comment differs from processor to processor. These begin one on each, or would be no instruction on
 * the others; behind one, `;` often divides two of them.
 */
const gas: Syntax = {
  patterns: [{ starts: "'", pattern: /'(?:\\[^\r\n]|[^\\\r\n])'?/uy, kind: 'string' }],
  lineComments: [
    slashes,
    {
      open: '#',
      when: /(?<=^[ \t]*)#(?![ \t]*(?:define|undef|include|ifn?(?:def)?|el(?:if|se)|endif|error|warning|pragma|line)\b)/my,
    },
    { open: '#', when: /(?<=[ \t])#(?=[ \t])/y },
    { open: '@', when: /(?<!\S)@{1,8}(?=[ \t])/y },
    { open: ';', when: /(?<=^[ \t]*);/my },
  ],
  blockComments: [slashStar],
  strings: [doubleQuoted],
};

const nasm: Syntax = {
  lineComments: [semicolon, slashes],
  blockComments: [slashStar],
  strings: [doubleQuoted, singleQuoted],
};

const dot: Syntax = {
  lineComments: [slashes, { open: '#', when: /(?<=^)#/my }],
  blockComments: [slashStar],
  strings: [doubleManyLines],
};

/** Its quotes are macros' own affair. */
const m4: Syntax = {
  patterns: [{ starts: 'd', pattern: /(?<!\w)dnl(?!\w)[^\r\n]*/y, kind: 'comment' }],
  lineComments: [{ open: '#', when: /(?<!\S)#/y }],
  data: true,
};

export const systemFamily: readonly LanguageSyntax[] = [
  { id: 'dts', syntax: deviceTree },
  { id: 'kconfig', syntax: kconfig },
  { id: 'gas', syntax: gas },
  { id: 'arm', syntax: gas },
  { id: 'asm-intel-x86-generic', syntax: nasm },
  { id: 'linkerscript', syntax: { blockComments: [slashStar], strings: [doubleQuoted] } },
  { id: 'dot', syntax: dot },
  { id: 'm4', syntax: m4 },
  { id: 'autoconf', syntax: m4 },
];

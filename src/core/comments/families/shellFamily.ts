import type { Island, StringForm, Syntax } from '../syntax';
import {
  doubleContinued,
  doubleQuoted,
  escapedCharacter,
  hash,
  type LanguageSyntax,
  singleContinued,
  singleManyLines,
  slashes,
  slashStar,
} from './forms';

/**
 * In arithmetic `<<` shifts, and `#` names a base. Two subshells look the same; they hardly ever end together
 * on the line on which they begin.
 */
const arithmetic = { close: '))', language: 'shellscript:arithmetic' };
const expandedArithmetic: Island = { ...arithmetic, open: '$((', when: /\$\(\((?=[^\r\n]{0,400}?\)\))/y };
const arithmeticCommand: Island = { ...arithmetic, open: '((', when: /(?<!\()\(\((?=[^\r\n]{0,400}?\)\))/y };

const expansions: readonly Island[] = [
  expandedArithmetic,
  { open: '$(', close: ')', language: 'shellscript' },
  { open: '${', close: '}', language: 'shellscript:parameter' },
];

const doubleExpanded: StringForm = { open: '"', escape: '\\', lines: 'many', islands: expansions };

const shellscript: Syntax = {
  patterns: [escapedCharacter, { starts: '$', pattern: /\$#/y, kind: 'code' }],
  lineComments: [{ open: '#', when: /(?<![^\s;&|()`])#/y }],
  strings: [
    { open: "'", when: /(?<=\$)'/y, escape: '\\', lines: 'many' },
    { open: "'", lines: 'many' },
    doubleExpanded,
  ],
  heredocs: [
    {
      starts: '<',
      open: /(?<!<)<<-?[ \t]{0,16}\\?(["']?)(?<tag>(?<=["'])[^"'\r\n]{1,64}|[A-Za-z_!%@][\w.!%@-]*)\1/y,
      end: 'line',
      kind: 'string',
    },
  ],
  islands: [...expansions, arithmeticCommand],
};

/** Inside `${...}` a `#` cuts a prefix off. */
const parameterSyntax: Syntax = {
  patterns: [escapedCharacter],
  strings: [doubleExpanded],
  islands: expansions,
};

const arithmeticSyntax: Syntax = { strings: [doubleExpanded], islands: expansions };

const fish: Syntax = {
  patterns: [escapedCharacter],
  lineComments: [{ open: '#', when: /(?<![^\s;&|()])#/y }],
  strings: [{ open: '"', escape: '\\', lines: 'many' }, singleManyLines],
};

const subexpression: readonly Island[] = [{ open: '$(', close: ')' }];

const powershell: Syntax = {
  patterns: [{ starts: '`', pattern: /`[^]/y, kind: 'code' }],
  lineComments: [{ open: '#', when: /(?<![^\s;|(){},&])#/y }],
  blockComments: [{ open: '<#', close: '#>' }],
  strings: [
    { open: '@"', close: '\n"@', when: /@"(?=[ \t]*[\r\n])/y, lines: 'many', islands: subexpression },
    { open: "@'", close: "\n'@", when: /@'(?=[ \t]*[\r\n])/y, lines: 'many' },
    { open: '"', escape: '`', literals: ['""'], lines: 'many', islands: subexpression },
    { open: "'", literals: ["''"], lines: 'many' },
  ],
};

/** `rem` and `::` where a command can begin. */
const bat: Syntax = {
  patterns: [
    {
      starts: 'rR:',
      pattern: /(?<=^[ \t@]{0,64}|[&|(][ \t@]{0,64})(?:rem(?=[ \t\r\n]|$)|::)[^\r\n]*/imy,
      kind: 'comment',
    },
  ],
  strings: [{ open: '"', lines: 'one' }],
};

const dockerfile: Syntax = {
  lineComments: [{ open: '#', when: /(?<=^[ \t]*)#/my }],
  strings: [doubleContinued, singleContinued],
  heredocs: [{ starts: '<', open: /(?<!<)<<-?(["']?)(?<tag>[A-Za-z_]\w*)\1/y, end: 'line', kind: 'string' }],
};

const makefile: Syntax = {
  patterns: [escapedCharacter],
  lineComments: [{ open: '#', continued: true }],
  strings: [doubleContinued, singleContinued],
};

const cmake: Syntax = {
  patterns: [escapedCharacter],
  lineComments: [hash],
  fencedForms: [
    { starts: '#', open: /#\[(=*)\[/y, close: ']$1]', kind: 'comment' },
    { starts: '[', open: /\[(=*)\[/y, close: ']$1]', kind: 'string' },
  ],
  strings: [{ open: '"', escape: '\\', lines: 'many' }],
};

const terraform: Syntax = {
  lineComments: [hash, slashes],
  blockComments: [slashStar],
  strings: [
    {
      ...doubleQuoted,
      literals: ['$${', '%%{'],
      islands: [
        { open: '${', close: '}' },
        { open: '%{', close: '}' },
      ],
    },
  ],
  heredocs: [{ starts: '<', open: /(?<!<)<<-?(?<tag>[A-Za-z_]\w*)/y, end: 'line', kind: 'string' }],
};

const nixInterpolation: readonly Island[] = [{ open: '${', close: '}' }];

const nix: Syntax = {
  lineComments: [hash],
  blockComments: [slashStar],
  strings: [
    {
      open: "''",
      literals: ["'''", "''$", "''\\"],
      lines: 'many',
      islands: nixInterpolation,
    },
    { open: '"', escape: '\\', lines: 'many', islands: nixInterpolation },
  ],
};

export const shellFamily: readonly LanguageSyntax[] = [
  { id: 'shellscript', syntax: shellscript },
  { id: 'shellscript:parameter', syntax: parameterSyntax },
  { id: 'shellscript:arithmetic', syntax: arithmeticSyntax },
  { id: 'fish', syntax: fish },
  { id: 'powershell', syntax: powershell },
  { id: 'bat', syntax: bat },
  { id: 'dockerfile', syntax: dockerfile },
  { id: 'makefile', syntax: makefile },
  { id: 'automake', syntax: makefile },
  { id: 'cmake', syntax: cmake },
  { id: 'terraform', syntax: terraform },
  { id: 'terraform-vars', syntax: terraform },
  { id: 'hcl', syntax: terraform },
  { id: 'nix', syntax: nix },
];

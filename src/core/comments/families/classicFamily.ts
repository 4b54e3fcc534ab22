import type { FencedForm, StringForm, Syntax } from '../syntax';
import {
  dashes,
  doubledDouble,
  doubledSingle,
  doubleManyLines,
  doubleQuoted,
  hash,
  type LanguageSyntax,
  percent,
  singleManyLines,
  slashes,
  slashStar,
  tripleDouble,
} from './forms';

const manyLines = (form: StringForm): StringForm => ({ ...form, lines: 'many' });

const sqlBody: Syntax = {
  lineComments: [dashes],
  blockComments: [slashStar],
  strings: [manyLines(doubledSingle), manyLines(doubledDouble), { open: '`', lines: 'one' }],
};

/**
 * Standard SQL, with PostgreSQL's dollar quotes and the backquotes of MySQL; `#` is an operator or a table.
 * What stands between dollars is nearly always the body of a function, and read as one.
 */
const sql: Syntax = {
  ...sqlBody,
  fencedForms: [
    {
      starts: '$',
      open: /(?<![\w$])\$([A-Za-z_]\w{0,63}|)\$/y,
      close: '$$1$',
      kind: 'code',
      language: 'sql:body',
    },
  ],
};

const vb: Syntax = {
  patterns: [
    { starts: 'rR', pattern: /(?<=^[ \t]{0,64}|:[ \t]{0,64})rem(?=[ \t\r\n]|$)[^\r\n]*/imy, kind: 'comment' },
  ],
  lineComments: [{ open: "'" }],
  strings: [doubledDouble],
};

const pascal: Syntax = {
  lineComments: [slashes],
  blockComments: [
    { open: '{', close: '}' },
    { open: '(*', close: '*)' },
  ],
  strings: [doubledSingle],
};

const ada: Syntax = {
  patterns: [{ starts: "'", pattern: /(?<![\w)])'[^\r\n]'/uy, kind: 'string' }],
  lineComments: [dashes],
  strings: [doubledDouble],
};

const fortran: Syntax = { lineComments: [{ open: '!' }], strings: [doubledDouble, doubledSingle] };

const fixedFortran: Syntax = {
  ...fortran,
  patterns: [{ starts: 'cC*', pattern: /(?<=^)[cC*][^\r\n]*/my, kind: 'comment' }],
};

/** Fixed format has an asterisk in the seventh column; free format has `*>` anywhere. */
const cobol: Syntax = {
  patterns: [{ starts: '*', pattern: /(?<=^[^\r\n]{6})[*/][^\r\n]*/my, kind: 'comment' }],
  lineComments: [{ open: '*>' }],
  strings: [doubledDouble, doubledSingle],
};

const abap: Syntax = {
  patterns: [{ starts: '*', pattern: /(?<=^)\*[^\r\n]*/my, kind: 'comment' }],
  lineComments: [{ open: '"' }],
  strings: [
    doubledSingle,
    { open: '`', literals: ['``'], lines: 'one' },
    { open: '|', escape: '\\', lines: 'one', islands: [{ open: '{', close: '}' }] },
  ],
};

/** After a value the quote transposes; three dots make a comment of the rest of the line. */
const matlab: Syntax = {
  patterns: [{ starts: '.', pattern: /\.{3}[^\r\n]*/y, kind: 'comment' }],
  lineComments: [percent],
  blockComments: [{ open: '%{', close: '%}', when: /(?<=^[ \t]*)%\{(?=[ \t]*$)/my, nested: true }],
  strings: [{ ...doubledSingle, when: /(?<![\w)\]}'.])'/y }, doubledDouble],
};

const rRaw = (['()', '[]', '{}'] as const).flatMap((pair): readonly FencedForm[] =>
  ['"', "'"].map((quote) => ({
    starts: quote,
    open: new RegExp(`(?<=(?<!\\w)[rR])${quote}(-{0,64})\\${pair.charAt(0)}`, 'y'),
    close: `${pair.charAt(1)}$1${quote}`,
    kind: 'string',
  })),
);

const r: Syntax = {
  lineComments: [hash],
  fencedForms: rRaw,
  strings: [doubleManyLines, singleManyLines, { open: '`', lines: 'one' }],
};

const nim: Syntax = {
  patterns: [{ starts: "'", pattern: /(?<!\w)'(?:\\[^'\r\n]{1,8}|[^\\'\r\n])'/uy, kind: 'string' }],
  lineComments: [hash],
  blockComments: [
    { open: '#[', close: ']#', nested: true },
    { open: '##[', close: ']##', nested: true },
  ],
  strings: [
    { open: '"""', lines: 'many' },
    { ...doubledDouble, when: /(?<=[A-Za-z]\w{0,40})"/y },
    doubleQuoted,
  ],
};

/**
 * A quote that begins a line is a comment, and so is one behind a command when no other quote follows it. Mappings,
 * abbreviations and menus take it for a part of what they are given.
 */
const viml: Syntax = {
  patterns: [
    {
      starts: 'acilmnostvx',
      pattern:
        /(?<=^[ \t:]{0,64})(?:[acilnostvx]|tl)?(?:nore)?(?:map|menu|abbrev(?:iate)?)!?[ \t](?:\\.|[^\\|\r\n])*/my,
      kind: 'code',
    },
    { starts: '"', pattern: /(?<=[ \t])"[^"\r\n]*(?=[\r\n]|$)/y, kind: 'comment' },
  ],
  lineComments: [{ open: '"', when: /(?<=^[ \t:]*)"/my }],
  strings: [doubleQuoted, { open: "'", literals: ["''"], lines: 'one' }],
};

const applescript: Syntax = {
  lineComments: [dashes, { open: '#', when: /(?<=^[ \t]*)#/my }],
  blockComments: [{ open: '(*', close: '*)', nested: true }],
  strings: [doubleManyLines],
};

const autohotkey: Syntax = {
  lineComments: [{ open: ';', when: /(?<![^\s]);/y }],
  blockComments: [slashStar],
  strings: [doubledDouble],
};

/** A comment takes what is indented below it. */
const haml: Syntax = { lineComments: [{ open: '-#', when: /(?<=^[ \t]*)-#/my, indented: true }], data: true };

export const classicFamily: readonly LanguageSyntax[] = [
  { id: 'sql', syntax: sql },
  { id: 'sql:body', syntax: sqlBody },
  { id: 'plsql', syntax: sql },
  { id: 'vb', syntax: vb },
  { id: 'pascal', syntax: pascal },
  { id: 'objectpascal', syntax: pascal },
  { id: 'ada', syntax: ada },
  { id: 'vhdl', syntax: { ...ada, blockComments: [slashStar] } },
  { id: 'FortranFreeForm', syntax: fortran },
  { id: 'FortranFixedForm', syntax: fixedFortran },
  { id: 'cobol', syntax: cobol },
  { id: 'abap', syntax: abap },
  { id: 'matlab', syntax: matlab },
  { id: 'r', syntax: r },
  { id: 'nim', syntax: nim },
  { id: 'viml', syntax: viml },
  { id: 'applescript', syntax: applescript },
  { id: 'graphql', syntax: { lineComments: [hash], strings: [tripleDouble, doubleQuoted] } },
  { id: 'autohotkey', syntax: autohotkey },
  { id: 'haml', syntax: haml },
];

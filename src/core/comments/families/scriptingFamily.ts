import type { Heredoc, Island, Pattern, StringForm, Syntax } from '../syntax';
import {
  backquoted,
  characterLiteral,
  doubleContinued,
  doubleManyLines,
  doubleQuoted,
  hash,
  type LanguageSyntax,
  singleContinued,
  singleManyLines,
  singleQuoted,
  slashes,
  slashStar,
  tripleDouble,
  tripleSingle,
} from './forms';

const pythonField: Island = { open: '{', close: '}', language: 'python:field' };
const pythonStrings = [tripleDouble, tripleSingle, doubleContinued, singleContinued];

/** `f` and `t` strings, in any case and with `r` on either side. */
const formatted = (form: StringForm): StringForm => ({
  ...form,
  when: new RegExp(`(?<=(?<!\\w)(?:[fFtT][rR]?|[rR][fFtT]))${form.open}`, 'y'),
  literals: ['{{', '}}'],
  islands: [pythonField],
});

const python: Syntax = {
  lineComments: [hash],
  strings: [...pythonStrings.map(formatted), ...pythonStrings],
};

/** Ruby's, Crystal's and Elixir's interpolation. */
const hashBrace: readonly Island[] = [{ open: '#{', close: '}' }];

const RUBY_WORDS = 'if unless while until and or not when return then in do else elsif puts yield begin case';

const rubyHeredoc: Heredoc = {
  starts: '<',
  open: /(?<![\w)\]}<])<<(?:[~-](?=["'`A-Za-z_])|(?=["'`A-Z_]))(["'`]?)(?<tag>[A-Za-z_]\w*)\1/y,
  end: 'line',
  kind: 'string',
};

/** `?"` is a character, and `$"` a variable. */
const rubyQuotes: readonly Pattern[] = [
  { starts: '?', pattern: /(?<![\w)\]}])\?(?:\\.|[^\s\w])(?!\w)/y, kind: 'string' },
  { starts: '$', pattern: /\$["'`/]/y, kind: 'code' },
];

const ruby: Syntax = {
  patterns: [...rubyQuotes, { starts: '_', pattern: /(?<=^)__END__\r?\n[^]*/my, kind: 'code' }],
  lineComments: [hash],
  blockComments: [{ open: '=begin', close: '\n=end', when: /(?<=^)=begin\b/my }],
  strings: [
    { open: '"', escape: '\\', lines: 'many', islands: hashBrace },
    singleManyLines,
    { ...backquoted, islands: hashBrace },
  ],
  heredocs: [rubyHeredoc],
  quoteOperators: [
    { starts: '%', open: /(?<![\w)\]}])%[qQwWiIrsx][^\w\s=]/y, parts: 1 },
    { starts: '%', open: /%[([{<|!/]/y, parts: 1, operandOnly: true },
  ],
  regex: { after: RUBY_WORDS.split(' '), spaced: true },
};

const crystal: Syntax = {
  ...ruby,
  patterns: [characterLiteral],
  blockComments: [],
  strings: [
    { open: '"', escape: '\\', lines: 'many', islands: hashBrace },
    { ...backquoted, islands: hashBrace },
  ],
};

const PERL_WORDS =
  'split grep map join if unless and or not while until return push x lt gt le ge eq ne cmp when';

const perl: Syntax = {
  patterns: [{ starts: '$', pattern: /\$[#"'`/&;,.\\]/y, kind: 'code' }],
  lineComments: [hash],
  blockComments: [{ open: '=', close: '\n=cut', when: /(?<=^)=[A-Za-z]\w*/my }],
  strings: [doubleManyLines, singleManyLines, backquoted],
  heredocs: [
    {
      starts: '<',
      open: /(?<![\w)\]}<])<<~?(["']?)(?<tag>(?<=["'])[^"'\r\n]{1,64}|[A-Za-z_]\w*)\1/y,
      end: 'line',
      kind: 'string',
    },
  ],
  quoteOperators: [
    { starts: 'qm', open: /(?<![\w$@%&>{-])(?:q[qwrx]?|m)(?:\s*[[({</|!'"~^@%+]|#)/y, parts: 1 },
    { starts: 'sty', open: /(?<![\w$@%&>{-])(?:s|tr|y)(?:\s*[[({</|!'"~^@%+]|#)/y, parts: 2 },
  ],
  regex: { after: PERL_WORDS.split(' ') },
};

const raku: Syntax = {
  lineComments: [hash],
  blockComments: [{ open: '=begin', close: '\n=end', when: /(?<=^)=begin\b/my }],
  strings: [doubleManyLines, singleManyLines],
};

const phpCode: Syntax = {
  lineComments: [
    { open: '//', endMark: '?>' },
    { open: '#', when: /#(?!\[)/y, endMark: '?>' },
  ],
  blockComments: [slashStar],
  strings: [
    { open: '"', escape: '\\', lines: 'many', islands: [{ open: '{', when: /\{(?=\$)/y, close: '}' }] },
    singleManyLines,
    backquoted,
  ],
  heredocs: [{ starts: '<', open: /<<<[ \t]*(["']?)(?<tag>[A-Za-z_]\w*)\1/y, end: 'word', kind: 'string' }],
  endMark: '?>',
};

const lua: Syntax = {
  lineComments: [{ open: '--' }],
  fencedForms: [
    { starts: '-', open: /--\[(=*)\[/y, close: ']$1]', kind: 'comment' },
    { starts: '[', open: /\[(=*)\[/y, close: ']$1]', kind: 'string' },
  ],
  strings: [doubleContinued, singleContinued],
};

/** A `#` begins a comment where a command can begin. */
const tcl: Syntax = {
  patterns: [{ starts: '\\', pattern: /\\[^]/y, kind: 'code' }],
  lineComments: [{ open: '#', when: /(?<=^[ \t]*|;[ \t]*)#/my, continued: true }],
  strings: [doubleManyLines],
};

export const scriptingFamily: readonly LanguageSyntax[] = [
  { id: 'python', syntax: python },
  { id: 'python:field', syntax: { ...python, formatSpecs: true } },
  { id: 'starlark', syntax: { lineComments: [hash], strings: pythonStrings } },
  { id: 'ruby', syntax: ruby },
  { id: 'ruby:erb', syntax: { ...ruby, endMark: '%>' } },
  { id: 'crystal', syntax: crystal },
  { id: 'perl', syntax: perl },
  { id: 'raku', syntax: raku },
  { id: 'php:code', syntax: phpCode },
  { id: 'lua', syntax: lua },
  { id: 'luau', syntax: { ...lua, strings: [...(lua.strings ?? []), backquoted] } },
  { id: 'tcl', syntax: tcl },
  {
    id: 'awk',
    syntax: { lineComments: [hash], strings: [doubleQuoted], regex: { after: ['return', 'in'] } },
  },
  {
    id: 'rescript',
    syntax: { lineComments: [slashes], blockComments: [slashStar], strings: [doubleManyLines, backquoted] },
  },
  {
    id: 'just',
    syntax: { lineComments: [hash], strings: [tripleDouble, tripleSingle, doubleQuoted, singleQuoted] },
  },
];

import type { Island, Syntax } from '../syntax';
import {
  backquoted,
  characterLiteral,
  dashes,
  doubleManyLines,
  doubleQuoted,
  hash,
  type LanguageSyntax,
  nestedSlashStar,
  parenStar,
  percent,
  semicolon,
  singleManyLines,
  singleQuoted,
  slashes,
  tripleDouble,
  tripleSingle,
} from './forms';

/** Dashes are a comment only when no other symbol makes an operator of them (Haskell 2010, 2.3). */
const haskellDashes = {
  open: '--',
  when: /(?<![!#$%&*+./<=>?@\\^|~:-])--+(?![!#$%&*+./<=>?@\\^|~:-])/y,
} as const;

const haskell: Syntax = {
  patterns: [characterLiteral],
  lineComments: [haskellDashes],
  // `{-# ... #-}` is a pragma.
  blockComments: [{ open: '{-', close: '-}', when: /\{-(?!#)/y, nested: true }],
  // A gap between two backslashes may hold a line's end; reading on to the quote is the same.
  strings: [doubleManyLines],
};

const elm: Syntax = { ...haskell, lineComments: [dashes], strings: [tripleDouble, doubleQuoted] };

const ocaml: Syntax = {
  patterns: [characterLiteral],
  blockComments: [parenStar],
  fencedForms: [{ starts: '{', open: /\{([a-z_]{0,64})\|/y, close: '|$1}', kind: 'string' }],
  strings: [doubleManyLines],
};

const fsharpField: Island = { open: '{', close: '}', language: 'fsharp:field' };

const fsharp: Syntax = {
  patterns: [characterLiteral],
  lineComments: [slashes],
  blockComments: [{ ...parenStar, when: /\(\*(?!\))/y }],
  strings: [
    { open: '"""', when: /(?<=\$)"""/y, literals: ['{{', '}}'], lines: 'many', islands: [fsharpField] },
    { open: '"""', lines: 'many' },
    { open: '"', when: /(?<=@)"/y, literals: ['""'], lines: 'many' },
    { ...doubleManyLines, when: /(?<=\$)"/y, literals: ['{{', '}}'], islands: [fsharpField] },
    doubleManyLines,
  ],
};

const hashBrace: readonly Island[] = [{ open: '#{', close: '}' }];

const elixir: Syntax = {
  patterns: [{ starts: '?', pattern: /(?<!\w)\?(?:\\.|[^\s\w])/y, kind: 'string' }],
  lineComments: [hash],
  fencedForms: [{ starts: '~', open: /~[a-zA-Z]{1,16}("""|''')/y, close: '$1', kind: 'string' }],
  quoteOperators: [{ starts: '~', open: /~[a-zA-Z]{1,16}[/|"'([{<]/y, parts: 1 }],
  strings: [tripleDouble, tripleSingle, doubleManyLines, singleManyLines].map((form) => ({
    ...form,
    islands: hashBrace,
  })),
};

const erlang: Syntax = {
  patterns: [{ starts: '$', pattern: /(?<!\w)\$(?:\\.|[^\\\s])/y, kind: 'string' }],
  lineComments: [percent],
  strings: [{ open: '"""', lines: 'many' }, doubleManyLines, singleQuoted],
};

const lispComments: Syntax = {
  lineComments: [semicolon],
  blockComments: [{ open: '#|', close: '|#', nested: true }],
  strings: [doubleManyLines],
};

/** `#\;` and `#\"` are characters. */
const lisp: Syntax = {
  ...lispComments,
  patterns: [{ starts: '#', pattern: /#\\[^]/y, kind: 'string' }],
};

/** `?;` and `?"` are characters. */
const emacsLisp: Syntax = {
  ...lispComments,
  blockComments: [],
  patterns: [{ starts: '?', pattern: /(?<![\w-])\?(?:\\.|[^\s\w])/y, kind: 'string' }],
};

const clojure: Syntax = {
  lineComments: [semicolon],
  patterns: [
    { starts: '\\', pattern: /\\[^]/y, kind: 'string' },
    { starts: '#', pattern: /(?<=^\ufeff?)#![^\r\n]*/y, kind: 'comment' },
  ],
  strings: [doubleManyLines],
};

const juliaInterpolation: readonly Island[] = [{ open: '$(', close: ')' }];

const julia: Syntax = {
  // After a value the quote transposes.
  patterns: [
    {
      starts: "'",
      pattern: /(?<![\w)\]}'.])'(?:\\.[^'\\\r\n]{0,10}|[^\\'\r\n])'/uy,
      kind: 'string',
    },
  ],
  lineComments: [hash],
  blockComments: [{ open: '#=', close: '=#', nested: true }],
  strings: [tripleDouble, doubleManyLines, backquoted].map((form) => ({
    ...form,
    islands: juliaInterpolation,
  })),
};

const prolog: Syntax = {
  patterns: [{ starts: '0', pattern: /0'(?:\\.|''|[^\\])/y, kind: 'string' }],
  lineComments: [percent],
  blockComments: [{ open: '/*', close: '*/' }],
  strings: [doubleManyLines, { open: "'", escape: '\\', literals: ["''"], lines: 'many' }],
};

const lean: Syntax = {
  patterns: [characterLiteral],
  lineComments: [dashes],
  blockComments: [{ open: '/-', close: '-/', nested: true }],
  strings: [doubleManyLines],
};

export const functionalFamily: readonly LanguageSyntax[] = [
  { id: 'haskell', syntax: haskell },
  { id: 'purescript', syntax: { ...haskell, strings: [tripleDouble, doubleManyLines] } },
  { id: 'elm', syntax: elm },
  { id: 'ocaml', syntax: ocaml },
  { id: 'sml', syntax: { blockComments: [parenStar], strings: [doubleManyLines] } },
  { id: 'fsharp', syntax: fsharp },
  { id: 'fsharp:field', syntax: { ...fsharp, formatSpecs: true } },
  { id: 'elixir', syntax: elixir },
  { id: 'erlang', syntax: erlang },
  { id: 'lisp', syntax: lisp },
  { id: 'commonlisp', syntax: lisp },
  { id: 'scheme', syntax: lisp },
  { id: 'racket', syntax: lisp },
  { id: 'elisp', syntax: emacsLisp },
  { id: 'clojure', syntax: clojure },
  {
    id: 'wat',
    syntax: {
      lineComments: [{ open: ';;' }],
      blockComments: [{ open: '(;', close: ';)', nested: true }],
      strings: [doubleQuoted],
    },
  },
  { id: 'julia', syntax: julia },
  { id: 'prolog', syntax: prolog },
  { id: 'lean4', syntax: lean },
  {
    id: 'dafny',
    syntax: {
      lineComments: [slashes],
      blockComments: [nestedSlashStar],
      patterns: [characterLiteral],
      strings: [doubleManyLines],
    },
  },
];

import type { Syntax } from '../syntax';
import {
  doubleContinued,
  hash,
  hashbang,
  type LanguageSyntax,
  singleContinued,
  slashes,
  slashStar,
  tripleDouble,
  tripleSingle,
} from './forms';

/** The words of ECMAScript that an operand follows. */
const OPERATOR_WORDS = [
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'throw',
  'new',
  'else',
  'do',
  'instanceof',
  'yield',
  'await',
  'default',
  'extends',
] as const;

const typescript: Syntax = {
  patterns: [hashbang],
  lineComments: [slashes],
  blockComments: [slashStar],
  strings: [
    doubleContinued,
    singleContinued,
    { open: '`', escape: '\\', lines: 'many', islands: [{ open: '${', close: '}' }] },
  ],
  regex: { after: OPERATOR_WORDS },
};

/** VS Code's `javascript` is also the language of files that hold JSX. */
const withElements: Syntax = { ...typescript, jsx: true };

const interpolation = [{ open: '#{', close: '}' }];

const coffeescript: Syntax = {
  lineComments: [hash],
  blockComments: [{ open: '###', close: '###', when: /###(?!#)/y }],
  strings: [
    { ...tripleDouble, islands: interpolation },
    tripleSingle,
    { open: '"', escape: '\\', lines: 'many', islands: interpolation },
    { open: "'", escape: '\\', lines: 'many' },
    { open: '///', escape: '\\', lines: 'many' },
  ],
  regex: { after: [...OPERATOR_WORDS, 'if', 'unless', 'and', 'or', 'not', 'is', 'isnt', 'then', 'when'] },
};

export const scriptFamily: readonly LanguageSyntax[] = [
  { id: 'javascript', syntax: withElements },
  { id: 'javascriptreact', syntax: withElements },
  { id: 'typescript', syntax: typescript },
  { id: 'typescriptreact', syntax: withElements },
  { id: 'coffeescript', syntax: coffeescript },
];

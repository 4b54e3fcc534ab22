import type { Island, Pattern, Syntax } from '../syntax';
import { doubleContinued, type LanguageSyntax, singleContinued, slashes, slashStar } from './forms';

/** An address without quotes, whose slashes open no comment. */
const url: Pattern = {
  starts: 'uU',
  pattern: /(?<![\w-])url\((?!\s{0,64}["'])(?:\s{0,64}data:[^)"']*|[^)\r\n]*)\)?/iy,
  kind: 'code',
};

const css: Syntax = {
  patterns: [url],
  blockComments: [slashStar],
  strings: [doubleContinued, singleContinued],
};

const interpolated = (open: string): Syntax => {
  const islands: readonly Island[] = [{ open, close: '}' }];
  return {
    patterns: [url],
    lineComments: [slashes],
    blockComments: [slashStar],
    strings: [
      { ...doubleContinued, islands },
      { ...singleContinued, islands },
    ],
  };
};

const scss = interpolated('#{');

/** A comment takes what is indented below it. */
const sass: Syntax = {
  ...scss,
  lineComments: [
    { open: '//', indented: true },
    { open: '/*', indented: true },
  ],
  blockComments: [],
};

export const styleFamily: readonly LanguageSyntax[] = [
  { id: 'css', syntax: css },
  { id: 'postcss', syntax: css },
  { id: 'tailwindcss', syntax: css },
  { id: 'scss', syntax: scss },
  { id: 'less', syntax: interpolated('@{') },
  { id: 'sass', syntax: sass },
  { id: 'stylus', syntax: interpolated('{$') },
];

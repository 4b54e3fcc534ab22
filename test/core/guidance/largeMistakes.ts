import type { ProblemCode } from '../../../src/core/guidance/problemCodes';

/** A guidance file that is too large or too deep to be kept beside the others in `test/workspaces/edge`. */
export interface LargeMistake {
  readonly name: string;
  readonly text: () => string;
  /** The problem that its author has to be told. */
  readonly code: ProblemCode;
}

const brackets = 10_000;

export const largeMistakes: readonly LargeMistake[] = [
  {
    name: 'nested brackets',
    text: () => `${start}    tags: ${'['.repeat(brackets)}${']'.repeat(brackets)}\n`,
    code: 'too-deep',
  },
  {
    name: 'nested brackets that are never closed',
    text: () => `${start}    tags: ${'['.repeat(brackets)}\n`,
    code: 'too-deep',
  },
  {
    name: 'nested braces',
    text: () => `${start}    applies: ${'{ a: '.repeat(brackets)}1${' }'.repeat(brackets)}\n`,
    code: 'too-deep',
  },
  {
    name: 'nested lists, each in the line of the one before',
    text: () => `${start}    tags:\n      ${'- '.repeat(brackets)}deep\n`,
    code: 'too-deep',
  },
  {
    name: 'blocks that are indented further and further',
    text: () =>
      `${start}    applies:\n${Array.from({ length: 400 }, (_, depth) => `${' '.repeat(6 + depth)}a:\n`).join('')}`,
    code: 'too-deep',
  },
];

const start = `philosophies:
  - id: beside-a-large-mistake
    title: What was said before it
    why: It should survive where it can.
`;

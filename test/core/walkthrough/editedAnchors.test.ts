import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Git } from '../../../src/core/git';
import { readText } from '../../../src/core/walkthrough/anchorText';
import { findInText } from '../../../src/core/walkthrough/findInText';
import { proposeAnchor } from '../../../src/core/walkthrough/proposeAnchor';
import { createAnchorResolver } from '../../../src/core/walkthrough/resolveAnchors';
import { isNumber, type StepAnchor } from '../../../src/core/walkthrough/stepAnchor';
import { createMemoryGit } from '../memoryGit';
import { memoryHost, rootUri } from '../memoryHost';
import { applyEdit, type Edit, edits, mayBecome, traced } from '../text/editedLines';

/** Places that could be taken for wrong ones: of lines that read as others do, and of words that stand among others. */
const examples: [Parameters<typeof codeOf>[0], History][] = [
  [
    [
      [0, []],
      [0, ['  own7();', '  own7();']],
      [0, []],
    ],
    history(4, { kind: 'move', at: 4, count: 1, to: 5 }),
  ],
  [
    [
      [0, ['  return;']],
      [0, ['  return;', '  return;', '  own7();']],
      [0, ['  own7();', '  return;']],
      [0, []],
    ],
    history(7, { kind: 'insert', at: 12, texts: ['});'] }, { kind: 'rewrite', at: 8, text: '' }),
  ],
  [
    [[0, []]],
    history(
      2,
      { kind: 'insert', at: 3, texts: ['  }', ''] },
      { kind: 'rewrite', at: 1, text: 'call0(value);' },
    ),
  ],
];

const sourceUri = `${rootUri}.leadlight/g.yaml`;
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Functions with bodies, as code has them: with lines that many of them share. */
const functions = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.array(fc.constantFrom('  return;', '  try {}', '  call(value);', '  own7();'), { maxLength: 3 }),
  ),
  { minLength: 1, maxLength: 8 },
);

function codeOf(parts: readonly (readonly [number, readonly string[]])[]): readonly string[] {
  return parts.flatMap(([name, body]) => [`function name${name}() {`, ...body, '}', '']);
}

/** What is made for a line of a file, or for it and the one behind it: `undefined` where there is no such anchor. */
const kinds: Readonly<Record<string, (texts: readonly string[], line: number) => StepAnchor | undefined>> = {
  'the proposed one': (texts, line) =>
    proposeAnchor(readText(texts.join('\n'), 'a.js'), { start: line, end: line }).at,
  symbol: (texts, line) => {
    const symbol = /^function (\w+)/.exec(texts[line]!)?.[1];
    return symbol === undefined ? undefined : { symbol };
  },
  text: (texts, line) => ({ text: texts[line]!.trim() }),
  'text of two lines': (texts, line) => {
    const two = texts.slice(line, line + 2);
    return two.length < 2 || two.includes('') ? undefined : { text: two.join('\n').trimStart() };
  },
  pattern: (texts, line) => ({ pattern: texts[line]!.replaceAll(/[^\w ]/g, String.raw`\$&`).trim() }),
  selection: (texts, line) => ({
    selection: {
      start: { line: line + 1, character: 1 },
      end: { line: Math.min(line + 2, texts.length), character: 1 },
    },
  }),
  line: (_, line) => ({ line: line + 1 }),
};

interface History {
  readonly line: number;
  readonly changes: readonly Edit[];
  /** Lines whose names are other ones afterwards. */
  readonly renames: readonly number[];
  readonly isRenamed: boolean;
  readonly hasGit: boolean;
}

function history(line: number, ...changes: readonly Edit[]): History {
  return { line, changes, renames: [], isRenamed: false, hasGit: false };
}

type Outcome = 'followed' | 'reported' | 'wrong';

/** Edits a file (and renames it), and looks where an anchor leads. */
async function outcome(
  at: StepAnchor,
  texts: readonly string[],
  { line, changes, renames, isRenamed, hasGit }: History,
): Promise<Outcome> {
  const then = texts.join('\n');
  const now = changes
    .reduce(applyEdit, traced(texts))
    .map((each, index) =>
      renames.includes(index) ? { ...each, text: each.text.replace(/(name|own)(?=\d)/, '$1Of') } : each,
    );
  const path = isRenamed ? 'b.js' : 'a.js';
  const host = memoryHost();
  host.write(rootUri + path, now.map(({ text }) => text).join('\n'));
  host.write(sourceUri, 'walkthroughs: []\n');
  const blamed = { commit: 'c', author: '', email: '', day: '' };
  const git: Git = {
    ...createMemoryGit(),
    blame: async () => ({ lines: [blamed] }),
    fileIn: async () => new TextEncoder().encode(then),
    renamed: async () => (isRenamed ? 'b.js' : undefined),
  };
  const resolver = createAnchorResolver({ host, root: rootUri, git: hasGit ? git : undefined });
  const step = { at: { file: 'a.js', ...at }, range: nowhere };
  const anchor = await resolver.resolve(step, { uri: sourceUri, folder: rootUri });
  if (anchor.state === 'ambiguous' || anchor.state === 'missing') return 'reported';
  const found = anchor.range!.start.line;
  if (now[found]?.id === line) return 'followed';
  if (mayBecome([texts, line], [now.map(({ text }) => text), found])) return 'followed';
  // Of two lines that read as they did, one may be another one that says the same.
  const isPair = (text: string | undefined, index: number) => text?.trim() === texts[line + index]?.trim();
  const pair = [now[found]?.text, now[found + 1]?.text];
  if (hasTwoLines(at) && now[found + 1]?.id === line + 1 && pair.every(isPair)) return 'followed';
  // The same where the two are not written together any more: words may stand among others.
  const read = (each: readonly (string | undefined)[]) => each.map((text) => text?.trim()).join('\n');
  const two = read(texts.slice(line, line + 2));
  const isThere = now.some(
    ({ id, text }, index) => id === line && read([text, now[index + 1]?.text]) === two,
  );
  if (at.text?.includes('\n') && !isThere && read(pair).includes(two)) return 'followed';
  // Where the line itself is gone, somebody may have written the same words anew, once; words may stand among others.
  const isGone = !now.some(({ id, isCopy }) => id === line && !isCopy);
  const written = now[found]!.text.trim();
  const words = texts[line]!.trim();
  const isOfWords = at.text !== undefined || at.pattern !== undefined;
  const isSame = isOfWords ? written.includes(words) : written === words;
  return isGone && isSame ? 'followed' : 'wrong';
}

function hasTwoLines({ text, selection }: StepAnchor): boolean {
  return selection !== undefined || text?.includes('\n') === true;
}

describe('anchors of edited files', () => {
  for (const [kind, make] of Object.entries(kinds))
    it(`never lead to another line: ${kind}`, async () => {
      const counts = { followed: 0, reported: 0, wrong: 0 };
      await fc.assert(
        fc.asyncProperty(
          functions,
          fc.record({
            line: fc.nat(40),
            changes: edits,
            renames: fc.array(fc.nat(40), { maxLength: 2 }),
            isRenamed: fc.boolean(),
            hasGit: fc.boolean(),
          }),
          async (parts, history) => {
            const texts = codeOf(parts);
            const line = history.line % texts.length;
            const at = make(texts, line);
            // An author is told at once of one that does not lead to one place.
            if (at === undefined || findInText(at, readText(texts.join('\n'), 'a.js')).state !== 'found')
              return;
            // Without git, a number is only a number, and the reader is told so.
            const hasGit = history.hasGit || isNumber(at);
            const result = await outcome(at, texts, { ...history, line, hasGit });
            counts[result] += 1;
            assert.notEqual(result, 'wrong');
          },
        ),
        { numRuns: 1_500, examples },
      );
      // Who always gives up is never wrong either.
      assert.ok(counts.followed > 80 && counts.reported > 20, JSON.stringify(counts));
      if (process.env.LEADLIGHT_FIGURES !== undefined) console.log(kind, JSON.stringify(counts));
    });
});

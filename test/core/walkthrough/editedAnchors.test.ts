import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Git } from '../../../src/core/git';
import { readText } from '../../../src/core/walkthrough/anchorText';
import { proposeAnchor } from '../../../src/core/walkthrough/proposeAnchor';
import { createAnchorResolver } from '../../../src/core/walkthrough/resolveAnchors';
import type { StepAnchor } from '../../../src/core/walkthrough/stepAnchor';
import { createMemoryGit } from '../memoryGit';
import { memoryHost, rootUri } from '../memoryHost';
import { applyEdit, type Edit, edits, traced } from '../text/editedLines';

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

type Outcome = 'followed' | 'reported' | 'wrong';

/** Makes an anchor for a line, edits the file (and renames it), and looks where the anchor leads. */
async function outcome(
  texts: readonly string[],
  {
    line,
    byNumber,
    isRenamed,
  }: { readonly line: number; readonly byNumber: boolean; readonly isRenamed: boolean },
  changes: readonly Edit[],
): Promise<Outcome> {
  const then = texts.join('\n');
  const at: StepAnchor = byNumber
    ? { file: 'a.js', line: line + 1 }
    : { file: 'a.js', ...proposeAnchor(readText(then, 'a.js'), { start: line, end: line }).at };
  const now = changes.reduce(applyEdit, traced(texts));
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
  const resolver = createAnchorResolver({ host, root: rootUri, git });
  const anchor = await resolver.resolve({ at, range: nowhere }, { uri: sourceUri, folder: rootUri });
  if (anchor.state === 'ambiguous' || anchor.state === 'missing') return 'reported';
  const found = anchor.range!.start.line;
  if (now[found]?.id === line) return 'followed';
  // Where the line itself is gone, somebody may have written the same words anew, once.
  const isGone = !now.some(({ id, isCopy }) => id === line && !isCopy);
  const isSame = now[found]?.text.trim() === texts[line]!.trim();
  return isGone && isSame ? 'followed' : 'wrong';
}

describe('anchors of edited files', () => {
  const count = async (byNumber: boolean) => {
    const counts = { followed: 0, reported: 0, wrong: 0 };
    await fc.assert(
      fc.asyncProperty(
        functions,
        fc.nat(40),
        fc.boolean(),
        edits,
        async (parts, from, isRenamed, changes) => {
          const texts = codeOf(parts);
          const result = await outcome(texts, { line: from % texts.length, byNumber, isRenamed }, changes);
          counts[result] += 1;
          assert.notEqual(result, 'wrong');
        },
      ),
      { numRuns: 1_500 },
    );
    // Who always gives up is never wrong either.
    assert.ok(counts.followed > 500 && counts.reported > 50, JSON.stringify(counts));
    return counts;
  };

  it('never lead to another line, when chosen for it', () => count(false));
  it('never lead to another line, when a number is all there is', () => count(true));
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAt, readAnchorText, resolveAnchor } from '../../../src/core/text/contentAnchor';
import { applyEdit, codeLines, type Edit, edits, traced } from './editedLines';

const none = { followed: 0, alike: 0, reported: 0, wrong: 0 };

/** Where the lines between the two `$0` of a text are once it became another: `found 1-2`, or only a state. */
function resolved(marked: string, now: string): string {
  const [before = '', about = '', behind = ''] = marked.split('$0');
  const start = before.split('\n').length - 1;
  const anchor = anchorAt(readAnchorText(before + about + behind), {
    start,
    end: start + about.split('\n').length - 1,
  });
  const place = resolveAnchor(JSON.parse(JSON.stringify(anchor)) as typeof anchor, readAnchorText(now));
  return 'span' in place ? `${place.state} ${place.span.start}-${place.span.end}` : place.state;
}

describe('a content anchor', () => {
  it('finds its lines where they were', () => {
    assert.equal(resolved('a\n$0b\nc$0\nd', 'a\nb\nc\nd'), 'found 1-2');
    assert.equal(resolved('$0$0', ''), 'found 0-0');
  });

  it('follows them, however they are indented and whatever ends a line', () => {
    assert.equal(resolved('a\n$0b\nc$0\nd', 'new\r\na\r\n\tb\r\n\tc  \r\nd'), 'moved 2-3');
    assert.equal(resolved('$0b$0\na', 'a\n  b'), 'moved 1-1');
  });

  it('says that they are gone', () => {
    assert.equal(resolved('a\n$0b$0\nc', 'a\nc'), 'missing');
    assert.equal(resolved('a\n$0b\nc$0', 'a\nb\nother\nc'), 'missing');
    assert.equal(resolved('a\n$0b$0', ''), 'missing');
  });

  it('takes no copy for them', () => {
    assert.equal(resolved('a\n$0b$0\nc', 'a\nb\nc\nb'), 'ambiguous');
    assert.equal(resolved('a\n$0b\nc$0', 'b\nc\nb\nx'), 'ambiguous');
  });

  it('tells repeated lines apart by what is around them', () => {
    const twice = 'f {\n$0}$0\ng {\n}';
    assert.equal(resolved(twice, 'new\nf {\n}\ng {\n}'), 'moved 2-2');
    assert.equal(resolved(twice, 'f {\ng {\n}'), 'ambiguous');
    assert.equal(resolved(twice, 'f {\n  g()\n}\ng {\n}'), 'ambiguous');
    assert.equal(resolved('$0}$0\nf {\n}', '}\nf {\n}'), 'found 0-0');
    assert.equal(resolved('$0}$0\nf {\n}', 'new\n}\nf {\n}'), 'ambiguous');
    assert.equal(resolved('}\n$0}$0\n}', '}\n}\n}'), 'found 1-1');
  });

  it('does not guess where nothing near is written only once', () => {
    const many = Array<string>(200).fill('}').join('\n');
    assert.equal(resolved(`${many}\n$0}$0\n${many}`, `${many}\n}\n${many}`), 'ambiguous');
    assert.equal(resolved(`${many}\n$0}$0\n${many}`, 'all new'), 'missing');
  });

  it('never points at other lines, whatever was edited', () => {
    const counts = { ...none };
    fc.assert(
      fc.property(codeLines, fc.nat(60), fc.nat(3), edits, (texts, from, more, changes) => {
        const result = outcome(texts, { start: from % texts.length, more }, changes);
        counts[result] += 1;
        assert.notEqual(result, 'wrong');
      }),
      { numRuns: 3_000 },
    );
    // A resolver that always gives up is never wrong either.
    assert.ok(counts.followed > 2_000, JSON.stringify(counts));
    assert.ok(counts.reported > 200, JSON.stringify(counts));
    assert.ok(counts.alike < 10, JSON.stringify(counts));
  });

  it('is looked for in a time that grows with the text only', () => {
    // Tried one by one, the places would take minutes, and the test its time limit.
    const worst = Array<string>(300_000).fill('}').join('\n');
    const anchor = anchorAt(readAnchorText(worst), { start: 1_000, end: 101_000 });
    assert.deepEqual(resolveAnchor(anchor, readAnchorText(`${worst}x`)), { state: 'ambiguous' });
  });
});

/**
 * Followed: to the same words, and to the very lines wherever these still stand together; where they do not, somebody
 * wrote the same words anew. Alike: equal lines changed places, and what is around them is as it was, so that no
 * reader of the text could know. Reported: no place. Wrong: anything else.
 */
function outcome(
  texts: readonly string[],
  { start, more }: { readonly start: number; readonly more: number },
  changes: readonly Edit[],
): keyof typeof none {
  const end = Math.min(start + more, texts.length - 1);
  const anchor = anchorAt(readAnchorText(texts.join('\n')), { start, end });
  const now = changes.reduce(applyEdit, traced(texts));
  const place = resolveAnchor(anchor, readAnchorText(now.map(({ text }) => text).join('\n')));
  if (!('span' in place)) return 'reported';
  const { span } = place;
  const trimmed = (lines: readonly string[], from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => lines[from + index]?.trim()).join('\n');
  const shown = now.map(({ text }) => text);
  if (trimmed(shown, span.start, span.end) !== trimmed(texts, start, end)) return 'wrong';
  const isOriginal = (first: number) =>
    texts.slice(start, end + 1).every((_, index) => now[first + index]?.id === start + index);
  if (isOriginal(span.start) || !now.some((_, first) => isOriginal(first))) return 'followed';
  const isAlike = trimmed(shown, span.start - 1, span.end + 1) === trimmed(texts, start - 1, end + 1);
  return isAlike ? 'alike' : 'wrong';
}

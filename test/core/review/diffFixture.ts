import fc from 'fast-check';
import type { Diff, DiffFile } from '../../../src/core/review/diff';
import type { HeldItem, HeldReview } from '../../../src/core/review/heldItem';
import { filesIn, fingerprintOf } from '../../../src/core/review/fingerprints';
import { hash } from '../../../src/core/text/hash';

/** A modified text file with these lines added at `at`; its fingerprint is another one for other lines. */
export function changed(
  path: string,
  added: readonly string[] = ['x'],
  { at = 0, ...more }: Partial<DiffFile> & { readonly at?: number } = {},
): DiffFile {
  const file = {
    path,
    status: 'modified',
    kind: 'text',
    added: added.length,
    deleted: 0,
    hunks: [{ oldStart: at, newStart: at, removed: [], added }],
    isCut: false,
    ...more,
  } as const;
  return { ...file, fingerprint: hash(JSON.stringify([file.status, file.oldPath, file.hunks])) };
}

export function diffOf(files: readonly DiffFile[]): Diff {
  return {
    base: 'origin/main',
    baseCommit: 'a'.repeat(40),
    branch: 'work',
    commits: [],
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    notes: [],
  };
}

/** An item as it is held against a diff, with its fingerprint. */
export function heldItem(
  diff: Diff | undefined,
  id: string,
  { ask = `Is ${id} so?`, scope, applies = true, title = 'Code review' }: HeldItemOptions = {},
): HeldItem {
  return {
    item: {
      id,
      ask,
      for: 'anyone',
      source: {
        uri: 'file:///w/.leadlight/g.yaml',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      },
      applies,
      reason: applies ? 'It is asked of every change.' : 'No changed file matches test/**.',
      evidence: [],
      fingerprint: diff === undefined ? 'no-diff' : fingerprintOf(filesIn(diff, scope)),
    },
    group: { id: title, title },
    scope,
    isMine: true,
  };
}

interface HeldItemOptions {
  readonly ask?: string;
  readonly scope?: readonly string[];
  readonly applies?: boolean | undefined;
  readonly title?: string;
}

export function heldReview(diff: Diff | undefined, items: readonly HeldItem[]): HeldReview {
  return { folder: 'file:///w/', notes: [], items, ...(diff && { diff }) };
}

/** Texts of people and of those who mean harm. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '-->',
          '<!--',
          '--',
          '`',
          '```',
          '\n',
          '\r\n',
          '[x] ',
          '- [ ] ',
          '<b>',
          '</details>',
          '\\',
          '> ',
          '%2D',
        ],
        ...['<!-- /leadlight:review -->', '<!-- leadlight:review v1 -->', '<!-- r/a pass 00000000000000 -->'],
        ...[
          'Concern:',
          'Not needed:',
          '1.',
          '# ',
          '|',
          '\u2028',
          '\u202e',
          'www.a',
          'https://a.b',
          'a@b',
          '&lt;',
        ],
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

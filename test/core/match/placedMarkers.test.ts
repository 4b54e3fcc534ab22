import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { assembleGuidance } from '../../../src/core/guidance/guidance';
import { readLeadlight } from '../../../src/core/guidance/leadlight';
import { createCompilers } from '../../../src/core/match/compilers';
import { compileMatcher, type DocumentMatches } from '../../../src/core/match/documentMatches';
import { type Scope, scopeAt } from '../../../src/core/match/scope';

const root = 'memfs:/w/';
const compilers = createCompilers();

const input = { path: 'a.ts', findings: [], isOverdue: () => false };

function findIn(text: string, guidance?: string): DocumentMatches {
  const document = TextDocument.create(`${root}a.ts`, 'typescript', 1, text);
  return compileMatcher(scopeOf(guidance, 'typescript')).follow('typescript').find(document, input);
}

function scopeOf(guidance: string | undefined, languageId: string): Scope {
  const uri = `${root}.leadlight/g.yaml`;
  const sources =
    guidance === undefined
      ? []
      : [
          {
            source: readLeadlight({ uri, folder: root, linkBase: root, text: guidance, compilers }),
            rank: 0,
          },
        ];
  return scopeAt(assembleGuidance(root, sources), { path: 'a.ts', languageId, today: '2026-11-22' });
}

/** Each marker as `TAG said: what its policy means`, with `!` where it is excused. */
function placed({ markers }: DocumentMatches): readonly string[] {
  return markers.map(
    ({ marker, policy, isExcused }) => `${policy.tag} ${marker.text}: ${policy.means}${isExcused ? '!' : ''}`,
  );
}

const text = '// TODO(maya): a\nf(); // eslint-disable-line b -- c\n// NOTE d\n';

describe('the markers of a document', () => {
  it('are those of the defaults where nobody wrote guidance', () => {
    const found = findIn(text);
    assert.deepEqual(placed(found), [
      'TODO a: Work that somebody decided to do later.',
      'eslint-disable b: Tells ESLint to look away here.',
    ]);
    assert.deepEqual(
      found.markers.map(({ marker }) => [marker.owner?.value, marker.reason?.value]),
      [
        ['maya', undefined],
        [undefined, 'c'],
      ],
    );
    assert.deepEqual(found.matches, []);
  });

  it('have the policy of the team where it wrote one, and are places of it', () => {
    const found = findIn(text, 'markers: [{ tag: TODO, means: T. }, { tag: NOTE, means: N. }]');
    assert.deepEqual(placed(found), [
      'TODO a: T.',
      'eslint-disable b: Tells ESLint to look away here.',
      'NOTE d: N.',
    ]);
    assert.deepEqual(
      found.matches.map(({ entry, start, end }) => [entry.id, text.slice(start, end)]),
      [
        ['todo', 'TODO'],
        ['note', 'NOTE'],
      ],
    );
  });

  it('stay where they are excused from their policy, and say so', () => {
    const found = findIn(
      '// leadlight-ignore todo: a reason\n// TODO a\n// TODO b\n',
      'markers: [{ tag: TODO, means: T. }]',
    );
    assert.deepEqual(placed(found), ['TODO a: T.!', 'TODO b: T.']);
    assert.equal(found.matches.length, 1);
  });

  it('are none in a file that is too large', () => {
    const found = findIn(`// TODO a\n${' '.repeat(2 * 1024 * 1024)}`);
    assert.deepEqual([found.markers.length, found.skipped.length], [0, 1]);
  });
});

describe('a document that is followed', () => {
  const guidance = `
philosophies: [{ id: p, title: P, why: W., applies: { text: 'f\\(\\)' } }]
terms: [{ term: settlement, means: M. }]
markers: [{ tag: TODO, means: T., markdown: prose }]
`;
  const pieces = [
    '// ',
    'TODO(maya): a\n',
    'f();',
    ' settlement ',
    '/*',
    '*/',
    '`',
    '\n',
    '# TODO b\n',
    '"',
    '${',
    '}',
  ];

  for (const languageId of ['typescript', 'markdown', 'plaintext'])
    it(`has the matches of a fresh one after each edit: ${languageId}`, () => {
      const matcher = compileMatcher(scopeOf(guidance, languageId));
      const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => words.join(''));
      fc.assert(
        fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (versions) => {
          const followed = matcher.follow(languageId);
          for (const version of versions) {
            const document = TextDocument.create(`${root}a`, languageId, 1, version);
            const fresh = matcher.follow(languageId).find(document, input);
            assert.deepEqual(followed.find(document, input), fresh);
          }
        }),
      );
    });
});

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createService } from '../../../src/core/service';
import { memoryHost, rootUri } from '../memoryHost';
import { openFixture } from '../workspace';
import { checkGoverned, checkPlaces, fixtureOf } from './checkMatches';

const whole = (id: string, rest = '') =>
  `philosophies: [{ id: ${id}, title: T, why: W., applies: { files: "**" } ${rest}}]`;
const word = (id: string, rest = '') =>
  `philosophies: [{ id: ${id}, title: T, why: W., applies: { text: word } ${rest}}]`;
const at = (day: string) => ({ now: new Date(`${day}T12:00:00`) });

describe('findings of other tools', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
  const found = async (pattern: string, source: string, code: string) => {
    const { service, open } = await openFixture(
      fixtureOf(`{ diagnostics: "${pattern}" }`, '//- /a.ts\nword\n'),
    );
    const document = await open('a.ts');
    assert.deepEqual(service.documents.matches(document)?.matches, []);
    service.setFindings(document.uri, [{ range, source, code }]);
    return service.documents.matches(document)!.matches.length === 1;
  };
  it('match by source and code', async () =>
    assert.ok(await found('eslint/no-console', 'eslint', 'no-console')));
  it('are split at the first slash', async () =>
    assert.ok(await found('eslint/@ts/no-any', 'eslint', '@ts/no-any')));
  it('have sources without case', async () =>
    assert.ok(await found('eslint/no-console', 'ESLint', 'no-console')));
  it('have codes with case', async () =>
    assert.ok(!(await found('eslint/no-console', 'eslint', 'No-Console'))));
  it('take numbers as text', async () => assert.ok(await found('ts/2304', 'ts', '2304')));
  it('take * in both', async () => assert.ok(await found('*/no-*', 'eslint', 'no-console')));
  it('match no other code', async () => assert.ok(!(await found('eslint/no', 'eslint', 'no-console'))));
});

describe('terms', () => {
  const names = async (line: string) => {
    const { service, document, offset } = await openFixture(`//- /.leadlight/a.yaml
terms: [{ term: settlement, aka: [settle, pay out], means: M. }]
//- /a.ts
${line}
`);
    return (service.documents.hover(document, document.positionAt(offset))?.cards ?? [])
      .map(({ id }) => id)
      .join();
  };
  it('are whole words', async () => assert.equal(await names('settl$0ement'), 'settlement'));
  it('are no parts of words', async () => assert.equal(await names('unsettl$0ementable'), ''));
  it('are parts of camelCase', async () => assert.equal(await names('lateSettle$0mentDate'), 'settlement'));
  it('are parts of snake case in capitals', async () =>
    assert.equal(await names('LATE_SETTLE$0MENT'), 'settlement'));
  it('have other names', async () => assert.equal(await names('willSett$0le'), 'settlement'));
  it('can be several words', async () => assert.equal(await names('// pay ou$0t'), 'settlement'));
  it('can be several words in one name', async () => assert.equal(await names('willPayO$0ut'), 'settlement'));
  it('are in comments', async () => assert.equal(await names('// a Settle$0ment.'), 'settlement'));
  it('are not in strings', async () => assert.equal(await names('"settle$0ment"'), ''));
});

describe('level', () => {
  const shown = async (level: string) => {
    const { service, open } = await openFixture(`//- /.leadlight/a.yaml
${word('p', level === '' ? '' : `, level: ${level}`)}
//- /a.ts
word
`);
    const document = await open('a.ts');
    const hover = service.documents.hover(document, { line: 0, character: 1 })?.cards.length ?? 0;
    return [
      hover,
      service.documents.matches(document)!.matches.length,
      service.documents
        .notices(document)
        .map((notice) => notice.level)
        .join(),
    ];
  };
  it('none: a hover', async () => assert.deepEqual(await shown('none'), [1, 0, '']));
  it('hint: and a decoration', async () => assert.deepEqual(await shown('hint'), [1, 1, '']));
  it('is hint where nothing is said', async () => assert.deepEqual(await shown(''), [1, 1, '']));
  it('info: and a diagnostic', async () => assert.deepEqual(await shown('info'), [1, 1, 'info']));
  it('warning: and a warning', async () => assert.deepEqual(await shown('warning'), [1, 1, 'warning']));
});

describe('status', () => {
  for (const [status, places] of [
    ['proposed', 1],
    ['trial', 1],
    ['accepted', 1],
    ['deprecated', 0],
    ['superseded', 0],
  ] as const) {
    it(`${status} is ${places === 1 ? 'shown on code' : 'only listed'}`, async () => {
      const { service, open } = await openFixture(`//- /.leadlight/a.yaml
${word('p', `, status: ${status}`)}
//- /a.ts
word
`);
      assert.equal(service.documents.matches(await open('a.ts'))!.matches.length, places);
      assert.deepEqual(
        service.overview.search('').map(({ id }) => id),
        ['p'],
      );
    });
  }
});

describe('exceptions', () => {
  const fixture = (until: string) => `//- /.leadlight/a.yaml
${word('p', `, exceptions: [{ files: "old/**", reason: R.${until} }]`)}
//- /old/a.ts
word
//- /new/a.ts
word
`;
  const until = fixture(', until: 2026-06-15');
  it('excuse their files', () => checkPlaces('old/a.ts', fixture(''), []));
  it('excuse no others', () => checkPlaces('new/a.ts', fixture(''), ['p 1: word']));
  it('hold on their last day', () => checkPlaces('old/a.ts', until, [], at('2026-06-15')));
  it('are over the day after', () => checkPlaces('old/a.ts', until, ['p 1: word'], at('2026-06-16')));
});

describe('leadlight-ignore', () => {
  const fixture = (text: string) => `//- /.leadlight/a.yaml
${word('p')}
//- /.leadlight/b.yaml
${word('q')}
//- /a.ts
${text}
`;
  it('excuses its line and the next', () =>
    checkPlaces('a.ts', fixture('word // leadlight-ignore p: reason\nword\nword'), [
      'p 3: word',
      'q 1: word',
      'q 2: word',
      'q 3: word',
    ]));
  it('is written in any comment', () =>
    checkPlaces('a.ts', fixture('/* leadlight-ignore q: reason */ word'), ['p 1: word']));
  it('is nothing in a string', () =>
    checkPlaces('a.ts', fixture('"leadlight-ignore q: reason"; word'), ['p 1: word', 'q 1: word']));
  it('names an entry, not the beginning of its id', () =>
    checkPlaces('a.ts', fixture('// leadlight-ignore pq: reason\nword'), ['p 2: word', 'q 2: word']));
});

describe('files that are left alone', () => {
  const of = (path: string, more: string) => `//- /.leadlight/a.yaml
${word('p')}
${more}
//- /${path}
word
`;
  it('are ignored by git', () => checkPlaces('dist/a.ts', of('dist/a.ts', '//- /.gitignore\ndist/'), []));
  it('are ignored by git further in', () =>
    checkPlaces('a/dist/a.ts', of('a/dist/a.ts', '//- /a/.gitignore\n/dist'), []));
  it('are named by ignore', () => checkPlaces('gen/a.ts', of('gen/a.ts', 'ignore: "gen/**"'), []));
  it('are named by ignore, from its own folder', () =>
    checkPlaces('gen/a.ts', of('gen/a.ts', '//- /api/.leadlight/a.yaml\nignore: "gen/**"'), ['p 1: word']));
  it('are guidance', () => checkPlaces('.leadlight/b.yaml', of('.leadlight/b.yaml', ''), []));
  it('are no others', () =>
    checkPlaces('src/a.ts', of('src/a.ts', 'ignore: "gen/**"\n//- /.gitignore\ndist/'), ['p 1: word']));
});

describe('nested guidance', () => {
  const fixture = `//- /.leadlight/a.yaml
${word('p')}
//- /api/.leadlight/a.yaml
${whole('inner')}
//- /api/src/a.ts
word
//- /web/a.ts
word
`;
  it('governs below its folder, nearest first', () => checkGoverned('api/src/a.ts', fixture, 'p@1 inner'));
  it('governs nothing else', () => checkGoverned('web/a.ts', fixture, 'p@1'));
  it('replaces an outer entry of the same id', () =>
    checkGoverned('api/src/a.ts', fixture.replace('id: inner', 'id: p'), 'p'));
  it('replaces it only there', () => checkGoverned('web/a.ts', fixture.replace('id: inner', 'id: p'), 'p@1'));
  const disabling = `//- /.leadlight/a.yaml
${word('p')}
//- /api/.leadlight/a.yaml
disable: p
//- /api/src/a.ts
word
//- /web/a.ts
word
`;
  it('disables an outer entry below its folder', () => checkGoverned('api/src/a.ts', disabling, ''));
  it('disables it nowhere else', () => checkGoverned('web/a.ts', disabling, 'p@1'));
});

describe('two workspace folders', () => {
  it('stand alone', async () => {
    const host = memoryHost(`//- /one/.leadlight/a.yaml
${word('one')}
//- /two/.leadlight/a.yaml
${word('two')}
`);
    const service = createService({ host });
    await service.setFolders([`${rootUri}one`, `${rootUri}two`]);
    const ids = (path: string) =>
      service.documents
        .matches(TextDocument.create(rootUri + path, 'typescript', 1, 'word'))
        ?.matches.map(({ key }) => key)
        .join();
    assert.equal(ids('one/a.ts'), 'philosophy:one');
    assert.equal(ids('two/a.ts'), 'philosophy:two');
    assert.equal(ids('three/a.ts'), undefined);
    await service.setFolders([`${rootUri}one`, `${rootUri}`]);
    assert.equal(ids('one/a.ts'), 'philosophy:one', 'the innermost folder alone');
    assert.equal(ids('two/a.ts'), 'two/philosophy:two');
  });
});

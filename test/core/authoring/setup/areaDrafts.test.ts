import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setUp } from '../../../../src/core/authoring/setUp';
import type { Author, FolderAuthors } from '../../../../src/core/git';
import { problemLines } from '../../workspace';
import { lookAt } from './repositories';

/** Authors as `Maya 3, Jon 1`, most commits first; the address is made of the name. */
function by(path: string, text: string): FolderAuthors {
  const authors = text.split(', ').map((each): Author => {
    const [name = '', commits = ''] = each.split(/ (?=\d+$)/);
    return { name, email: `${name.toLowerCase().replace(' ', '.')}@example.com`, commits: Number(commits) };
  });
  return { path, authors };
}

const shop = '//- /src/cart/a.ts\n//- /src/payments/a.ts\n//- /docs/a.md\n//- /.github/a.yml\n';

/** Areas as `Cart src/cart/**: @maya, @jon`. */
async function drafts(fixture: string, authors?: readonly FolderAuthors[]): Promise<readonly string[]> {
  const { areas } = (await lookAt(fixture, authors)).found;
  return (areas?.areas ?? []).map(
    ({ name, files, lead, delegate }) =>
      `${name} ${files.join(' ')}: ${[lead, delegate].filter(Boolean).join(', ')}`,
  );
}

describe('areas', () => {
  it('are drafted from who commits where, one for each part of what holds parts', async () => {
    const found = await drafts(shop, [
      by('', 'Maya 20, Jon B 15'),
      by('src', 'Maya 20, Jon B 9'),
      by('src/cart', 'Maya 9, Jon B 2'),
      by('src/payments', 'Jon B 9, Maya 8'),
      by('docs', 'Jon B 3'),
      by('.github', 'Maya 4'),
      by('gone', 'Ada 50'),
    ]);
    assert.deepEqual(found, [
      'Docs docs/**: @jon.b',
      'Cart src/cart/**: @maya',
      'Payments src/payments/**: @jon.b, @maya',
    ]);
  });

  it('are one where the same people commit everywhere, and none where nobody is known', async () => {
    assert.deepEqual(await drafts(shop, [by('', 'Maya 3'), by('docs', 'Maya 1'), by('src', 'Maya 2')]), [
      'Everything **: @maya',
    ]);
    assert.deepEqual(await drafts(shop, []), []);
    assert.deepEqual(await drafts(shop), []);
  });

  it('are led by no bot, and know the handles in the addresses that GitHub makes', async () => {
    const author = (name: string, email: string) => ({ name, email, commits: 1 });
    const authors = [
      author('dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'),
      author('Renovate Bot', 'bot@renovateapp.com'),
      author('GitHub', 'noreply@github.com'),
      author('Maya', '12345+maya-k@users.noreply.github.com'),
    ];
    assert.deepEqual(await drafts(shop, [{ path: '', authors }]), ['Everything **: @maya-k']);
  });

  it('are as in CODEOWNERS, where there is one, as far as its rules govern a file', async () => {
    const rules = '* @org/all\n/src/ @maya @jon @ada\n*.md docs@example.com\n/gone/ @jon\n/src/cart\n';
    const fixture = `${shop}//- /.github/CODEOWNERS\n${rules}`;
    assert.deepEqual(await drafts(fixture, [by('', 'Maya 3')]), [
      'Everything **: @org/all',
      'Src src/**: @maya, @jon',
      'Md **/*.md: docs@example.com',
      'Cart src/cart: ',
    ]);
    const { found, service, write } = await lookAt(fixture);
    const [file] = setUp(found, { parts: ['areas'], philosophies: [] });
    assert.match(file!.text, /# CODEOWNERS names @ada too\.\n {4}lead: "@maya"\n {4}delegate: "@jon"/);
    assert.match(file!.text, /# CODEOWNERS says that nobody owns these\.\n\n?$/);
    await write([file!]);
    assert.deepEqual(problemLines(service.problems()), []);
    const { areas } = await service.overview.owners();
    assert.deepEqual(areas.map(({ name }) => name).sort(), ['Cart', 'Everything', 'Md', 'Src']);
  });

  it('are left to formats that say it in another way', async () => {
    assert.deepEqual(await drafts(`${shop}//- /OWNERS\napprovers: [maya]\n`, [by('', 'Maya 3')]), []);
    const sections = '[Cart] @maya\n/src/cart/\n';
    assert.deepEqual(await drafts(`${shop}//- /CODEOWNERS\n${sections}`, [by('', 'Maya 3')]), []);
    const many = Array.from({ length: 41 }, () => '/src/ @maya\n').join('');
    assert.deepEqual(await drafts(`${shop}//- /CODEOWNERS\n${many}`), []);
  });

  it('read back without a problem, whatever people and folders are called', async () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('a\n  - name: b', '"@x"', '# x', '\u2028x', "it's", '*', '{a,b}'),
    );
    const folder = name.filter((text) => !/[\0/\\]|^\.|^$|^\s|\s$/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(folder, name, name), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const authors = [['', 'Maya', 'maya@x'] as const, ...rows].map(([path, author, email]) => ({
            path,
            authors: [{ name: author, email, commits: 2 }],
          }));
          const fresh = await lookAt('', authors);
          for (const [path] of rows) fresh.host.write(`file:///w/${encodeURIComponent(path)}/a.ts`, '');
          await fresh.service.filesChanged(
            rows.map(([path]) => ({ uri: `file:///w/${encodeURIComponent(path)}/a.ts`, kind: 'created' })),
          );
          const found = await fresh.lookAgain();
          await fresh.write(setUp(found, { parts: ['areas'], philosophies: [] }));
          assert.deepEqual(problemLines(fresh.service.problems()), []);
        },
      ),
      { numRuns: 60 },
    );
  });
});

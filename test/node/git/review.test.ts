import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Git } from '../../../src/core/git';
import type { Answer } from '../../../src/core/review/answer';
import type { ReviewQuery, ReviewResult } from '../../../src/core/review/reviewItem';
import { createService, type Service } from '../../../src/core/service';
import { nodeHost } from '../scannedFolder';
import { type TemporaryRepository, temporaryRepository } from './temporaryRepository';

const guidance = `
checklists:
  - id: review
    title: Review
    for: reviewer
    items:
      - { id: code, ask: Is it tested?, when: { changed: "src/**" } }
      - { id: docs, ask: Is it told?, when: { changed: "docs/**" } }
      - { id: debt, ask: Is the debt known?, when: { debt: "> 0" } }
`;

const odd = Buffer.from('.ts');
const oddGuidance = `
checklists:
  - id: odd
    title: Odd
    items:
      - { id: two, ask: Is it two?, when: { changed: "odd/**", content: two } }
      - { id: three, ask: Is it three?, when: { changed: "odd/**", content: three } }
`;

const base: ReviewQuery = { me: [], answers: [] };

describe('the review of a real repository', () => {
  let repository: TemporaryRepository;
  let service: Service;
  /** What git was asked for. */
  let asked: string[];
  let changes: number;

  beforeEach(async () => {
    repository = await temporaryRepository();
    await repository.write('.leadlight/guidance.yaml', guidance);
    await repository.write('.gitignore', 'out/\n');
    await repository.write('src/a.ts', 'one\n');
    await repository.write('src/b.ts', 'one\n');
    await repository.write('docs/a.md', 'one\n');
    repository.commit('2024-03-01');
    repository.run('checkout', '--quiet', '-b', 'feature');
    await repository.write('src/a.ts', 'two\n');
    asked = [];
    changes = 0;
    service = createService({ host: nodeHost, onDidChangeReview: () => void (changes += 1) });
    await service.setFolders([repository.uri('')]);
    service.setGit(spied(repository.git));
  });
  afterEach(async () => {
    service.dispose();
    await repository.remove();
  });

  const spied = (git: Git): Git => ({
    ...git,
    diff: (...args) => (asked.push('diff'), git.diff(...args)),
    diffFiles: (...args) => (asked.push(`files ${args[1].paths.join(' ')}`), git.diffFiles(...args)),
  });
  const review = async (query: Partial<ReviewQuery> = {}): Promise<ReviewResult> => {
    const result = await service.review.query({ ...base, ...query });
    assert.ok(result);
    return result;
  };
  const applying = ({ groups }: ReviewResult) =>
    groups.flatMap(({ items }) => items.map(({ id }) => id.replace('review/', ''))).join(' ');
  const changed = (...paths: readonly string[]) =>
    service.filesChanged(paths.map((path) => ({ uri: repository.uri(path), kind: 'changed' })));

  it('names who owns the files, by which rule in which line', async () => {
    assert.deepEqual((await review()).owners, []);
    await repository.write('CODEOWNERS', '# Ours\n*.ts @web\n');
    await service.filesChanged([{ uri: repository.uri('CODEOWNERS'), kind: 'created' }]);
    assert.deepEqual((await review()).owners, [
      { path: 'src/a.ts', who: '@web', rule: '*.ts · CODEOWNERS:2' },
    ]);
  });

  it('may be of what is about files of who commits here, where a setting names nobody', async () => {
    await repository.write('CODEOWNERS', '*.ts @jon\n*.md @maya\n');
    await repository.write('docs/a.md', 'two\n');
    await service.filesChanged([{ uri: repository.uri('CODEOWNERS'), kind: 'created' }]);
    const mine = await review({ mine: true });
    assert.equal(applying(mine), 'code');
    assert.deepEqual(mine.notes, ['1 item about files of others is left out.']);
    assert.equal(applying(await review({ mine: true, me: ['@maya'] })), 'docs');
    repository.run('config', '--unset', 'user.email');
    repository.run('config', '--unset', 'user.name');
    service.setGit(spied(repository.git));
    const unknown = await review({ mine: true });
    assert.equal(applying(unknown), 'code docs');
    assert.deepEqual(unknown.notes, [
      'It is not known which files are yours: the setting "leadlight.me" is empty, and git names nobody.',
    ]);
  });

  it('follows what is saved, and asks git only about that', async () => {
    assert.equal(applying(await review()), 'code');
    assert.equal(applying(await review()), 'code');
    assert.deepEqual(asked, ['diff']);
    await repository.write('docs/a.md', 'two\n// TODO: tell more\n');
    await repository.write('src/a.ts', 'two\n// TODO: test it\n');
    await changed('docs/a.md', 'src/a.ts');
    assert.equal(changes, 1);
    const now = await review();
    assert.equal(applying(now), 'code docs debt');
    assert.deepEqual([now.files, now.added, now.deleted], [2, 4, 2]);
    assert.deepEqual(asked, ['diff', 'files docs/a.md src/a.ts']);
    await repository.write('src/a.ts', 'one\n');
    await changed('src/a.ts');
    assert.equal(applying(await review()), 'docs');
  });

  it('sees new files, and nothing of what git ignores', async () => {
    await review();
    await repository.write('out/built.js', 'x\n');
    await changed('out/built.js');
    await review();
    assert.deepEqual([asked.length, changes], [1, 0]);
    await repository.write('docs/new.md', 'x\n');
    await service.filesChanged([{ uri: repository.uri('docs/new.md'), kind: 'created' }]);
    assert.equal(applying(await review()), 'code docs');
  });

  it('answers stay through a commit and go stale with an edit, until it is taken back', async () => {
    const draft = { item: 'review/code', state: 'pass', role: 'reviewer' } as const;
    const answer = await service.review.answer(base, draft);
    assert.ok(answer);
    const states = async () => {
      const { counts } = await review({ answers: [answer], role: 'reviewer' });
      return `${counts.pass} ${counts.stale} ${counts.open}`;
    };
    assert.equal(await states(), '1 0 0');
    repository.commit('2024-04-01');
    await changed('.git/HEAD', '.git/refs/heads/feature');
    assert.equal(await states(), '1 0 0');
    assert.equal(asked.at(-1), 'diff');
    await repository.write('src/a.ts', 'three\n');
    await changed('src/a.ts');
    assert.equal(await states(), '0 1 0');
    await repository.write('src/a.ts', 'two\n');
    await changed('src/a.ts');
    assert.equal(await states(), '1 0 0');
    assert.equal(await service.review.answer(base, { ...draft, item: 'review/nothing' }), undefined);
  });

  it('is of files whatever they are called, and says which it cannot read', async function () {
    if (process.platform !== 'linux') this.skip();
    const names = ['odd/a b.ts', 'odd/new\nline.ts', `odd/q"uo'te.ts`];
    for (const name of names) await repository.write(name, 'two\n');
    const latin = Buffer.concat([Buffer.from(`${repository.folder}/odd/`), Buffer.from([0xff]), odd]);
    await writeFile(latin, 'two\n');
    await repository.write('.leadlight/odd.yaml', oddGuidance);
    await service.filesChanged([{ uri: repository.uri('.leadlight/odd.yaml'), kind: 'created' }]);
    const told = async (answers: readonly Answer[] = []) => {
      const { groups, others } = await review({ answers });
      const items = [...groups.flatMap((group) => group.items), ...others];
      const of = (id: string) => items.find((item) => item.id === `odd/${id}`)!;
      return { two: of('two'), three: of('three') };
    };
    const { two, three } = await told();
    assert.deepEqual(
      two.evidence.map(({ path, range }) => `${path} ${range?.end.character}`),
      [...names.map((name) => `${name} 3`), 'odd/\ufffd.ts undefined'],
    );
    assert.equal(three.applies, undefined);
    assert.match(three.reason, /, but 1 file could not be read\.$/);
    const answer = await service.review.answer(base, { item: 'odd/two', state: 'pass', role: 'author' });
    assert.ok(answer);
    await repository.write('odd/new\nline.ts', 'two, or three\n');
    await changed('odd/new\nline.ts');
    assert.equal((await told([answer])).two.stale, 'odd/new line.ts changed.');
    await repository.write('odd/new\nline.ts', 'two\n');
    await changed('odd/new\nline.ts');
    assert.equal((await told([answer])).two.stale, undefined);
    await writeFile(latin, 'two, or three\n');
    await changed('odd/\ufffd.ts');
    assert.notEqual((await told()).three.fingerprint, three.fingerprint);
  });

  it('is of the branch and the repository that are there, also before the editor tells of a change', async () => {
    assert.equal((await review()).branch, 'feature');
    repository.run('checkout', '--quiet', '-b', 'another');
    assert.equal((await review()).branch, 'another');
    await rm(join(repository.folder, '.git'), { recursive: true });
    assert.match((await review()).withoutDiff ?? '', /repository/);
    repository.run('init', '--quiet', '--initial-branch=main');
    repository.run('config', 'user.name', 'Maya');
    repository.run('config', 'user.email', 'maya@example.com');
    repository.commit('2024-05-01');
    repository.run('checkout', '--quiet', '-b', 'anew');
    const { branch, files } = await review();
    assert.deepEqual([branch, files], ['anew', 0]);
  });

  it('is of what is saved, and names what is not', async () => {
    const open = (text: string, version: number) =>
      service.documentChanged(TextDocument.create(repository.uri('src/b.ts'), 'typescript', version, text));
    await open('one\n', 1);
    assert.deepEqual((await review()).notes, []);
    await open('two\n', 2);
    assert.ok(changes > 0);
    const { notes, files } = await review();
    assert.deepEqual(notes, [
      '1 open file is not saved, and what is not saved does not count yet: src/b.ts.',
    ]);
    assert.equal(files, 1);
    await service.documentClosed(repository.uri('src/b.ts'));
    assert.deepEqual((await review()).notes, []);
  });

  it('computes nothing, and tells of nothing, before somebody asks', async () => {
    await repository.write('src/a.ts', 'three\n');
    await changed('src/a.ts', '.git/HEAD');
    assert.deepEqual([asked, changes], [[], 0]);
  });

  it('asks everything without git, says why, and looks again once there is one', async () => {
    service.setGit(undefined);
    const without = await review();
    assert.match(without.withoutDiff ?? '', /trust/);
    assert.equal(applying(without), 'code docs debt');
    service.setGit(spied(repository.git));
    assert.ok(changes > 0);
    assert.equal((await review()).withoutDiff, undefined);
    const lost = await review({ base: 'nowhere' });
    assert.match(lost.withoutDiff ?? '', /nowhere/);
  });

  it('takes the first folder with a repository, or the one that is named', async () => {
    const other = await temporaryRepository();
    try {
      await rm(join(other.folder, '.git'), { recursive: true });
      await service.setFolders([other.uri(''), repository.uri('')]);
      assert.equal((await review()).folder, `${repository.uri('')}/`);
      const named = await review({ folder: other.uri('') });
      assert.equal(named.folder, `${other.uri('')}/`);
      assert.match(named.withoutDiff ?? '', /repository/);
      assert.equal(await service.review.query({ ...base, folder: 'file:///nowhere' }), undefined);
    } finally {
      await other.remove();
    }
  });

  it('gives the old text of a changed file, and what a diff may be based on', async () => {
    const folder = repository.uri('');
    assert.equal(await service.review.baseText({ folder, path: 'src/a.ts' }), 'one\n');
    assert.equal(await service.review.baseText({ folder, path: 'src/b.ts' }), undefined);
    assert.ok((await service.review.bases(folder)).includes('main'));
  });

  it('opens a checklist by itself, which is about no diff', async () => {
    assert.deepEqual(
      (await service.review.checklists()).map(({ id, items, from }) => `${id} ${items} ${from}`),
      ['review 3 team'],
    );
    const { groups, withoutDiff, base: against } = await review({ checklist: 'review' });
    assert.deepEqual([groups[0]?.items.length, withoutDiff, against], [3, undefined, undefined]);
    assert.deepEqual(asked, []);
  });
});

import assert from 'node:assert/strict';
import { limits } from '../../../src/core/guidance/limits';
import { openFixture, problemLines } from '../workspace';

const good = 'walkthroughs: [{ id: good, title: Good, open: first-open, steps: [{ title: A }] }]\n';

/** Reads these files beside a good walkthrough, which is there whatever they hold. */
async function beside(files: Readonly<Record<string, string | Uint8Array>>) {
  const { service, host } = await openFixture(`//- /.leadlight/good.yaml\n${good}`);
  for (const [path, content] of Object.entries(files)) host.write(`file:///w/${path}`, content);
  await service.filesChanged(
    Object.keys(files).map((path) => ({ uri: `file:///w/${path}`, kind: 'created' as const })),
  );
  const listed = service.walkthroughs.list();
  assert.ok(listed.some(({ id }) => id === 'good'));
  return {
    service,
    listed,
    problems: problemLines(service.problems().filter(({ code }) => code !== 'missing-anchor')),
  };
}

const numbers = Array.from({ length: 500 }, (_, index) => index + 1);

const large: Readonly<Record<string, string>> = {
  '.leadlight/large.yaml': `walkthroughs:\n  - id: large\n    title: L\n    steps:\n${numbers.map((n) => `      - { title: Step ${n}, text: "**${n}**", at: { file: src/${n}.ts } }\n`).join('')}`,
  '.leadlight/walkthroughs/large.md': `# L\n${numbers.map((n) => `\n## Step ${n}\n\n\`\`\`yaml\nat: { file: src/${n}.ts }\n\`\`\`\n\n**${n}**\n`).join('')}`,
  '.tours/large.tour': JSON.stringify(
    {
      title: 'L',
      steps: numbers.map((n) => ({ title: `Step ${n}`, description: `**${n}**`, file: `src/${n}.ts` })),
    },
    null,
    2,
  ),
};

describe('walkthroughs that are wrong', () => {
  for (const [path, text] of Object.entries(large)) {
    it(`have 500 steps: ${path}`, async () => {
      const { service, listed, problems } = await beside({ [path]: text });
      assert.deepEqual(problems, []);
      const summary = listed.find(({ title }) => title === 'L')!;
      assert.equal(summary.steps, 500);
      const { played } = (await service.walkthroughs.play(summary.key))!;
      assert.deepEqual(
        played.map(({ id, html }) => `${id} ${html.trim()}`),
        numbers.map((n) => `step-${n} <p><strong>${n}</strong></p>`),
      );
      assert.ok(played.every(({ anchor }) => anchor.state === 'missing'));
    });

    it(`have 500 steps that lead nowhere, and do not fill the list of problems with them: ${path}`, async () => {
      const { service } = await beside({ [path]: text });
      await service.settled();
      const problems = service.problems().filter(({ code }) => code === 'missing-anchor');
      assert.equal(problems.length, limits.problems + 1);
      assert.equal(problems.at(-1)?.message, '400 more steps of this file lead nowhere.');
    });

    it(`are cut off at each line: ${path}`, async () => {
      const lines = text.split('\n').slice(0, 26);
      for (let count = 0; count < lines.length; count++) {
        const { problems } = await beside({ [path]: lines.slice(0, count).join('\n') });
        const isAbout = (line: string) => line.startsWith(path);
        assert.ok(problems.every(isAbout), problems.join('\n'));
        // Half a JSON file is never whole.
        if (path.endsWith('.tour')) assert.equal(problems.length, count === 0 ? 0 : 1, `${count} lines`);
      }
    });

    it(`are binary: ${path}`, async () => {
      const { problems } = await beside({ [path]: new Uint8Array([0x7b, 0, 1, 2, 0xff]) });
      assert.deepEqual(problems, [`${path}:1:1 not-text: This file is binary.`]);
    });

    it(`have 50 MB: ${path}`, async () => {
      const { problems } = await beside({ [path]: new Uint8Array(50 * 1024 * 1024).fill(0x20) });
      assert.deepEqual(problems, [
        `${path}:1:1 too-large: This file has 51200 KiB; guidance is read up to 512 KiB a file. Split it.`,
      ]);
    });
  }

  it('have one id: the first counts, and both are told', async () => {
    const { listed, problems } = await beside({
      '.leadlight/walkthroughs/good.md': '# Another\n\n## B\n',
    });
    assert.deepEqual(
      listed.map(({ title }) => title),
      ['Good'],
    );
    assert.deepEqual(problems.toSorted(), [
      '.leadlight/good.yaml:1:22 duplicate-id: The walkthrough "good" stands twice in this folder; this one counts.',
      '.leadlight/walkthroughs/good.md:1:1 duplicate-id: The walkthrough "good" stands twice in this folder; this one is ignored.',
    ]);
  });

  it('have files that are gone, binary, too large or outside, and play all the same', async () => {
    const at = ['gone.ts', 'binary.bin', 'large.ts', '../outside.ts', '/etc/passwd', 'file:///etc/passwd'];
    const { service } = await beside({
      'a.tour': '',
      'binary.bin': new Uint8Array([0, 1, 2]),
      'large.ts': new Uint8Array(50 * 1024 * 1024).fill(0x20),
      '.tours/a.tour': JSON.stringify({ title: 'T', steps: at.map((file) => ({ file, line: 1 })) }),
    });
    const { played } = (await service.walkthroughs.play('tours-a'))!;
    assert.equal(played.length, at.length);
    for (const { anchor, excerpt } of played) {
      assert.equal(excerpt, undefined);
      assert.ok(anchor.uri === undefined || anchor.uri.startsWith('file:///w/'));
    }
    assert.equal(played[0]!.anchor.state, 'missing');
    assert.equal(played[3]!.anchor.state, 'missing');
  });
});

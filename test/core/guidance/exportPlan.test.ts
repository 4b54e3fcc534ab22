import assert from 'node:assert/strict';
import { type ExportTarget, exportTargets } from '../../../src/core/guidance/generated';
import { rootUri } from '../memoryHost';
import { openFixture } from '../workspace';

const own = `
//- /.leadlight/g.yaml
philosophies:
  - { id: a, title: A, why: B. }
  - { id: c, title: C, why: D. }
`;

async function opened(files = '') {
  const workspace = await openFixture(`${own}${files}`);
  const { service, host } = workspace;
  const plan = async (target: ExportTarget) => (await service.overview.exportPlan(rootUri, target))!;
  /** Writes what is planned, as an editor would. */
  const write = async (target: ExportTarget) => {
    const { changes } = await plan(target);
    for (const { path, after } of changes) {
      if (after === undefined) host.remove(rootUri + path);
      else host.write(rootUri + path, after);
    }
    const kindOf = ({ before, after }: (typeof changes)[number]) =>
      after === undefined ? 'deleted' : before === undefined ? 'created' : 'changed';
    await service.filesChanged(
      changes.map((change) => ({ uri: rootUri + change.path, kind: kindOf(change) })),
    );
  };
  const rewrite = async (path: string, text: string) => {
    host.write(rootUri + path, text);
    await service.filesChanged([{ uri: rootUri + path, kind: 'changed' }]);
  };
  return { ...workspace, plan, write, rewrite };
}

const paths = (changes: readonly { readonly path: string; readonly after?: string }[]) =>
  changes.map(({ path, after }) => `${path}${after === undefined ? ' goes' : ''}`);

describe('a plan of an export', () => {
  for (const target of exportTargets) {
    it(`is nothing once it was written for ${target}`, async () => {
      const { plan, write, service } = await opened();
      assert.ok((await plan(target)).changes.length > 0);
      await write(target);
      assert.deepEqual(await plan(target), { changes: [], refusals: [] });
      assert.deepEqual(service.problems(), []);
    });
  }

  it('leaves what people wrote in AGENTS.md, with its line ends, and changes its own part only', async () => {
    const { plan, write, rewrite } = await opened('//- /AGENTS.md\n# Ours\n');
    await rewrite('AGENTS.md', '# Ours\r\n\r\nKeep this.\r\n');
    const [first] = (await plan('agents')).changes;
    assert.ok(first!.after!.startsWith('# Ours\r\n\r\nKeep this.\r\n\r\n<!-- Generated'));
    assert.ok(!/[^\r]\n/.test(first!.after!));
    await rewrite('AGENTS.md', `${first!.after!}\r\nBelow.\r\n`);
    assert.deepEqual((await plan('agents')).changes, []);
    await rewrite('.leadlight/g.yaml', 'philosophies: [{ id: a, title: A, why: Better. }]');
    await write('agents');
    const [gone] = await (async () => {
      await rewrite('.leadlight/g.yaml', 'terms: [{ term: fee, means: Money. }]');
      return (await plan('agents')).changes;
    })();
    assert.match(gone!.before!, /Better\./);
    assert.equal(gone!.after, '# Ours\r\n\r\nKeep this.\r\nBelow.\r\n');
  });

  it('takes away what it generated and nobody wants any more, and nothing else', async () => {
    const { plan, write, rewrite } = await opened('//- /.cursor/rules/leadlight/mine.mdc\nMine.\n');
    await write('cursor');
    await write('agents');
    await rewrite('.leadlight/g.yaml', 'philosophies: [{ id: a, title: A, why: B. }]');
    assert.deepEqual(paths((await plan('cursor')).changes), ['.cursor/rules/leadlight/c.mdc goes']);
    await rewrite('.leadlight/g.yaml', 'terms: [{ term: fee, means: Money. }]');
    assert.deepEqual(paths((await plan('agents')).changes), ['AGENTS.md goes']);
    assert.deepEqual((await plan('copilot')).changes, []);
  });

  it('refuses what was written by hand, what is no text, and what is behind a link', async () => {
    const { plan, host } = await opened(`//- /.claude/rules/leadlight/a.md
By hand.
//- /.github -> elsewhere
//- /elsewhere/x.md
X
`);
    host.write(`${rootUri}AGENTS.md`, new Uint8Array([0xff, 0xfe, 0, 1]));
    assert.deepEqual((await plan('claude')).refusals, [
      '".claude/rules/leadlight/a.md" was not generated: move it away, or give the philosophy another id.',
    ]);
    assert.deepEqual((await plan('agents')).refusals, ['"AGENTS.md" cannot be read as text.']);
    assert.deepEqual((await plan('copilot')).refusals, [
      '".github/instructions/leadlight/a.instructions.md" lies behind a link.',
      '".github/instructions/leadlight/c.instructions.md" lies behind a link.',
    ]);
  });

  it('goes by what an editor holds', async () => {
    const { plan, service, open } = await opened('//- /AGENTS.md\nSaved.\n');
    const document = await open('AGENTS.md');
    await service.documentChanged(
      Object.assign(Object.create(document) as typeof document, { getText: () => 'Not saved.\n' }),
    );
    const [change] = (await plan('agents')).changes;
    assert.deepEqual(
      [change!.before, change!.after!.startsWith('Not saved.\n\n<!--')],
      ['Not saved.\n', true],
    );
  });

  it('is not there for a folder that is not open', async () => {
    const { service } = await opened();
    assert.equal(await service.overview.exportPlan('file:///elsewhere/', 'agents'), undefined);
  });
});

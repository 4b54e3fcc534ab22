import assert from 'node:assert/strict';
import { originLine } from '../../../src/core/features/originLine';
import type { Entry } from '../../../src/core/guidance/model';
import { rootUri } from '../memoryHost';
import { openFixture } from '../workspace';

async function entriesOf(files: string): Promise<readonly Entry[]> {
  const { service } = await openFixture(files);
  return service.guidance()[0]!.entries;
}

/** The lines of a philosophy whose `applies` is this. */
async function lineOf(applies: string, folder = ''): Promise<string> {
  const philosophy = `{ id: a, title: A, why: B., applies: ${applies} }`;
  const entries = await entriesOf(`//- /${folder}.leadlight/g.yaml\nphilosophies: [${philosophy}]\n`);
  const [entry] = entries;
  return entry?.kind === 'philosophy' ? originLine(entry, { root: rootUri }) : '';
}

describe('why an entry is shown', () => {
  for (const [applies, said] of [
    ['{ files: ["src/**", lib] }', 'For `src/**`, `lib`'],
    ['{ files: "src/**", except: "**/*.test.ts" }', 'For `src/**`, but not `**/*.test.ts`'],
    ['{ languages: [typescript, go] }', 'For typescript, go'],
    ['{ symbols: Date.now, imports: [moment, "moment/*"] }', 'For `Date.now`, `moment`, `moment/*`'],
    ['{ text: "a`b", files: "*.ts" }', 'For a\\`b in `*.ts`'],
    ['{ diagnostics: [eslint/a, eslint/b], files: "*.ts" }', 'For findings of eslint in `*.ts`'],
    ['{ files: [a, b, c, d, e, f, g, h] }', 'For `a`, `b`, `c`, `d`, `e`, `f` and 2 more'],
  ] as const)
    it(`is said of ${applies}`, async () => assert.equal(await lineOf(applies), said));

  it('names the folder of guidance further in', async () => {
    assert.equal(await lineOf('{ files: "src/**" }', 'api/'), 'For `src/**` in api/');
    assert.equal(await lineOf('{ symbols: foo }', 'api/'), 'For `foo` in api/');
  });

  it('is known of what others read, whatever it is', async () => {
    const entries = await entriesOf(`
      //- /docs/adr/0001-a.md
      # A
      //- /.tours/b.tour
      { "title": "B", "steps": [] }
      //- /CODEOWNERS
      *.ts @web
      //- /AGENTS.md
      Text.
      //- /.github/pull_request_template.md
      - [ ] Done?
      //- /.leadlight/g.yaml
      terms: [{ term: fee, means: Money. }]
    `);
    assert.deepEqual(Object.fromEntries(entries.map(({ kind, readBy }) => [kind, readBy?.join(' ')])), {
      term: undefined,
      walkthrough: 'CodeTour',
      decision: 'adr-tools log4brains',
      area: 'GitHub GitLab',
      philosophy: 'Codex Copilot Cursor Cline Devin Kiro',
      checklist: 'GitHub GitLab',
    });
  });
});

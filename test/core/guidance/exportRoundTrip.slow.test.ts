import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportGuidance } from '../../../src/core/guidance/exportGuidance';
import { exportTargets } from '../../../src/core/guidance/generated';
import { plainTitle } from '../../../src/core/guidance/formats/proseSections';
import type { Guidance } from '../../../src/core/guidance/guidance';
import { scopeAt } from '../../../src/core/match/scope';
import { rootUri } from '../memoryHost';
import { openFixture } from '../workspace';

const folders = ['', 'packages/api/', 'packages/web/'];
const files = ['readme.txt', 'src/a.ts', 'src/db/b.ts', 'lib/c.js', 'docs/x y.md'];
const paths = folders.flatMap((folder) => files.map((file) => folder + file));
const fixture = paths.map((path) => `//- /${path}\nx\n`).join('');

/** With what Markdown, YAML and globs take for more than a letter. */
const words = fc
  .array(
    fc.constantFrom(
      ...['Errors', 'context', 'ä', '日本', 'of', 'C#', '#1', 'a:b', 'x: y', "it's", '"so"', '<T>', '&amp;'],
      ...['*all*', '`id`', '[x]', '(y)', '\\', '|', '-', '!', '---', '{a,b}', '@me', '1.', '<!--', '%'],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((some) => some.join(' '));
const line = fc.oneof(
  words,
  fc.constantFrom('# A heading', '## Another', '```', '~~~', '- [ ] done', '> said', ''),
);
const prose = fc
  .tuple(fc.constantFrom('Because', 'So'), fc.array(line, { maxLength: 5 }))
  .map(([first, lines]) => [first, ...lines].join('\n'));
const glob = fc.constantFrom('src/**', '**/*.ts', 'lib', 'docs/*.md', 'src/{a,b}.ts', '*.txt', './lib/c.js');

const philosophy = fc.record(
  {
    title: words.map((title) => `All ${title}`),
    why: prose,
    do: prose,
    dont: prose,
    applies: fc.record({ files: fc.array(glob, { minLength: 1, maxLength: 3 }) }),
  },
  // Of what is about nothing the other tools know only the contrary: about everything.
  { requiredKeys: ['title', 'why', 'applies'] },
);
const guidance = fc.array(fc.array(philosophy, { maxLength: 2 }), { minLength: 3, maxLength: 3 });

describe('guidance that was written out for another tool', function () {
  this.timeout(300_000);

  for (const target of exportTargets) {
    it(`is the same when it is read back from ${target}`, () =>
      fc.assert(
        fc.asyncProperty(guidance, async (written) => {
          const { service, host } = await openFixture(fixture);
          const sources = folders.map((folder) => `${folder}.leadlight/g.yaml`);
          for (const [at, philosophies] of written.entries()) {
            const named = philosophies.map((each, index) => {
              // What is said twice in the same words is read once.
              return { ...each, id: `p${at}-${index}`, title: `${each.title} ${at}${index}` };
            });
            // JSON is YAML.
            host.write(rootUri + sources[at]!, JSON.stringify({ philosophies: named }));
          }
          await service.filesChanged(sources.map((path) => ({ uri: rootUri + path, kind: 'created' })));
          const before = service.guidance()[0]!;
          const exported = exportGuidance(before, target);

          const { service: other, host: bare } = await openFixture(fixture);
          // Only what is said, as somebody has it who has no Leadlight.
          for (const { path, text } of exported)
            bare.write(rootUri + path, text.replace(/^<!-- .* -->\n/gmu, ''));
          await other.filesChanged(
            exported.map(({ path }) => ({ uri: rootUri + path, kind: 'created' as const })),
          );
          const after = other.guidance()[0]!;
          // A path is written as that of a file and of a folder, of which it is one.
          assert.deepEqual(
            other.problems().filter(({ code }) => code !== 'dead-glob'),
            [],
          );
          assert.deepEqual(titlesOf(after), titlesOf(before));
          for (const path of target === 'agents' ? [] : paths) {
            const governs = governing(after, path);
            const missing = governing(before, path).filter((title) => !governs.includes(title));
            assert.deepEqual(missing, [], path);
            // Copilot and Cursor look for what has no folder before it in every folder.
            if (target === 'claude') assert.deepEqual(governs, governing(before, path), path);
          }
          service.dispose();
          other.dispose();
        }),
        { numRuns: 150 },
      ));
  }
});

/** As a heading says them. */
function titlesOf({ entries }: Guidance): readonly string[] {
  return entries.map(({ title }) => plainTitle(title)).sort();
}

function governing(all: Guidance, path: string): readonly string[] {
  const { governing } = scopeAt(all, { path, languageId: 'typescript', today: '2026-06-15' });
  return governing.map(({ entry }) => plainTitle(entry.title)).sort();
}

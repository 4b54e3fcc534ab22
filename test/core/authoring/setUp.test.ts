import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setUp } from '../../../src/core/authoring/setUp';
import { setUpParts } from '../../../src/core/authoring/setup/found';
import { problemLines } from '../workspace';
import { everything, lookAt } from './setup/repositories';

describe('setUp', () => {
  const repositories = {
    'with npm': `
      //- /package.json
      { "scripts": { "test": "mocha", "start": "node .", "lint": "eslint ." }, "devDependencies": { "eslint": "9" } }
      //- /package-lock.json
      {}
      //- /README.md
      # Shop
      //- /src/index.ts
      start();
      //- /test/index.test.ts
      it('works');
    `,
    'with a Makefile':
      '//- /Makefile\nbuild: deps\n\tcc main.c\ntest:\n\t./test\n//- /main.c\nint main() {}\n',
    'with Python': '//- /pyproject.toml\n[tool.pytest.ini_options]\n//- /tests/test_cart.py\n',
    'with Go': '//- /go.mod\nmodule shop\n\ngo 1.22\n//- /main.go\npackage main\n',
    'with Rust': '//- /Cargo.toml\n[package]\nrust-version = "1.75"\n//- /src/main.rs\nfn main() {}\n',
    'with nothing': '',
  };

  for (const [name, fixture] of Object.entries(repositories))
    it(`reads back without a problem in a repository ${name}`, async () => {
      const { found, service, write } = await lookAt(fixture);
      const files = everything(found);
      await write(files);
      assert.deepEqual(problemLines(service.problems()), []);
      const [guidance] = service.guidance();
      const kinds = new Set(guidance!.entries.map(({ kind }) => kind));
      assert.deepEqual([...kinds].sort(), ['checklist', 'marker', 'philosophy', 'walkthrough']);
      for (const { path, text } of files) {
        assert.match(text, /^(?:---\n)?# /, `${path} says what it is`);
        assert.match(text, /[^\n]\n$/, `${path} ends with a line end`);
        assert.doesNotMatch(text, /[ \t]\n|\t|\n\n\n/, path);
      }
    });

  it('writes what was chosen, and nothing else', async () => {
    const { found } = await lookAt(repositories['with npm']);
    const chosen = {
      parts: ['philosophies', 'markers'],
      philosophies: ['seen-to-fail', 'code-not-author'],
    } as const;
    const files = setUp(found, chosen);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['.leadlight/guidance.yaml', '.leadlight/markers.yaml'],
    );
    const [{ text = '' } = {}] = files;
    assert.deepEqual(
      [...text.matchAll(/^ {2}(?:# .*|- id: .*)$/gm)].map(([line]) => line.trim()),
      ['# Reviews and discourse', '- id: code-not-author', '# Testing', '- id: seen-to-fail'],
    );
    assert.deepEqual(setUp(found, { parts: ['philosophies'], philosophies: [] }), []);
    assert.deepEqual(setUp(found, { parts: [], philosophies: ['seen-to-fail'] }), []);
  });

  it('puts the cursor where the thinking is needed', async () => {
    const authors = [{ path: '', authors: [{ name: 'Maya', email: 'maya@example.com', commits: 3 }] }];
    const { found } = await lookAt(repositories['with npm'], authors);
    const behind = everything(found).map(({ path, text, cursor }) => {
      const line = text.split('\n')[cursor.line]!;
      return `${path}: ${line.slice(0, cursor.character).trim()}|${line.slice(cursor.character).split(' ')[0]}`;
    });
    assert.deepEqual(behind, [
      '.leadlight/guidance.yaml: |Who',
      '.leadlight/review.yaml: ask:|Is',
      '.leadlight/walkthroughs/first-day.md: |Take',
      '.leadlight/markers.yaml: means:|Work',
      '.leadlight/areas.yaml: lead:|"@maya"',
    ]);
  });

  it('offers only what is missing, in new files', async () => {
    const { found, write, lookAgain, service } = await lookAt(repositories['with npm']);
    const first = { parts: setUpParts, philosophies: ['code-not-author'] };
    await write(setUp(found, first));
    const again = await lookAgain();
    assert.deepEqual(again.has, ['checklist', 'walkthrough', 'markers']);
    const offered = again.groups.flatMap(({ philosophies }) => philosophies.map(({ id }) => id));
    assert.ok(!offered.includes('code-not-author') && offered.includes('seen-to-fail'));
    const files = everything(again);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['.leadlight/guidance-2.yaml'],
    );
    await write(files);
    assert.deepEqual(problemLines(service.problems()), []);
    assert.deepEqual(everything(await lookAgain()), []);
  });

  it('leaves guidance of others alone, and drafts beside it', async () => {
    const { found } = await lookAt(
      '//- /AGENTS.md\n# Rules\n## Tests\nRun `npm test`.\n//- /.github/pull_request_template.md\n- [ ] Tests\n',
    );
    assert.deepEqual(found.has, []);
  });

  it('never gives a file the name of one that is there', async () => {
    const { found } = await lookAt(repositories['with npm']);
    const names = [
      'guidance',
      'Guidance',
      'GUIDANCE-2',
      'guidance-2',
      'review',
      'walkthroughs/first-day',
      'markers',
    ];
    fc.assert(
      fc.property(
        fc.subarray(names.flatMap((name) => [`.leadlight/${name}.yaml`, `.leadlight/${name}.md`])),
        (taken) => {
          const lower = taken.map((path) => path.toLowerCase());
          const paths = everything({ ...found, taken }).map(({ path }) => path.toLowerCase());
          assert.equal(new Set([...lower, ...paths]).size, new Set(lower).size + paths.length);
        },
      ),
    );
  });
});

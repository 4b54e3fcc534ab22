import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { NameEdit } from '../../../src/core/authoring/rename';
import { rootUri } from '../memoryHost';
import { openFixture } from '../workspace';

const others = `
  //- /.leadlight/review.yaml
  checklists:
    - id: review
      title: Code review
      items:
        - { ask: Is the cause kept?, philosophy: "errors" }
  disable: errors
  //- /packages/api/.leadlight/small-steps.md
  ---
  supersedes: [errors]
  ---
  # Small steps

  Because.
  //- /src/a.ts
  // leadlight-ignore errors: the gateway does it
  // leadlight-ignore errors-else
  throw errors;`;

/** The texts after a rename, by path; or why there is none. */
async function renamed(fixture: string, newName: string) {
  const workspace = await openFixture(fixture);
  const { service, document, offset, host } = workspace;
  const { navigation } = service.authoring;
  const position = document.positionAt(offset);
  const prepared = await navigation.prepareRename(document, position);
  const edits = await navigation.rename(document, position, newName);
  if (edits === undefined || prepared === undefined) return 'no name';
  if ('refused' in prepared) return prepared.refused;
  if ('refused' in edits) return edits.refused;
  const texts: Record<string, string> = {};
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const content = await host.readFile(uri, 1e9);
    const text = content?.kind === 'bytes' ? new TextDecoder().decode(content.bytes) : '';
    texts[uri.slice(rootUri.length)] = applied(text, uri, edits);
  }
  return texts;
}

function applied(text: string, uri: string, edits: readonly NameEdit[]): string {
  const document = TextDocument.create(uri, 'plaintext', 0, text);
  return TextDocument.applyEdits(
    document,
    edits.filter((edit) => edit.uri === uri).map(({ range, newText }) => ({ range, newText })),
  );
}

function timesOf(id: string, text: string): number {
  return text.split(new RegExp(`(?<![\\w-])${id}(?![\\w-])`)).length;
}

const philosophy = (id: string) => `
  //- /.leadlight/guidance.yaml
  philosophies:
    - id: ${id}
      title: Errors
      why: Because.
`;

describe('rename', () => {
  it('changes every place that names an entry, and keeps quotes', async () => {
    assert.deepEqual(await renamed(philosophy('er$0rors') + others, 'failures'), {
      '.leadlight/guidance.yaml': 'philosophies:\n  - id: failures\n    title: Errors\n    why: Because.\n\n',
      '.leadlight/review.yaml':
        'checklists:\n  - id: review\n    title: Code review\n    items:\n      - { ask: Is the cause kept?, philosophy: "failures" }\ndisable: failures\n',
      'packages/api/.leadlight/small-steps.md':
        '---\nsupersedes: [failures]\n---\n# Small steps\n\nBecause.\n',
      'src/a.ts':
        '// leadlight-ignore failures: the gateway does it\n// leadlight-ignore errors-else\nthrow errors;',
    });
  });

  it('begins at a reference, too, and in a comment of code', async () => {
    for (const [from, to] of [
      ['philosophy: "errors"', 'philosophy: "er$0rors"'],
      ['ignore errors:', 'ignore er$0rors:'],
      ['disable: errors', 'disable: errors$0'],
    ] as const) {
      const texts = await renamed(philosophy('errors') + others.replace(from, to), 'failures');
      assert.equal(Object.keys(texts).length, 4, JSON.stringify(texts));
    }
  });

  it('puts what YAML would read as a number in quotes', async () => {
    assert.deepEqual(await renamed(philosophy('er$0rors'), '1.5'), {
      '.leadlight/guidance.yaml': 'philosophies:\n  - id: "1.5"\n    title: Errors\n    why: Because.\n',
    });
  });

  it('leaves the same id of another kind, and of a folder beside, alone', async () => {
    const fixture = `
  //- /a/.leadlight/guidance.yaml
  philosophies:
    - { id: er$0rors, title: Errors, why: Because. }
  terms:
    - { term: errors, means: Failures. }
  //- /b/.leadlight/guidance.yaml
  philosophies:
    - { id: errors, title: Errors, why: Because., supersedes: errors }
`;
    assert.deepEqual(await renamed(fixture, 'failures'), {
      'a/.leadlight/guidance.yaml':
        'philosophies:\n  - { id: failures, title: Errors, why: Because. }\nterms:\n  - { term: errors, means: Failures. }\n',
    });
  });

  it('renames what an inner folder replaces together with it', async () => {
    const fixture = `${philosophy('er$0rors')}
  //- /api/.leadlight/guidance.yaml
  philosophies:
    - { id: errors, title: Inner, why: Because. }
`;
    assert.equal(Object.keys(await renamed(fixture, 'failures')).length, 2);
  });

  it('renames a walkthrough where another, or a step of one, goes on with it', async () => {
    const fixture = `
  //- /.leadlight/guidance.yaml
  walkthroughs:
    - { id: we$0ek, title: Week, steps: [] }
    - { id: day, title: Day, next: week, steps: [{ title: Run, next: week }] }
`;
    assert.deepEqual(await renamed(fixture, 'month'), {
      '.leadlight/guidance.yaml':
        'walkthroughs:\n  - { id: month, title: Week, steps: [] }\n  - { id: day, title: Day, next: month, steps: [{ title: Run, next: month }] }\n',
    });
  });

  it('renames tags, steps and questions', async () => {
    const fixture = `
  //- /.leadlight/guidance.yaml
  philosophies:
    - { id: a, title: A, why: Because., tags: [fl$0ow] }
    - { id: b, title: B, why: Because., tags: "flow" }
`;
    const texts = await renamed(fixture, 'small steps');
    assert.match(JSON.stringify(texts), /tags: \[\\"small steps\\"\].*tags: \\"small steps\\"/);
    const steps = `
  //- /.leadlight/guidance.yaml
  walkthroughs:
    - { id: a, title: A, steps: [{ id: ru$0n, title: Run }] }
    - { id: b, title: B, steps: [{ id: run, title: Run }] }
`;
    assert.deepEqual(await renamed(steps, 'start'), {
      '.leadlight/guidance.yaml':
        'walkthroughs:\n  - { id: a, title: A, steps: [{ id: start, title: Run }] }\n  - { id: b, title: B, steps: [{ id: run, title: Run }] }\n',
    });
  });

  const refusals: Readonly<Record<string, readonly [fixture: string, newName: string, refused: RegExp]>> = {
    'a bad slug': [philosophy('er$0rors'), 'Bad Name', /such as "bad-name"/],
    'a duplicate': [
      `${philosophy('er$0rors')}    - { id: other, title: Other, why: Because. }\n`,
      'other',
      /There is a philosophy "other" already/,
    ],
    'a duplicate in an outer folder': [
      `${philosophy('other')}
  //- /api/.leadlight/guidance.yaml
  philosophies:
    - { id: er$0rors, title: Inner, why: Because. }
`,
      'other',
      /There is a philosophy "other" already/,
    ],
    'a name that is spoken of': [
      `${philosophy('er$0rors')}      supersedes: [gone]\n`,
      'gone',
      /spoken of already/,
    ],
    'what nobody wrote': [
      `${philosophy('errors')}      supersedes: [go$0ne]\n`,
      'there',
      /Nothing that is read here has the id "gone"/,
    ],
    'an id made of a title': [
      philosophy('errors').replace('id: errors', 'tags: []').replace('Errors', 'Er$0rors'),
      'x',
      /add "id: errors" there first/,
    ],
    'a pack in node_modules': [
      `
  //- /.leadlight/guidance.yaml
  extends: ["@acme/guidance"]
  disable: [er$0rors]
  //- /node_modules/@acme/guidance/.leadlight/guidance.yaml
  philosophies:
    - { id: errors, title: Errors, why: Because. }
`,
      'failures',
      /written in a pack/,
    ],
    'a name while a source is broken': [
      `${philosophy('er$0rors')}
  //- /.leadlight/broken.yaml
  terms: [
`,
      'failures',
      /broken\.yaml cannot be read/,
    ],
    'the path of a file': [`${philosophy('errors')}      decision: doc$0s/adr.md\n`, 'x', /path of a file/],
    'a person': [`${philosophy('errors')}      owner: "@ma$0ya"\n`, '@jon', /only its own account/],
    'a tag that is there': [
      `${philosophy('errors')}      tags: [fl$0ow, steps]\n`,
      'steps',
      /is a tag already/,
    ],
  };
  for (const [what, [fixture, newName, refused]] of Object.entries(refusals)) {
    it(`refuses ${what}`, async () => {
      const answer = await renamed(fixture, newName);
      assert.match(typeof answer === 'string' ? answer : JSON.stringify(answer), refused);
    });
  }

  it('has nothing to rename where no name stands', async () => {
    assert.equal(await renamed(`${philosophy('errors')}      do: Some$0thing.\n`, 'x'), 'no name');
  });

  it('goes there and back, and keeps every reference', async () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}[0-9]$/);
    const quoted = (id: string) => fc.constantFrom(id, `"${id}"`, `'${id}'`);
    const graph = fc.uniqueArray(name, { minLength: 2, maxLength: 6 }).chain((ids) =>
      fc.record({
        ids: fc.constant(ids),
        to: name,
        links: fc.array(
          fc.tuple(
            fc.nat(5),
            fc.nat(5).chain((at) => quoted(ids[at % ids.length]!)),
          ),
          {
            maxLength: 12,
          },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(graph, async ({ ids, to, links }) => {
        fc.pre(!ids.includes(to));
        const text = ids
          .map((id, index) => {
            const own = links.filter(([from]) => from % ids.length === index).map(([, target]) => target);
            return `  - id: ${id}\n    title: 😀 T${index}\n    why: W\n    supersedes: [${own.join(', ')}]\n`;
          })
          .join('');
        const fixture = `//- /.leadlight/a.yaml\nphilosophies:\n${text}`;
        const at = fixture.replace(`- id: ${ids[0]}\n`, `- id: $0${ids[0]}\n`);
        const there = await renamed(at, to);
        assert.ok(typeof there === 'object', String(there));
        const changed = there['.leadlight/a.yaml']!;
        assert.equal(timesOf(to, changed), timesOf(ids[0]!, text));
        const back = await renamed(
          `//- /.leadlight/a.yaml\n${changed.replace(`- id: ${to}\n`, `- id: $0${to}\n`)}`,
          ids[0]!,
        );
        assert.deepEqual(back, { '.leadlight/a.yaml': `philosophies:\n${text}` });
      }),
      { numRuns: 60 },
    );
  });
});

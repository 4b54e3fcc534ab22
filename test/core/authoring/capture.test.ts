import assert from 'node:assert/strict';
import type { CaptureQuery } from '../../../src/core/authoringCapture';
import { openFixture, problemLines } from '../workspace';
import { captureIn } from './captureIn';

const avoid: CaptureQuery = { kind: 'philosophy', as: 'avoid' };
const exemplar: CaptureQuery = { kind: 'philosophy', as: 'exemplar' };

describe('code that becomes a philosophy', () => {
  it('is an import to avoid', async () => {
    assert.equal(
      await captureIn(
        `
        //- /src/a.ts
        ‹import moment from 'moment';›
        moment();
        `,
        avoid,
      ),
      `.leadlight/guidance.yaml (new)
philosophies:
  - id: avoid-moment
    title: Avoid moment
    why: |
      $0
    examples:
      - bad: "import moment from 'moment';"
    applies:
      files: "**/*.ts"
      imports: ["moment"]
`,
    );
  });

  it('is a relative import, by where it leads from the folder of the guidance', async () => {
    const text = await captureIn(
      `
      //- /api/.leadlight/guidance.yaml
      terms: []
      //- /api/src/http/a.ts
      ‹import { pool } from '../db/pool';›
      `,
      avoid,
    );
    assert.match(text, /^api\/\.leadlight\/guidance\.yaml\nterms: \[\]\n\nphilosophies:\n/);
    assert.match(text, /imports: \["\.\/src\/db\/pool"\]/);
  });

  it('is a call to avoid, with what it is called on', async () => {
    const text = await captureIn(
      `
      //- /src/a.ts
      export function stamp(items: string[]) {
        ‹return items.map((item) => item + Date.now());›
      }
      `,
      avoid,
    );
    assert.match(text, /title: Avoid Date\.now\n/);
    assert.match(text, /- bad: "return items\.map\(\(item\) => item \+ Date\.now\(\)\);"\n/);
    assert.match(text, /symbols: \["Date\.now"\]\n$/);
  });

  it('is a name that is all of the selection', async () => {
    const text = await captureIn('//- /src/a.py\ndef f():\n    return ‹eval›(x)\n', avoid);
    assert.match(text, /files: "\*\*\/\*\.py"\n +symbols: \["eval"\]/);
  });

  it('is its text, where nothing else is particular', async () => {
    assert.equal(
      await captureIn(
        `
        //- /.leadlight/guidance.yaml
        # Of the team.
        philosophies:
          - id: avoid-catch-err-throw-err
            title: One
            why: One.
        //- /src/a.ts
        try {
          f();
        } ‹catch (err) {
          throw err;
        }›
        `,
        avoid,
      ),
      `.leadlight/guidance.yaml
# Of the team.
philosophies:
  - id: avoid-catch-err-throw-err
    title: One
    why: One.

  - id: avoid-catch-err-throw-err-2
    title: "Avoid catch (err) { throw err; }"
    why: |
      $0
    examples:
      - bad: |
          catch (err) {
            throw err;
          }
    applies:
      files: "**/*.ts"
      text: 'catch\\s+\\(err\\)\\s+\\{\\s+throw\\s+err;\\s+\\}'
`,
    );
  });

  it('is a comment or a string, and is looked for in those', async () => {
    assert.match(
      await captureIn('//- /a.go\n// ‹it just works›\n', avoid),
      /text: 'it\\s\+just\\s\+works'\n +in: comment\n/,
    );
    assert.match(
      await captureIn('//- /a.ts\nconst a = ‹"on fire"›;\n', avoid),
      /text: '"on\\s\+fire"'\n +in: string\n/,
    );
  });

  it('is the line that the cursor is in', async () => {
    const text = await captureIn('//- /a.ts\nf();\n  process.exit(‹›1);\n', {
      ...avoid,
      title: 'Exit: "softly"',
    });
    assert.match(text, /id: exit-softly\n +title: "Exit: \\"softly\\""\n/);
    assert.match(text, /symbols: \["process\.exit"\]/);
  });

  it('is an exemplar, for the files of its folder', async () => {
    assert.equal(
      await captureIn(
        `
        //- /src/pay #1/close.ts
        import a from 'a';
        export ‹function closeTheDay() {
          return a;
        }
        ›
        `,
        exemplar,
      ),
      `.leadlight/guidance.yaml (new)
philosophies:
  - id: written-like-closetheday
    title: Written like closeTheDay
    why: |
      $0
    exemplars: ["src/pay %231/close.ts#L2-L4"]
    applies:
      files: "src/pay #1/**/*.ts"
`,
    );
    assert.match(await captureIn('//- /main.py\n‹run()›\n', exemplar), /files: "\*\.py"/);
  });

  it('goes where philosophies are', async () => {
    const text = await captureIn(
      `
      //- /.leadlight/guidance.yaml
      terms: []
      //- /.leadlight/beliefs.yaml
      philosophies:
        - { id: a, title: A, why: A }
      //- /a.ts
      ‹Date.now()›
      `,
      avoid,
    );
    assert.match(
      text,
      /^\.leadlight\/beliefs\.yaml\nphilosophies:\n {2}- \{ id: a, title: A, why: A \}\n {2}- id: avoid-date\.now\n/,
    );
  });

  it('is a source without a problem once its why is written', async () => {
    for (const [code, query] of [
      ["‹import moment from 'moment';›", avoid],
      ["‹import { pool } from '../db/pool';›", avoid],
      ['‹const now = Date.now();›', avoid],
      ['try {} ‹catch (err) {\n  throw err;\n}›', avoid],
      ['// ‹it just works›', avoid],
      ['f(‹"on fire"›);', avoid],
      ['‹class A { b() {} }›', exemplar],
    ] as const) {
      const files = `//- /src/http/a.ts\n${code}\n//- /src/db/pool.ts\nexport const pool = 1;\n`;
      const [, text = ''] = /^.*\n([^]*)$/.exec(await captureIn(files, query))!;
      const written = text.replace('$0', 'It pays.');
      const { service } = await openFixture(
        `//- /.leadlight/guidance.yaml\n${written}${files.replace(/[‹›]/g, '')}`,
      );
      await service.settled();
      assert.deepEqual(problemLines(service.problems()), [], code);
    }
  });

  it('is refused where there is nothing to write down, or nowhere', async () => {
    assert.match(await captureIn('//- /a.ts\n‹›\nf();\n', avoid), /^refused: Nothing is selected/);
    assert.match(
      await captureIn('//- /.leadlight/a.yaml\n‹terms›: []\n', avoid),
      /^refused: This is guidance itself/,
    );
    assert.match(
      await captureIn('//- /.leadlight/guidance.yaml\nphilosophies: "\n//- /a.ts\n‹f()›\n', avoid),
      /^refused: \.leadlight\/guidance\.yaml: It is broken as YAML/,
    );
  });
});

describe('code that becomes a term', () => {
  it('is an identifier as words', async () => {
    assert.equal(
      await captureIn(
        `
        //- /.leadlight/guidance.yaml
        philosophies: []
        //- /.leadlight/words.yaml
        terms:
          - { term: a, means: A }
        //- /src/a.ts
        const orderLi‹›ne = first(orderLines, ORDER_LINE);
        `,
        { kind: 'term' },
      ),
      `.leadlight/words.yaml
terms:
  - { term: a, means: A }
  - term: order line
    aka: ["order lines"]
    means: |
      $0
`,
    );
  });

  it('keeps names that are all capitals', async () => {
    assert.match(await captureIn('//- /a.ts\n‹SKU›;\n', { kind: 'term' }), /term: SKU\n/);
    assert.match(await captureIn('//- /a.ts\n‹HTTPServer2›;\n', { kind: 'term' }), /term: HTTP server 2\n/);
    assert.match(await captureIn('//- /a.ts\n‹MAX_RETRIES›;\n', { kind: 'term' }), /term: max retries\n/);
  });

  it('is refused where it is there already, or where no word is', async () => {
    const known =
      '//- /.leadlight/guidance.yaml\nterms:\n  - term: Order line\n    means: A.\n//- /a.ts\n‹orderLine›;\n';
    assert.equal(
      await captureIn(known, { kind: 'term' }),
      'refused: The term "Order line" is there already: .leadlight/guidance.yaml:2',
    );
    assert.match(
      await captureIn('//- /a.ts\n;‹› ;\n', { kind: 'term' }),
      /^refused: Put the cursor into a word/,
    );
  });
});

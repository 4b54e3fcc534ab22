import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Walkthrough } from '../../../src/core/guidance/model';
import { openFixture, problemLines } from '../workspace';

const samples = new URL('../../../../shared/samples/microsoft__codetour/', import.meta.url);

async function readAt(files: Readonly<Record<string, string>>) {
  const { service, host } = await openFixture('//- /src/a.ts\none\n');
  for (const [path, text] of Object.entries(files)) host.write(`file:///w/${encodeURI(path)}`, text);
  await service.filesChanged(
    Object.keys(files).map((path) => ({ uri: `file:///w/${encodeURI(path)}`, kind: 'created' })),
  );
  const walkthroughs = service.guidance()[0]!.entries.filter((entry) => entry.kind === 'walkthrough');
  return { service, walkthroughs, problems: problemLines(service.problems()) };
}

const read = (tour: object | string) =>
  readAt({ '.tours/a.tour': typeof tour === 'string' ? tour : JSON.stringify(tour, null, 2) });

/** A walkthrough as the file that it was read from would have it. */
function asTour({ title, text, next, steps, tour }: Walkthrough): unknown {
  return plain({
    title,
    description: text,
    nextTour: next,
    ...tour,
    // Made of `when`.
    hosts: undefined,
    steps: steps.map(({ text: description, at, tour: own }) => ({ description, ...at, ...own })),
  });
}

/** Without what is not there, and with keys in order. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => part !== undefined && part !== null && key !== '$schema')
      .map(([key, part]) => [key, plain(part)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('a CodeTour file', () => {
  it('is found in each of its places, in any folder, with paths from that folder', async () => {
    const tour = '{ "title": "T", "steps": [{ "file": "x" }] }';
    const places = [
      '.github/tours/a.tour',
      '.tour',
      '.tours/a.tour',
      '.tours/deep/a b.json',
      '.vscode/main.tour',
      '.vscode/tour.json',
      '.vscode/tours/a.tour',
      'main.tour',
      'web/.tours/a.tour',
    ];
    const others = ['a.tour', '.tours/a.png', '.vscode/settings.json', 'web/tours/a.tour'];
    const { walkthroughs } = await readAt(
      Object.fromEntries([...places, ...others].map((path) => [path, tour])),
    );
    assert.deepEqual(
      walkthroughs.map(({ uri }) => decodeURI(uri.slice('file:///w/'.length))).toSorted(),
      places.toSorted(),
    );
    assert.deepEqual(walkthroughs.map(({ id, folder }) => `${folder} ${id}`).toSorted(), [
      'file:///w/ github-tours-a',
      'file:///w/ main',
      'file:///w/ tour',
      'file:///w/ tours-a',
      'file:///w/ tours-deep-a-b.json',
      'file:///w/ vscode-main',
      'file:///w/ vscode-tour.json',
      'file:///w/ vscode-tours-a',
      'file:///w/web/ tours-a',
    ]);
  });

  const whole = {
    title: 'Orders',
    description: 'How an order goes.',
    ref: 'v1',
    isPrimary: true,
    nextTour: 'Refunds',
    stepMarker: 'ORDERS',
    when: 'isLinux || isMac',
    steps: [
      { title: 'In', description: 'a', file: 'src/a.ts', line: 1 },
      { description: '# Here\n\nb', file: 'src/a.ts', line: null, pattern: '^one$', icon: '$(x)' },
      {
        file: 'src/a.ts',
        selection: { start: { line: 1, character: 1 }, end: { line: 1, character: 4 } },
        commands: ['codetour.endTour', 'vscode.open?["x"]'],
      },
      { directory: 'src', description: 'c' },
      { view: 'scm', description: 'd' },
      { uri: 'https://a.example/x', description: 'e' },
      { contents: 'const a = 1;', file: 'x.ts', description: 'f', markerTitle: 'M' },
      { description: 'First line.\nSecond.' },
      {},
    ],
  };

  it('keeps all that it says, with LF and with CRLF', async () => {
    const text = JSON.stringify(whole, null, '\t');
    for (const each of [text, text.replaceAll('\n', '\r\n')]) {
      const { walkthroughs, problems } = await readAt({
        '.tours/a.tour': each,
        '.tours/b.tour': '{ "title": "Refunds", "steps": [] }',
      });
      assert.deepEqual(problems, []);
      assert.deepEqual(asTour(walkthroughs[0]!), plain(whole));
    }
  });

  it('is a walkthrough with titles, ids and where it is shown', async () => {
    const { service, walkthroughs } = await readAt({
      '.tours/a.tour': JSON.stringify(whole),
      '.tours/b.tour': '{ "title": "Refunds", "steps": [{ "file": "x" }] }',
    });
    const { steps } = walkthroughs[0]!;
    assert.deepEqual(
      steps.map(({ id, title }) => `${id}: ${title}`),
      [
        'in: In',
        'here: Here',
        'src-a.ts: src/a.ts',
        'c: src',
        'd: scm',
        'e: https://a.example/x',
        'f: x.ts',
        'first-line: First line.',
        'step-9: Step 9',
      ],
    );
    assert.deepEqual(steps[0]!.range.start, {
      line: 0,
      character: JSON.stringify(whole).indexOf('{"title":"In"'),
    });
    const [summary] = service.walkthroughs.list();
    assert.deepEqual(
      [summary!.open, summary!.next, summary!.hosts, summary!.format],
      ['first-open', 'tours-b', ['linux', 'mac', 'linux-web', 'mac-web'], 'codetour'],
    );
  });

  it('plays a step with its commands as text, and runs none', async () => {
    const { service } = await read({
      title: 'T',
      steps: [
        {
          description: '# One\nBefore\n>> npm *run* <b>\nafter\n```\n>> no\n```',
          commands: ['a.b?["<c>"]'],
        },
        { description: '>> a\n>> b', contents: 'x < 1', uri: 'command:evil' },
      ],
    });
    const { played } = (await service.walkthroughs.play('tours-a'))!;
    assert.deepEqual(played[0]!.commands, ['npm *run* <b>']);
    assert.equal(
      played[0]!.html.replaceAll('\n', ''),
      '<p>Before</p><pre><code class="language-shellscript">npm *run* &lt;b&gt;</code></pre><p>after</p>' +
        '<pre><code>&gt;&gt; no</code></pre>' +
        '<p>CodeTour runs these commands of the editor here; Leadlight only shows them:</p>' +
        '<pre><code>a.b?[&quot;&lt;c&gt;&quot;]</code></pre>',
    );
    assert.deepEqual(played[1]!.commands, ['a', 'b']);
    assert.match(played[1]!.html, /<pre><code>x &lt; 1\n<\/code><\/pre>\n<p>command:evil<\/p>/);
  });

  for (const [name, text, problem] of [
    ['no title', '{ "steps": [] }', ':1:1 missing-value: A tour needs its "title".'],
    ['no steps', '{ "title": "T" }', ':1:1 missing-value: A tour needs its "steps".'],
    [
      'a wrong type',
      '{ "title": "T", "steps": [{ "line": "x" }, { "title": "a" }] }',
      ':1:37 wrong-type: "line" must be a number.',
    ],
    [
      'a "when"',
      '{ "title": "T", "steps": [], "when": "process.exit()" }',
      ':1:38 tour-when: This cannot be read, so the tour is shown everywhere. It is made of isLinux, isMac, isWindows and isWeb, with !, &&, ||, ==, != and parentheses.',
    ],
    [
      'no tour at all',
      'title: T',
      ':1:1 tour-syntax: This is not valid JSON from here on. What comes before, and what can be told of the rest, is read.',
    ],
  ] as const) {
    it(`says what is wrong: ${name}`, async () =>
      assert.deepEqual((await read(text)).problems, [`.tours/a.tour${problem}`]));
  }

  it('with broken JSON is a problem at its place, and loses nothing before it, nor any other file', async () => {
    const text = JSON.stringify(whole, null, 2);
    const { walkthroughs, problems } = await readAt({
      '.tours/a.tour': text.replace('"description": "c"', '"description": "c'),
      '.tours/b.tour': text,
    });
    const line = text.split('\n').findIndex((each) => each.includes('"description": "c"')) + 1;
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, new RegExp(`^\\.tours/a\\.tour:${line}:\\d+ tour-syntax: `));
    assert.deepEqual(asTour(walkthroughs[1]!), plain(whole));
    assert.deepEqual(
      walkthroughs[0]!.steps.slice(0, 3).map(({ title }) => title),
      ['In', 'Here', 'src/a.ts'],
    );
  });
});

describe('the tours of CodeTour itself', () => {
  it('are read field by field as their JSON has them, and no step is lost', async function () {
    if (!existsSync(samples)) return this.skip();
    const files = Object.fromEntries(
      (readdirSync(samples, { recursive: true }) as string[])
        .filter((path) => /\.(?:tour|json)$/.test(path))
        .map((path) => [path.replaceAll('\\', '/'), readFileSync(new URL(path, samples), 'utf8')]),
    );
    assert.ok(Object.keys(files).length >= 13);
    const { walkthroughs, problems } = await readAt(files);
    assert.deepEqual(problems, []);
    const byPath = new Map(
      walkthroughs.map((walkthrough) => [decodeURI(walkthrough.uri.slice('file:///w/'.length)), walkthrough]),
    );
    assert.deepEqual([...byPath.keys()].toSorted(), Object.keys(files).toSorted());
    for (const [path, text] of Object.entries(files)) {
      assert.deepEqual(asTour(byPath.get(path)!), plain(JSON.parse(text)), path);
    }
  });
});

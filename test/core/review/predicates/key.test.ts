import { check } from '../verdicts';

const changed = (path: string, places: string) =>
  `yes: "${path}" changed. | ${places} | ${path.replace(/#.*/, '')}`;
const unchanged = (path: string) => `no: "${path}" did not change. |  | *`;

describe('the predicate key', () => {
  const cases: readonly (readonly [
    name: string,
    path: string,
    old: string,
    now: string,
    expected: (path: string) => string,
  ])[] = [
    [
      'shows what was added',
      'a.json#/deps',
      '{"deps":{"a":1}}',
      '{"deps":{"a":1,"b":2}}',
      (path) => changed(path, 'a.json:0:15-20'),
    ],
    [
      'shows what has another value',
      'a.json#/deps',
      '{"deps":{"a":1,"b":2}}',
      '{"deps":{\n\t"a":1,\n\t"b":3}}',
      (path) => changed(path, 'a.json:2:1-6'),
    ],
    [
      'shows the part where something is gone',
      'a.json#/deps',
      '{"deps":{"a":1,"b":2}}',
      '{"deps":{"a":1}}',
      (path) => changed(path, 'a.json:0:8-15'),
    ],
    [
      'shows the file where the part is gone',
      'a.json#/deps',
      '{"deps":{}}',
      '{}',
      (path) => changed(path, 'a.json'),
    ],
    ['does not mind another part', 'a.json#/deps', '{"deps":{},"b":1}', '{"deps":{},"b":2}', unchanged],
    [
      'does not mind the order of keys and spaces',
      'a.json#/deps',
      '{"deps":{"a":1,"b":[1,{"c":2}]}}',
      '{ "deps": { "b": [1, { "c": 2 }], "a": 1 } }',
      unchanged,
    ],
    [
      'minds the order of a list',
      'a.json#/deps',
      '{"deps":[1,2]}',
      '{"deps":[2,1]}',
      (path) => changed(path, 'a.json:0:8-13'),
    ],
    [
      'goes into lists',
      'a.json#/deps/1',
      '{"deps":[1,2]}',
      '{"deps":[1,3]}',
      (path) => changed(path, 'a.json:0:11-12'),
    ],
    [
      'reads comments and a last comma',
      'a.json#/deps',
      '{"deps":{"a":1}}',
      '{\n// why "b"\n"deps":{"a":1,},/* , */}',
      unchanged,
    ],
    [
      'sees a change beside comments',
      'a.json#/deps',
      '{"deps":{"a":1}}',
      '{\n// why "b"\n"deps":{"a":2,}}',
      (path) => changed(path, 'a.json:2:8-13'),
    ],
    [
      'reads escapes of a pointer',
      'a.json#/a~1b/c~0d',
      '{"a/b":{"c~d":1}}',
      '{"a/b":{"c~d":2}}',
      (path) => changed(path, 'a.json:0:14-15'),
    ],
    ['takes the whole', 'a.json#', '{"a":1}', '{"a":1,"b":1}', (path) => changed(path, 'a.json:0:7-12')],
    [
      'reads YAML',
      'a.yml#/on/push',
      'on:\n  push: [main]\n',
      'on:\n  # all\n  push: [main, dev]\n',
      (path) => changed(path, 'a.yml:2:8-19'),
    ],
    ['compares values of YAML', 'a.yml#/on', 'on: {a: 1}\n', 'on:\n  a: 1 # one\n', unchanged],
    [
      'reads several documents',
      'a.yaml#/kind',
      'kind: A\n---\nkind: B\n',
      'kind: A\n---\nkind: C\n',
      (path) => changed(path, 'a.yaml:2:6-7'),
    ],
    ['sees a value become null', 'a.json#/a', '{}', '{"a":null}', (path) => changed(path, 'a.json:0:5-9')],
    ['is not fooled by names of objects', 'a.json#/constructor', '{}', '{"a":1}', unchanged],
    ['is not fooled by a prototype', 'a.json#/a', '{"__proto__":{"a":1}}', '{}', unchanged],
    ['takes an empty file for nothing', 'a.json#/a', '', '{}', unchanged],
  ];
  for (const [name, path, old, now, expected] of cases)
    it(name, () => {
      const file = path.replace(/#.*/, '');
      return check(`{ key: "${path}" }`, `M ${file}`, expected(path), { texts: { [file]: [old, now] } });
    });

  const open = (path: string, file: string) =>
    `open: It could not be told whether "${path}" changed, because "${file}" could not be read as JSON or YAML. |  | ${file}`;
  for (const [file, now] of [
    ['a.json', '{"deps": '],
    ['a.toml', '[deps]\na = 1'],
    ['a.yml', 'a: "'],
    ['a.json', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['a.json', undefined],
    ['a.yml', `# ${'x'.repeat(600_000)}\na: 1`],
  ] as const)
    it(`cannot tell of ${now?.slice(0, 20)} in ${file}`, () =>
      check(`{ key: "${file}#/deps" }`, `M ${file}`, open(`${file}#/deps`, file), {
        texts: { [file]: ['{}', now] },
      }));

  it('cannot tell of a binary file', () =>
    check('{ key: "a.json#/deps" }', 'M a.json binary', open('a.json#/deps', 'a.json')));

  it('shows the file where it is too large to say where', () => {
    const large = JSON.stringify({ x: 'x'.repeat(200_000) });
    return check('{ key: "a.json#/deps" }', 'M a.json', changed('a.json#/deps', 'a.json'), {
      texts: { 'a.json': [large, large.replace('{', '{"deps":1,')] },
    });
  });

  it('asks for a file that came or went', async () => {
    const texts = { 'a.json': ['{"deps":{}}', '{"deps":{}}'] } as const;
    await check('{ key: "a.json#/deps" }', 'A a.json', changed('a.json#/deps', 'a.json:0:8-10'), { texts });
    await check('{ key: "a.json#/deps" }', 'D a.json', changed('a.json#/deps', 'a.json'), { texts });
    await check('{ key: "a.json#/other" }', 'A a.json', unchanged('a.json#/other'), { texts });
  });

  it('takes globs, and several parts', () =>
    check(
      '{ key: ["**/a.json#/x", "**/a.json#/y"] }',
      'M p/a.json\nM q/a.json\nM b.json',
      'yes: "**/a.json#/x" or "**/a.json#/y" changed. | p/a.json:0:5-6 q/a.json:0:11-12 | p/a.json q/a.json',
      { texts: { 'p/a.json': ['{"x":1}', '{"x":2}'], 'q/a.json': ['{"x":1,"y":1}', '{"x":1,"y":2}'] } },
    ));

  it('names its own file, whatever was chosen', () =>
    check(
      '{ changed: "src/**", key: "a.json#/x" }',
      'M a.json\nM src/b.ts',
      'yes: 1 changed file matches src/**, and "a.json#/x" changed. | a.json:0:5-6 src/b.ts | a.json src/b.ts',
      { texts: { 'a.json': ['{"x":1}', '{"x":2}'] } },
    ));
});

import { check } from '../verdicts';

const branch = `
M src/cart.ts +10 -2
A src/db/1.sql +4
D src/old.ts -30
R src/a.py -> lib/a.py +1
M logo.png binary
A docs/a.md +3
M vendor/lib submodule
`;

describe('predicates about files', () => {
  describe('changed', () => {
    it('names the files, and is about them', () =>
      check(
        '{ changed: "src/**/*.ts" }',
        branch,
        'yes: 2 changed files match src/**/*.ts. | src/cart.ts src/old.ts | src/cart.ts src/old.ts',
      ));
    it('takes a list, and commas', () =>
      check(
        '{ changed: ["lib/**", "docs/**, logo.png"] }',
        branch,
        'yes: 3 changed files match lib/**, docs/**, logo.png. | docs/a.md lib/a.py logo.png | docs/a.md lib/a.py logo.png',
      ));
    it('says that there is none', () =>
      check('{ changed: "test/**" }', branch, 'no: No changed file matches test/**. |  | *'));
    it('knows a renamed file by both paths', () =>
      check(
        '{ changed: "src/a.py" }',
        branch,
        'yes: 1 changed file matches src/a.py. | lib/a.py | lib/a.py',
      ));
    it('counts a submodule', () =>
      check('{ changed: vendor }', branch, 'yes: 1 changed file matches vendor. | vendor/lib | vendor/lib'));
    it('knows nothing in a diff without files', () =>
      check('{ changed: "**" }', '', 'no: No changed file matches **. |  | *'));
  });

  describe('added, modified, deleted, renamed and binary', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['{ added: "**" }', 'yes: 2 added files match **. | docs/a.md src/db/1.sql | docs/a.md src/db/1.sql'],
      [
        '{ modified: "**" }',
        'yes: 3 modified files match **. | logo.png src/cart.ts vendor/lib | logo.png src/cart.ts vendor/lib',
      ],
      ['{ deleted: "src/**" }', 'yes: 1 deleted file matches src/**. | src/old.ts | src/old.ts'],
      ['{ renamed: "lib/**" }', 'yes: 1 renamed file matches lib/**. | lib/a.py | lib/a.py'],
      ['{ renamed: "src/**" }', 'yes: 1 renamed file matches src/**. | lib/a.py | lib/a.py'],
      ['{ binary: "**" }', 'yes: 1 changed binary file matches **. | logo.png | logo.png'],
      ['{ added: "*.ts" }', 'no: No added file matches *.ts. |  | *'],
      ['{ binary: "src/**" }', 'no: No changed binary file matches src/**. |  | *'],
    ];
    for (const [when, expected] of cases) it(when, () => check(when, branch, expected));
  });

  describe('only', () => {
    const docs = 'M docs/a.md\nR docs/b.md -> docs/c.md';
    it('holds where every file matches, and is about the whole diff', () =>
      check(
        '{ only: "docs/**" }',
        docs,
        'yes: All 2 changed files match docs/**. | docs/a.md docs/c.md | *',
      ));
    it('holds of one file', () =>
      check(
        '{ only: "docs/**" }',
        'M docs/a.md',
        'yes: The one changed file matches docs/**. | docs/a.md | *',
      ));
    it('shows those that do not', () =>
      check(
        '{ only: "docs/a.md" }',
        docs,
        'no: 1 of 2 changed files does not match docs/a.md. | docs/c.md | *',
      ));
    it('wants both paths of a renamed file', () =>
      check(
        '{ only: "docs/**" }',
        'R src/a.md -> docs/a.md',
        'no: 1 of 1 changed file does not match docs/**. | docs/a.md | *',
      ));
    it('does not hold of nothing', () => check('{ only: "**" }', '', 'no: No file changed. |  | *'));
  });

  describe('without', () => {
    it('holds beside changed', () =>
      check(
        '{ changed: "src/**/*.ts", without: "test/**" }',
        branch,
        'yes: 2 changed files match src/**/*.ts, and no changed file matches test/**. | src/cart.ts src/old.ts | src/cart.ts src/old.ts',
      ));
    it('looks at all files, not at those that were chosen', () =>
      check(
        '{ changed: "src/**/*.ts", without: "docs/**" }',
        branch,
        'no: 1 changed file matches docs/**. | docs/a.md | *',
      ));
    it('stands alone', () =>
      check('{ without: "test/**" }', branch, 'yes: No changed file matches test/**. |  | *'));
  });

  describe('languages', () => {
    it('goes by names of files', () =>
      check(
        '{ languages: [python, markdown] }',
        branch,
        'yes: There are 2 changed files in "python" or "markdown". | docs/a.md lib/a.py | docs/a.md lib/a.py',
      ));
    it('narrows what globs choose', () =>
      check(
        '{ changed: "src/**", languages: typescript }',
        branch,
        'yes: 2 changed files in "typescript" match src/**. | src/cart.ts src/old.ts | src/cart.ts src/old.ts',
      ));
    it('says that there is none', () =>
      check('{ languages: rust }', branch, 'no: There is no changed file in "rust". |  | *'));
    it('says that none is left', () =>
      check(
        '{ changed: "docs/**", languages: typescript }',
        branch,
        'no: No changed file in "typescript" matches docs/**. |  | *',
      ));
  });

  describe('owner', () => {
    const owners = { 'src/cart.ts': ['@maya', '@shop/pay'], 'docs/a.md': ['ben@shop.test'] };
    it('compares handles without case and without the @', () =>
      check(
        '{ owner: MAYA }',
        branch,
        'yes: There is 1 changed file of "MAYA". | src/cart.ts | src/cart.ts',
        { owners },
      ));
    it('knows the reader', () =>
      check('{ owner: mine }', branch, 'yes: There is 1 changed file of yours. | docs/a.md | docs/a.md', {
        owners,
        me: ['@ben'],
      }));
    it('narrows what globs choose', () =>
      check(
        '{ changed: "docs/**", owner: ["@maya", mine] }',
        branch,
        'no: No changed file of "@maya" or "mine" matches docs/**. |  | *',
        { owners, me: ['@jon'] },
      ));
    it('cannot tell without a reader', () =>
      check(
        '{ owner: mine }',
        branch,
        'open: It is not known who reads: the setting "leadlight.me" is empty, and git names nobody. |  | docs/a.md lib/a.py logo.png src/cart.ts src/db/1.sql src/old.ts vendor/lib',
        { owners },
      ));
    it('can tell without a reader where the globs match nothing', () =>
      check(
        '{ changed: "test/**", owner: mine }',
        branch,
        'no: No changed file of yours matches test/**. |  | *',
      ));
  });

  describe('preset', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      [
        'migration',
        'A db/migrate/1_a.rb\nM src/a.rb',
        'yes: 1 changed file is a migration. | db/migrate/1_a.rb | db/migrate/1_a.rb',
      ],
      [
        'migration',
        'A sql/V1__start.sql',
        'yes: 1 changed file is a migration. | sql/V1__start.sql | sql/V1__start.sql',
      ],
      ['migration', 'M src/migrations.ts', 'no: No changed file is a migration. |  | *'],
      [
        'config',
        'M tsconfig.json\nM .env.local\nM config/a.yml',
        'yes: 3 changed files are configuration. | .env.local config/a.yml tsconfig.json | .env.local config/a.yml tsconfig.json',
      ],
      [
        'ci',
        'M .github/workflows/a.yml\nM Jenkinsfile',
        'yes: 2 changed files are part of the build pipeline. | .github/workflows/a.yml Jenkinsfile | .github/workflows/a.yml Jenkinsfile',
      ],
      [
        'publicApi',
        'M src/index.ts\nM src/a.ts',
        'yes: 1 changed file is public interface. | src/index.ts | src/index.ts',
      ],
      [
        'docsOnly',
        'M README.md\nM docs/a.png',
        'yes: All 2 changed files are documentation. | README.md docs/a.png | *',
      ],
      [
        'docsOnly',
        'M README.md\nM src/a.ts',
        'no: 1 of 2 changed files is not documentation. | src/a.ts | *',
      ],
      [
        'testsOnly',
        'M src/a.test.ts\nM pkg/a_test.go\nM src/FooTest.java',
        'yes: All 3 changed files are tests. | pkg/a_test.go src/FooTest.java src/a.test.ts | *',
      ],
      [
        '[ci, migration]',
        'M .travis.yml',
        'yes: 1 changed file is part of the build pipeline or a migration. | .travis.yml | .travis.yml',
      ],
      [
        '[docsOnly, testsOnly]',
        'M a.md\nM a.test.ts',
        'yes: All 2 changed files are documentation or tests. | a.md a.test.ts | *',
      ],
      [
        '[docsOnly, ci]',
        'M a.md\nM a.ts',
        'no: No changed file is part of the build pipeline, and 1 of 2 changed files is not documentation. | a.ts | *',
      ],
    ];
    for (const [name, diff, expected] of cases)
      it(`${name} of ${diff}`, () => check(`{ preset: ${name} }`, diff, expected));
    it('chooses what other keys look at', () =>
      check(
        '{ preset: ci, lines: "> 5" }',
        'M .travis.yml +3\nM src/a.ts +9',
        'no: 3 lines of 1 file changed, which is not over 5. | .travis.yml | .travis.yml',
      ));
  });

  describe('counterpart', () => {
    const pair = '{ of: "src/{name}.ts", is: "test/{name}.test.ts" }';
    const cases: readonly (readonly [string, string, string])[] = [
      [pair, 'M src/a/b.ts\nM test/a/b.test.ts', 'no: The counterpart of 1 changed file changed too. |  | *'],
      [
        pair,
        'M src/a/b.ts\nM src/c.ts\nM test/c.test.ts',
        'yes: 1 file changed without its counterpart. | src/a/b.ts | src/a/b.ts',
      ],
      [pair, 'M a.md', 'no: No file changed that should have a counterpart. |  | *'],
      [
        '{ of: "src/{name}.ts", is: "src/{name}.test.ts" }',
        'M src/a.test.ts',
        'no: No file changed that should have a counterpart. |  | *',
      ],
      [
        '{ of: "{dir}/{name}.c", is: "{dir}/{name}.h" }',
        'M a/b/c.c\nM a/b/c.h\nM x.c',
        'no: The counterpart of 1 changed file changed too. |  | *',
      ],
      [
        '{ of: "src/{name}/{name}.tsx", is: "src/{name}/{name}.css" }',
        'M src/a/a/a/a.tsx\nM src/a/b.tsx',
        'yes: 1 file changed without its counterpart. | src/a/a/a/a.tsx | src/a/a/a/a.tsx',
      ],
      [
        '{ of: "src/{name}.{ts,tsx}", is: ["test/{name}.ts", "test/{name}.tsx"] }',
        'M src/a.tsx\nM test/a.ts\nM src/b.ts',
        'yes: 1 file changed without its counterpart. | src/b.ts | src/b.ts',
      ],
      [
        '{ of: "api.ts", is: "api.md" }',
        'M api.ts',
        'yes: 1 file changed without its counterpart. | api.ts | api.ts',
      ],
      [
        `[${pair}, { of: "{name}.proto", is: "{name}.pb.go" }]`,
        'M a.proto\nM src/a.ts',
        'yes: 2 files changed without their counterpart. | a.proto src/a.ts | a.proto src/a.ts',
      ],
    ];
    for (const [value, diff, expected] of cases)
      it(`${value} of ${diff}`, () => check(`{ counterpart: ${value} }`, diff, expected));
    it('looks at chosen files, and for mates everywhere', () =>
      check(
        `{ added: "src/**", counterpart: ${pair} }`,
        'A src/a.ts\nA src/b.ts\nM src/c.ts\nM test/a.test.ts',
        'yes: 2 added files match src/**, and 1 file changed without its counterpart. | src/a.ts src/b.ts | src/a.ts src/b.ts',
      ));
  });

  describe('lockfile', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['M package.json', 'yes: 1 manifest changed without a lock file. | package.json | package.json'],
      ['M package.json\nM yarn.lock', 'no: No manifest or lock file changed without the other. |  | *'],
      ['M Cargo.lock', 'yes: 1 lock file changed without a manifest. | Cargo.lock | Cargo.lock'],
      [
        'M a/package.json\nM package-lock.json',
        'no: No manifest or lock file changed without the other. |  | *',
      ],
      [
        'M a/package.json\nM b/package-lock.json',
        'yes: 1 manifest changed without a lock file, and 1 lock file changed without a manifest. | a/package.json b/package-lock.json | a/package.json b/package-lock.json',
      ],
      ['M pixi.toml\nM pixi.lock', 'no: No manifest or lock file changed without the other. |  | *'],
      [
        'M go.mod\nM Cargo.lock\nM Cargo.toml',
        'yes: 1 manifest changed without a lock file. | go.mod | go.mod',
      ],
    ];
    for (const [diff, expected] of cases) it(diff, () => check('{ lockfile: true }', diff, expected));
    it('denied', () =>
      check(
        '{ lockfile: false }',
        'M package.json',
        'no: 1 manifest changed without a lock file. | package.json | *',
      ));
    it('of chosen files', () =>
      check(
        '{ changed: "a/package.json", lockfile: true }',
        'M a/package.json\nM a/yarn.lock\nM b/go.mod',
        'no: No manifest or lock file changed without the other. |  | *',
      ));
  });

  describe('guidanceChanged', () => {
    it('names the sources', () =>
      check(
        '{ guidanceChanged: true }',
        'M .leadlight/a.yaml\nM b.ts',
        'yes: 1 file of guidance changed. | .leadlight/a.yaml | .leadlight/a.yaml',
      ));
    it('denied', () => check('{ guidanceChanged: false }', 'M b.ts', 'yes: No guidance changed. |  | *'));
  });

  describe('firstTime', () => {
    const known = { firstChange: true };
    it('asks about the chosen files', () =>
      check(
        '{ changed: "a/**", firstTime: true }',
        'M a/b.ts\nM c.ts',
        'yes: 1 changed file matches a/**, and the author never changed this file before. | a/b.ts | a/b.ts',
        known,
      ));
    it('may be no', () =>
      check(
        '{ firstTime: true }',
        'M a.ts\nM b.ts',
        'no: The author changed some of these 2 files before. | a.ts b.ts | *',
        { firstChange: false },
      ));
    it('may not be told', () =>
      check(
        '{ firstTime: true }',
        'M a.ts',
        'open: It could not be told whether the author changed this file before. | a.ts | *',
      ));
  });
});

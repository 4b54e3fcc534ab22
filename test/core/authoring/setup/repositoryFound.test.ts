import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everything, lookAt } from './repositories';

/** What is told of commands and tools: `test: npm test (package.json)`, `needs node >= 20 (package.json)`. */
async function told(fixture: string): Promise<readonly string[]> {
  const { repository } = (await lookAt(fixture)).found;
  return [
    ...repository.tools.map(({ wish, from }) => `needs ${wish} (${from})`),
    ...repository.commands.map(({ kind, run, from }) => `${kind}: ${run} (${from})`),
    ...repository.suppressions.map((tag) => `silenced: ${tag}`),
  ];
}

describe('what a repository tells about itself', () => {
  it('is in the scripts of package.json, with the manager of its lock file', async () => {
    const manifest = {
      engines: { node: '>=20.1' },
      scripts: { test: 'x', dev: 'x', build: 'x', typecheck: 'x' },
    };
    assert.deepEqual(await told(`//- /package.json\n${JSON.stringify(manifest)}\n`), [
      'needs node >= 20.1 (package.json)',
      'install: npm install (package.json)',
      'build: npm run build (package.json)',
      'start: npm run dev (package.json)',
      'test: npm test (package.json)',
      'check: npm run typecheck (package.json)',
    ]);
    assert.deepEqual(
      await told(
        '//- /package.json\n{ "scripts": { "test": "x" } }\n//- /pnpm-lock.yaml\n//- /.nvmrc\nv22.3\n',
      ),
      [
        'needs node >= 22.3 (package.json)',
        'needs pnpm (package.json)',
        'install: pnpm install (package.json)',
        'test: pnpm run test (package.json)',
      ],
    );
  });

  it('is no test that npm init has written, and nothing of a manifest that is broken', async () => {
    const init = { scripts: { test: 'echo "Error: no test specified" && exit 1' } };
    assert.deepEqual(await told(`//- /package.json\n${JSON.stringify(init)}\n//- /tsconfig.json\n{}\n`), [
      'needs node (package.json)',
      'install: npm install (package.json)',
      'silenced: @ts-ignore',
    ]);
    const install = ['needs node (package.json)', 'install: npm install (package.json)'];
    for (const text of ['{', '[]', 'null', '{"scripts": []}', '{"scripts": {"test": 1}, "engines": "x"}', ''])
      assert.deepEqual(await told(`//- /package.json\n${text}\n`), install);
  });

  it('is in the targets of a Makefile, which go before others', async () => {
    const makefile =
      'CC := gcc\nall: main\nmain.o: main.c\n\tcc\n.PHONY: test\ntest lint: all\n\t./t\ninstall:\n\tcp\n';
    assert.deepEqual(await told(`//- /Makefile\n${makefile}//- /go.mod\nmodule x\n`), [
      'needs make (Makefile)',
      'needs go (go.mod)',
      'install: go mod download (go.mod)',
      'build: make all (Makefile)',
      'test: make test (Makefile)',
      'check: make lint (Makefile)',
    ]);
  });

  it('is in the files of Python, by the tool that manages the environment', async () => {
    assert.deepEqual(await told('//- /tox.ini\n//- /setup.py\n'), [
      'needs python3 (setup.py)',
      'install: python -m pip install -e . (setup.py)',
      'test: tox (tox.ini)',
      'silenced: noqa',
    ]);
    const project =
      'requires-python = ">=3.11,<4"\n[tool.ruff]\n[dependency-groups]\ndev = ["pytest", "mypy"]\n';
    assert.deepEqual(await told(`//- /pyproject.toml\n${project}//- /uv.lock\n`), [
      'needs python3 >= 3.11 (pyproject.toml)',
      'needs uv (pyproject.toml)',
      'install: uv sync (uv.lock)',
      'test: uv run pytest (pyproject.toml)',
      'check: uv run ruff check . (pyproject.toml)',
      'silenced: noqa',
      'silenced: type: ignore',
    ]);
    assert.deepEqual(await told('//- /requirements.txt\ndjango\n//- /manage.py\n'), [
      'needs python3 (requirements.txt)',
      'install: python -m pip install -r requirements.txt (requirements.txt)',
      'start: python manage.py runserver (manage.py)',
      'test: python manage.py test (manage.py)',
      'silenced: noqa',
    ]);
  });

  it('is in go.mod and in Cargo.toml', async () => {
    assert.deepEqual(await told('//- /go.mod\nmodule x\n\ngo 1.22.1\n//- /.golangci.yml\n'), [
      'needs go >= 1.22.1 (go.mod)',
      'install: go mod download (go.mod)',
      'build: go build ./... (go.mod)',
      'test: go test ./... (go.mod)',
      'check: golangci-lint run (.golangci.yml)',
      'silenced: nolint',
    ]);
    assert.deepEqual(await told('//- /Cargo.toml\n[package]\nrust-version = "1.75"\n//- /src/main.rs\n'), [
      'needs rustc >= 1.75 (Cargo.toml)',
      'build: cargo build (Cargo.toml)',
      'start: cargo run (src/main.rs)',
      'test: cargo test (Cargo.toml)',
      'check: cargo clippy (Cargo.toml)',
      'silenced: #[allow',
    ]);
    assert.deepEqual(
      await told('//- /api/pom.xml\n//- /api/mvnw\n//- /web/yarn.lock\n//- /web/package.json\n{}\n'),
      [
        'needs java (api/mvnw)',
        'needs node (web/package.json)',
        'needs yarn (web/package.json)',
        'build: ./api/mvnw -f api package (api/mvnw)',
        'test: ./api/mvnw -f api test (api/mvnw)',
      ],
    );
  });

  it('is told for two languages at most, each with its own', async () => {
    const fixture = '//- /package.json\n{}\n//- /pom.xml\n//- /shop.csproj\n';
    assert.deepEqual(await told(fixture), [
      'needs node (package.json)',
      'needs mvn (pom.xml)',
      'needs dotnet (the .NET projects)',
      'install: npm install (package.json)',
      'build: mvn package (pom.xml)',
      'build: dotnet build (the .NET projects)',
      'test: mvn test (pom.xml)',
      'test: dotnet test (the .NET projects)',
    ]);
    const { found, service, write } = await lookAt(fixture);
    await write(everything(found));
    const day = service.guidance()[0]!.entries.find(({ kind }) => kind === 'walkthrough');
    assert.deepEqual(day?.kind === 'walkthrough' && day.steps.map(({ id, title }) => `${id}: ${title}`), [
      'hello: Say that you are here',
      'have-node: Have node',
      'have-mvn: Have mvn',
      'have-dotnet: Have dotnet',
      'install: Install what it needs',
      'build: Build it',
      'build-2: Build it: dotnet build',
      'test: Run the tests, and see one fail',
      'test-2: Run the tests, and see one fail: dotnet test',
      'hard: Write down what was hard',
    ]);
  });

  it('is in the folders at the top, where the top itself tells nothing', async () => {
    const folders = `
//- /backend/go.mod
module x
//- /backend/README.md
//- /frontend/package.json
{ "scripts": { "test": "x" } }
//- /frontend/package-lock.json
//- /ops;rm/Makefile
test:
//- /-x/Makefile
test:
//- /services/deep/Makefile
test:
//- /setup.cfg
`;
    assert.deepEqual(await told(folders), [
      'needs python3 (setup.cfg)',
      'needs go (backend/go.mod)',
      'needs node (frontend/package.json)',
      'install: go -C backend mod download (backend/go.mod)',
      'install: npm --prefix frontend ci (frontend/package.json)',
      'build: go -C backend build ./... (backend/go.mod)',
      'test: go -C backend test ./... (backend/go.mod)',
      'test: npm --prefix frontend test (frontend/package.json)',
      'check: go -C backend vet ./... (backend/go.mod)',
      'silenced: noqa',
    ]);
    assert.deepEqual(await told(`${folders}//- /Makefile\ntest:\n`), [
      'needs make (Makefile)',
      'needs python3 (setup.cfg)',
      'test: make test (Makefile)',
      'silenced: noqa',
    ]);
    assert.deepEqual(await told('//- /core/Cargo.toml\n[package]\n//- /core/Makefile\ntest:\n'), [
      'needs make (core/Makefile)',
      'needs rustc (core/Cargo.toml)',
      'build: cargo build --manifest-path core/Cargo.toml (core/Cargo.toml)',
      'test: make -C core test (core/Makefile)',
      'check: cargo clippy --manifest-path core/Cargo.toml (core/Cargo.toml)',
      'silenced: #[allow',
    ]);
  });

  it('names the files that a first day should not miss', async () => {
    const fixture =
      '//- /Readme.rst\n//- /.github/CONTRIBUTING.md\n//- /cmd/shop/main.go\n//- /docs/README.md\n';
    const { readme, contributing, entry } = (await lookAt(fixture)).found.repository;
    assert.deepEqual(
      [readme, contributing, entry],
      ['Readme.rst', '.github/CONTRIBUTING.md', 'cmd/shop/main.go'],
    );
  });

  it('makes no command of what a stranger wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (name, text) => {
        const manifest = JSON.stringify({ scripts: { [name]: text, test: text }, engines: { node: text } });
        const { repository } = (await lookAt(`//- /package.json\n${manifest}\n`)).found;
        for (const { run } of repository.commands) assert.match(run, /^npm (?:install|test|run [\w:-]+)$/);
        for (const { wish } of repository.tools) assert.match(wish, /^node(?: >= [\d.]+)?$/);
      }),
      { numRuns: 30 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dependenciesIn, dependencyFiles } from '../../../src/core/authoring/dependencies';

const cases: Readonly<Record<string, readonly [file: string, text: string, modules: readonly string[]]>> = {
  'of Node': [
    'package.json',
    '{ "dependencies": { "pg": "8" }, "devDependencies": { "@types/pg": "8" }, "peerDependencies": [1] }',
    ['pg', '@types/pg'],
  ],
  'of Node that is broken': ['package.json', '{ "dependencies": {', []],
  'of Go, but for what others need': [
    'go.mod',
    'module example.com/shop\r\n\r\ngo 1.22\r\nrequire golang.org/x/text v0.3.0\r\nrequire (\r\n\tgithub.com/jackc/pgx/v5 v5.5.0\r\n\tgopkg.in/yaml.v3 v3.0.1 // indirect\r\n)\r\nreplace example.com/a => ../a\r\n',
    ['golang.org/x/text', 'github.com/jackc/pgx/v5'],
  ],
  'of Rust': [
    'Cargo.toml',
    '[package]\nname = "shop"\n[dependencies]\nserde-json = "1" # a\n\n[dependencies.tokio]\nversion = "1"\n[target."cfg(unix)".dependencies]\nnix.workspace = true\n[dev-dependencies]\n[features]\nfull = []\n',
    ['serde_json', 'tokio', 'nix'],
  ],
  'of Python': [
    'pyproject.toml',
    '[project]\nname = "shop"\nkeywords = ["shop"]\ndependencies = [\n  "Requests[socks]>=2",\n  \'typing-extensions; python_version < "3.11"\',\n]\nreadme = "README.md"\n[project.optional-dependencies]\ntest = ["pytest", "pytest-cov>=4"]\n[tool.ruff]\nselect = ["E"]\n',
    ['requests', 'typing_extensions', 'pytest', 'pytest_cov'],
  ],
  'of Poetry': [
    'pyproject.toml',
    '[tool.poetry.dependencies]\npython = "^3.11"\nDjango = "5"\n[tool.poetry.group.dev.dependencies]\npytest = { version = "8" }\n',
    ['django', 'pytest'],
  ],
  'of requirements': [
    'requirements-dev.txt',
    '# a\n-r requirements.txt\nflask==3.0\nSQLAlchemy [asyncio] >= 2 # b\n./local\nhttps://example.com/a.whl\n',
    ['flask', 'sqlalchemy'],
  ],
  'of nothing that is known': ['pom.xml', '<a/>', []],
};

describe('the modules that a manifest depends on', () => {
  for (const [what, [file, text, modules]] of Object.entries(cases))
    it(`are those ${what}`, () => assert.deepEqual(dependenciesIn(file, text), modules));

  it('are names, whatever the manifest holds', () => {
    const line = fc.constantFrom(
      '[project]',
      '[dependencies]',
      '[dependency-groups]',
      'dependencies = [',
      ']',
      '"a-b[c]>=1",',
      'require x.y v1',
      'a = "1"',
    );
    const text = fc.array(fc.oneof(line, fc.string())).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.constantFrom(...dependencyFiles), text, (file, manifest) => {
        for (const name of dependenciesIn(file, manifest)) assert.match(name, /^[\w.~/-]+$/);
      }),
    );
  });
});

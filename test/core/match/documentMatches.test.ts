import { checkGoverned, checkPlaces, fixtureOf } from './checkMatches';

/** Whether `p` with this selector governs `path`. */
const governs = (applies: string, path: string, expected: boolean) => () =>
  checkGoverned(path, fixtureOf(applies, `//- /${path}\nx();\n`), expected ? 'p' : '');

/** Where `p` with this selector is in a file. */
const places =
  (applies: string, path: string, text: string, ...expected: readonly string[]) =>
  () =>
    checkPlaces(
      path,
      fixtureOf(applies, `//- /${path}\n${text}\n`),
      expected.map((place) => `p ${place}`),
    );

describe('applies: files and except', () => {
  it('takes one glob', governs('{ files: "src/**" }', 'src/a/b.ts', true));
  it('takes a list', governs('{ files: ["lib/**", "src/**"] }', 'src/a.ts', true));
  it('takes a comma list', governs('{ files: "lib/**, src/**" }', 'src/a.ts', true));
  it('takes a comma list in a list', governs('{ files: ["doc/**", "lib/**,src/**"] }', 'src/a.ts', true));
  it('keeps commas in braces', governs('{ files: "src/*.{js,ts}" }', 'src/a.ts', true));
  it('expands braces over folders', governs('{ files: "{lib,src}/{a,b/c}.ts" }', 'src/b/c.ts', true));
  it('admits nothing else', governs('{ files: "src/**" }', 'lib/a.ts', false));
  it('looks at case', governs('{ files: "SRC/**" }', 'src/a.ts', false));
  it('includes dot files', governs('{ files: "**/*.ts" }', '.config/.a.ts', true));
  it('means the base folder without a slash', governs('{ files: "*.ts" }', 'src/a.ts', false));
  it('finds files of the base folder without a slash', governs('{ files: "*.ts" }', 'a.ts', true));
  it('does not cross folders with one star', governs('{ files: "src/*.ts" }', 'src/a/b.ts', false));
  it('takes no folder for two stars too', governs('{ files: "src/**/b.ts" }', 'src/b.ts', true));
  it('leaves out what is excepted', governs('{ files: "**", except: "**/*.test.ts" }', 'a.test.ts', false));
  it('takes a list of exceptions', governs('{ except: ["a/**", "b/**"] }', 'b/c.ts', false));
  it('governs all but the exceptions', governs('{ except: ["a/**", "b/**"] }', 'c/c.ts', true));
});

describe('applies: languages', () => {
  it('takes one', governs('{ languages: typescript }', 'a.ts', true));
  it('takes a list', governs('{ languages: [go, typescript] }', 'a.ts', true));
  it('admits no other', governs('{ languages: [go, typescript] }', 'a.py', false));
  it('holds together with files', governs('{ files: "b/**", languages: typescript }', 'a/a.ts', false));
});

describe('applies: text', () => {
  it('finds each place', places('{ text: "a+" }', 'a.ts', 'aa b a', '1: aa', '1: a'));
  it('takes a list', places('{ text: ["a", "b"] }', 'a.ts', 'ab', '1: a', '1: b'));
  it('means line ends by ^ and $', places('{ text: "^b$" }', 'a.ts', 'a\nb\nbc', '2: b'));
  it('stops . at line ends', places('{ text: "a.*" }', 'a.ts', 'a1\nb', '1: a1'));
  it('goes on over line ends with \\s', places("{ text: 'a\\s+b' }", 'a.ts', 'a\n\n b', '1: a⏎⏎ b'));
  it('looks at case', places('{ text: todo }', 'a.ts', 'TODO todo', '1: todo'));
  it(
    'looks at no case after (?i)',
    places('{ text: "(?i)todo" }', 'a.ts', 'TODO todo', '1: TODO', '1: todo'),
  );
  it(
    'spans a hundred lines',
    places("{ text: 'a\\s+b' }", 'a.ts', `a${'\n'.repeat(99)}b`, `1: a${'⏎'.repeat(99)}b`),
  );
  it('spans no more', places("{ text: 'a\\s+b' }", 'a.ts', `a${'\n'.repeat(100)}b`));
  it('knows lines that end with \\r\\n', places('{ text: "^b$" }', 'a.ts', 'a\r\nb\r\nc', '2: b'));
});

describe('applies: in', () => {
  const text = 'word(); // word\n/* word */ const a = "word" + `word ${word}`;';
  it('is code where nothing is said', places('{ text: word }', 'a.ts', text, '1: word', '2: word'));
  it('code', places('{ text: word, in: code }', 'a.ts', text, '1: word', '2: word'));
  it('comment', places('{ text: word, in: comment }', 'a.ts', text, '1: word', '2: word'));
  it('string', places('{ text: word, in: string }', 'a.ts', text, '2: word', '2: word'));
  it('any', () =>
    checkPlaces('a.ts', fixtureOf('{ text: word, in: any }', `//- /a.ts\n${text}\n`), [
      ...['p 1: word', 'p 1: word'],
      ...['p 2: word', 'p 2: word', 'p 2: word', 'p 2: word'],
    ]));
  it('is decided by the first character', places("{ text: 'f\\(.word' }", 'a.ts', 'f("word")', '1: f("word'));
  it(
    'takes a docstring for a string',
    places('{ text: word, in: string }', 'a.py', 'def f():\n  """word"""', '2: word'),
  );
  it('does not take a docstring for code', places('{ text: word }', 'a.py', 'def f():\n  """word"""'));
  it('takes all data for code', places('{ text: word }', 'a.yaml', 'a: "word" # word', '1: word'));
  it('takes all prose for code', places('{ text: word }', 'a.md', '# "word"\n<!-- word -->', '1: word'));
});

describe('applies: imports', () => {
  const forms = `import a, { b } from "moment";
export * from 'moment';
import "moment";
const c = require('moment');
await import("moment");
import type { D } from "moment";
import e = require("moment");
const text = "moment"; // import "moment"`;
  const lines = [1, 2, 3, 4, 5, 6, 7].map((line) => `${line}: moment`);
  it('finds every form', places('{ imports: moment }', 'a.ts', forms, ...lines));
  it('leaves subpaths out', places('{ imports: moment }', 'a.ts', 'import "moment/locale/pt";'));
  it(
    'crosses every separator with *',
    places('{ imports: "moment/*" }', 'a.ts', 'import "moment/a/b.js";', '1: moment/a/b.js'),
  );
  it(
    'finds Python',
    places('{ imports: "a.*" }', 'a.py', 'import a.b\nfrom a.c import d\nimport a', '1: a.b', '2: a.c'),
  );
  it('resolves relative imports', () =>
    checkPlaces(
      'src/x/a.ts',
      fixtureOf(
        '{ imports: "./src/db/pool" }',
        `//- /src/x/a.ts
import "../db/pool";
import "../db/pool.js";
import "./db/pool";
import "db/pool";
`,
      ),
      ['p 1: ../db/pool', 'p 2: ../db/pool.js'],
    ));
  it('resolves them from the folder of the guidance', () =>
    checkPlaces(
      'api/x/a.ts',
      `//- /api/.leadlight/a.yaml
philosophies: [{ id: p, title: T, why: W., applies: { imports: "./db/*" } }]
//- /api/x/a.ts
import "../db/pool";
import "../../db/pool";
`,
      ['p 1: ../db/pool'],
    ));
});

describe('applies: symbols', () => {
  it(
    'finds whole identifiers',
    places('{ symbols: fetch }', 'a.ts', 'fetch(); prefetch(); fetched; fetch$', '1: fetch'),
  );
  it(
    'finds declarations',
    places('{ symbols: fetch }', 'a.ts', 'function fetch() {}\nconst { fetch } = a;', '1: fetch', '2: fetch'),
  );
  it(
    'finds dotted names',
    places('{ symbols: Date.now }', 'a.ts', 'Date.now(); myDate.now(); Date.nowhere', '1: Date.now'),
  );
  it(
    'finds the end of a longer chain',
    places('{ symbols: Date.now }', 'a.ts', 'Date\n  .now()', '1: Date⏎  .now'),
  );
  it(
    'skips comments and strings',
    places('{ symbols: fetch }', 'a.ts', '// fetch\n"fetch" + `fetch ${fetch}`', '2: fetch'),
  );
  it('crosses dots with *', places('{ symbols: "console.*" }', 'a.ts', 'console.a.b()', '1: console.a.b'));
  it('takes * in a word', places('{ symbols: "get*" }', 'a.ts', 'getA + forget', '1: getA'));
});

describe('applies together', () => {
  const text = 'import "b";\na();\nc();';
  it(
    'adds the places of each locator',
    places('{ text: "c\\\\(", symbols: a, imports: b }', 'a.ts', text, '1: b', '2: a', '3: c('),
  );
  it('narrows them all', places('{ files: "src/**", text: a, symbols: a }', 'a.ts', text));
  it('has no place in the file as a whole', places('{ files: "**" }', 'a.ts', text));
});

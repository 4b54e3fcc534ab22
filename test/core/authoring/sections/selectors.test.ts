import { checkCompletions } from '../completions';

const files = `
//- /src/app/main.ts
if(ready) { const now = Date.now(); this.start(Date.now(), /* wait( */ fetch(url)); now(); url.trim(); }
const url = 'call(';
//- /src/app/main.test.ts
x
//- /src/app/[slug]/page.tsx
x
//- /src/app.css
x
//- /lib/a.go
x
//- /lib/deep/b.go
x
//- /Makefile
x
`;

/** A philosophy whose selector holds this. */
const where = (selector: string) => `philosophies:\n  - applies:\n      ${selector}`;

describe('completion of globs', () => {
  checkCompletions(
    {
      'offers folders, files and kinds of files, with how many they admit': {
        at: where('files: $0'),
        offers:
          'lib/ (2 files) | src/ (4 files) | .leadlight/ (1 file) | Makefile | ** (8 files) | **/*.go (2 files) | **/*.ts (2 files) | **/*.css (1 file) | **/*.tsx (1 file) | **/*.yaml (1 file)',
      },
      'goes on from folder to folder': {
        at: where('files: lib/d$0'),
        offers:
          'lib/deep/ (1 file) | lib/a.go | lib/** (2 files) | lib/**/*.go (2 files) | lib/*.go (1 file)',
        choose: 'lib/deep/',
        gives: where('files: lib/deep/'),
      },
      'replaces all of what is there': {
        at: where('files: "lib/$0deep/"'),
        choose: 'lib/**/*.go',
        gives: where('files: "lib/**/*.go"'),
      },
      'puts what needs it in quotes': {
        at: where('files: *$0'),
        choose: '**/*.go',
        gives: where('files: "**/*.go"'),
      },
      'begins with a space behind a colon': {
        at: where('files:$0'),
        choose: 'lib/',
        gives: where('files: lib/'),
      },
      'begins an item of a list': {
        at: where('files:\n        $0'),
        choose: '**/*.go',
        gives: where('files:\n        - "**/*.go"'),
      },
      'writes in quotes that are there': {
        at: where("files: ['$0']"),
        choose: '**/*.go',
        gives: where("files: ['**/*.go']"),
      },
      'completes one of a comma list': {
        at: where('files: "lib/**, src/$0, Makefile"'),
        choose: 'src/app.css',
        gives: where('files: "lib/**, src/app.css, Makefile"'),
      },
      'completes one of the alternatives in braces': {
        at: where('files: "src/{lib,$0}/*.ts"'),
        offers:
          'app/ (3 files) | app.css | ** (4 files) | **/*.ts (2 files) | **/*.css (1 file) | **/*.tsx (1 file) | *.css (1 file)',
        choose: 'app.css',
        gives: where('files: "src/{lib,app.css}/*.ts"'),
      },
      'completes kinds of files in braces': {
        at: where('files: "lib/**/*.{ts,$0}"'),
        offers: 'go (2 files)',
        choose: 'go',
        gives: where('files: "lib/**/*.{ts,go}"'),
      },
      'looks behind a wildcard': {
        at: where('files: "*/app/$0"'),
        offers:
          '*/app/[[]slug[]]/ (1 file) | */app/main.test.ts (1 file) | */app/main.ts (1 file) | */app/** (3 files) | */app/**/*.ts (2 files) | */app/**/*.tsx (1 file) | */app/*.ts (2 files)',
      },
      'looks behind any folders': {
        at: where('files: "**/deep/$0"'),
        offers: '**/deep/*.go (1 file)',
      },
      'writes what has a meaning in globs as itself': {
        at: where('files: "src/app/$0"'),
        choose: 'src/app/[[]slug[]]/',
        gives: where('files: "src/app/[[]slug[]]/"'),
      },
      'goes on behind such a name': {
        at: where('files: "src/app/[[]slug[]]/$0"'),
        offers:
          'src/app/[[]slug[]]/page.tsx | src/app/[[]slug[]]/** (1 file) | src/app/[[]slug[]]/**/*.tsx (1 file) | src/app/[[]slug[]]/*.tsx (1 file)',
      },
      'takes a dot at the beginning': {
        at: where('files: "./lib/deep/$0"'),
        offers:
          './lib/deep/b.go | ./lib/deep/** (1 file) | ./lib/deep/**/*.go (1 file) | ./lib/deep/*.go (1 file)',
      },
      'stays inside': { at: where('files: "../$0"'), offers: '' },
      'knows nothing of folders that are not there': { at: where('files: "gone/$0"'), offers: '' },
    },
    { files },
  );
});

describe('completion of the other keys of a selector', () => {
  checkCompletions(
    {
      'offers languages, those of the workspace first': {
        at: where('languages: [$0]'),
        offers:
          'go (2 files) | typescript (2 files) | css (1 file) | makefile (1 file) | typescriptreact (1 file) | yaml (1 file) | javascript | ...',
      },
      'offers what other tools found': {
        at: where('diagnostics: $0'),
        offers: 'eslint/no-console (seen here) | ts/2304 (seen here)',
      },
      'offers what open code calls that has a name outside of it, the frequent first': {
        at: where('symbols: [$0]'),
        offers: 'Date.now (2 calls in open documents) | fetch (1 call in open documents)',
      },
      'offers nothing for a regular expression': { at: where("text: '$0'"), offers: '' },
    },
    {
      files,
      prepare: async ({ service, document, open }) => {
        await open('src/app/main.ts');
        const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
        service.setFindings(document.uri, [
          { range, source: 'ts', code: '2304' },
          { range, source: 'eslint', code: 'no-console' },
        ]);
      },
    },
  );
});

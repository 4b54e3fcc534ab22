import assert from 'node:assert/strict';
import {
  compileForeignGlob,
  type GlobDialect,
  readForeignGlobs,
} from '../../../../src/core/guidance/formats/foreignGlobs';
import {
  claudeKeys,
  clineKeys,
  copilotKeys,
  cursorKeys,
  kiroKeys,
  windsurfKeys,
} from '../../../../src/core/guidance/formats/instructionKeys';
import { isGlobError } from '../../../../src/core/text/globs';

interface Row {
  readonly glob: string;
  readonly admits: readonly string[];
  readonly leaves: readonly string[];
  readonly folder?: string;
}

/** Each row is what the page that `instructionKeys.ts` names, or the tool's own code, says of the glob. */
const documented: Readonly<Record<string, { readonly dialect: GlobDialect; readonly rows: readonly Row[] }>> =
  {
    'Copilot in VS Code': {
      dialect: copilotKeys.dialect,
      rows: [
        { glob: '**', admits: ['a.py', 'a/b/c.py', '.env'], leaves: [] },
        { glob: '**/*', admits: ['a.py', 'a/b/c.py'], leaves: [] },
        { glob: '*', admits: ['a.py', 'a/b/c.py'], leaves: [] },
        { glob: '**/*.py', admits: ['a.py', 'a/b/c.py'], leaves: ['a.pyi'] },
        { glob: '*.py', admits: ['a.py', 'a/b/c.py'], leaves: ['a.ts'] },
        {
          glob: 'src/*.py',
          admits: ['src/foo.py', 'src/bar.py', 'lib/src/foo.py'],
          leaves: ['src/foo/bar.py'],
        },
        { glob: 'src/**/*.py', admits: ['src/foo.py', 'src/foo/bar/baz.py'], leaves: ['foo.py'] },
        {
          glob: '**/subdir/**/*.py',
          admits: ['subdir/foo.py', 'subdir/nested/bar.py', 'deep/parent/subdir/nested/qux.py'],
          leaves: ['foo.py', 'dir/foo.py'],
        },
        { glob: '**/*.{ts,tsx}', admits: ['a.ts', 'b/c.tsx'], leaves: ['a.js'] },
        { glob: '**/*.MD', admits: ['README.md', 'docs/a.Md'], leaves: ['a.mdx'] },
        { glob: '/docs/**', admits: ['docs/a.md'], leaves: ['web/docs/a.md'] },
        // A file below `python/` that names `python/**` is about that folder, as it is for a whole path.
        { glob: 'python/**', admits: ['a.py', 'x/python/b.py'], leaves: [], folder: 'file:///w/python/' },
      ],
    },
    Cursor: {
      dialect: cursorKeys.dialect,
      rows: [
        { glob: '*.tsx', admits: ['a.tsx', 'src/components/a.tsx'], leaves: ['a.ts', 'A.TSX'] },
        {
          glob: 'src/components/**/*.tsx',
          admits: ['src/components/x/a.tsx'],
          leaves: ['web/src/components/a.tsx'],
        },
        { glob: 'docs/**/*.md', admits: ['docs/a.md'], leaves: ['a.md', 'api/docs/a.md'] },
      ],
    },
    'Claude Code': {
      dialect: claudeKeys.dialect,
      rows: [
        { glob: '**/*.ts', admits: ['a.ts', 'src/b/a.ts'], leaves: ['a.tsx'] },
        { glob: 'src/**/*', admits: ['src/a', 'src/b/c.ts'], leaves: ['a.ts'] },
        { glob: '*.md', admits: ['README.md'], leaves: ['docs/README.md'] },
        {
          glob: 'src/components/*.tsx',
          admits: ['src/components/a.tsx'],
          leaves: ['src/components/b/a.tsx'],
        },
        { glob: '{src,lib}/**/*.ts', admits: ['src/a.ts', 'lib/b/a.ts'], leaves: ['test/a.ts'] },
      ],
    },
    Cline: {
      dialect: clineKeys.dialect,
      rows: [
        { glob: 'src/**/*.ts', admits: ['src/a.ts', 'src/b/a.ts'], leaves: ['a.ts'] },
        { glob: '*.md', admits: ['README.md'], leaves: ['docs/a.md'] },
        { glob: '**/*.test.ts', admits: ['a.test.ts', 'b/a.test.ts'], leaves: ['a.ts'] },
        {
          glob: 'packages/{web,api}/**',
          admits: ['packages/web/a', 'packages/api/b/c'],
          leaves: ['packages/cli/a'],
        },
        {
          glob: 'src/components/*.tsx',
          admits: ['src/components/a.tsx'],
          leaves: ['src/components/b/a.tsx'],
        },
      ],
    },
    'Windsurf and Devin': {
      dialect: windsurfKeys.dialect,
      rows: [
        { glob: '*.js', admits: ['a.js', 'src/b/a.js'], leaves: ['a.jsx'] },
        { glob: 'src/**/*.ts', admits: ['src/a.ts'], leaves: ['a.ts', 'web/src/a.ts'] },
        { glob: '**/*.test.ts', admits: ['a.test.ts', 'b/a.test.ts'], leaves: ['a.ts'] },
      ],
    },
    Kiro: {
      dialect: kiroKeys.dialect,
      rows: [
        { glob: '*.tsx', admits: ['a.tsx', 'components/a.tsx'], leaves: ['a.ts'] },
        {
          glob: 'components/**/*.tsx',
          admits: ['components/a.tsx', 'components/b/a.tsx'],
          leaves: ['a.tsx'],
        },
        { glob: 'app/api/**/*', admits: ['app/api/route.ts'], leaves: ['api/route.ts'] },
        { glob: '**/*.test.*', admits: ['a.test.ts', 'b/a.test.js'], leaves: ['a.ts'] },
      ],
    },
  };

describe('globs of other tools', () => {
  for (const [tool, { dialect, rows }] of Object.entries(documented)) {
    for (const { glob, admits, leaves, folder = 'file:///w/' } of rows) {
      it(`${tool} reads \`${glob}\` as its documentation says`, () => {
        const compiled = compileForeignGlob(glob, dialect, folder);
        assert.ok(!isGlobError(compiled));
        const matched = [...admits, ...leaves].filter((path) => compiled.matches(path));
        assert.deepEqual(matched, admits);
      });
    }
  }

  it('are split at commas outside of braces, each with its own place', () => {
    const text = { value: '**/*.{ts,tsx}, !**/*.d.ts', start: 10, end: 35 };
    const { files, except, errors } = readForeignGlobs([text], {
      dialect: cursorKeys.dialect,
      folder: 'file:///w/',
      rangeOf: ({ start, end }) => ({
        start: { line: 0, character: start },
        end: { line: 0, character: end },
      }),
    });
    const shown = (globs: typeof files) =>
      globs.map(({ written, range }) => [written, range.start.character, range.end.character]);
    assert.deepEqual(shown(files), [['**/*.{ts,tsx}', 10, 23]]);
    assert.deepEqual(shown(except), [['!**/*.d.ts', 25, 35]]);
    assert.equal(except[0]!.glob.matches('a/b.d.ts'), true);
    assert.deepEqual(errors, []);
  });

  it('that cannot be read are errors, and hide no others', () => {
    const { files, errors } = readForeignGlobs([{ value: 'src\\**, a/**', start: 0, end: 12 }], {
      dialect: claudeKeys.dialect,
      folder: 'file:///w/',
      rangeOf: () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }),
    });
    assert.deepEqual(
      files.map(({ written }) => written),
      ['a/**'],
    );
    assert.match(errors[0]!.error.message, /backslash/);
  });
});

import assert from 'node:assert/strict';
import { type Command, exitCodes } from '../../src/cli/command';
import { commands } from '../../src/cli/commands';
import { predicateNames, presets } from '../../src/core/guidance/predicateSchema';
import { sections } from '../../src/core/guidance/schema';
import { filesUnder, readText } from './repository';
import { type Manifest, withTables } from './readmeTables';

const readme = readText('README.md');
const manifest = JSON.parse(readText('package.json')) as Manifest & {
  readonly name: string;
  readonly publisher: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: { readonly colors: readonly { readonly id: string }[] };
};
const { colors, commands: contributed, configuration } = manifest.contributes;

/** What people read, and what may go out of date behind their backs. */
const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', ...filesUnder('media', '.md')];
const texts = pages.map((path) => ({ path, text: readText(path) }));

describe('the README', () => {
  it('has the tables that the manifest and the formats give; if not, run `npm run docs`', () => {
    assert.equal(withTables(readme, manifest), readme);
  });

  it('has tables that change with the manifest', () => {
    const [first] = contributed;
    assert.ok(first);
    const renamed = [{ ...first, title: 'Show Something Else' }];
    const changed = { ...manifest, contributes: { ...manifest.contributes, commands: renamed } };
    assert.match(withTables(readme, changed), /\| Leadlight: Show Something Else \| `leadlight\.\w+` \|/);
    assert.throws(() => withTables('# Leadlight\n', manifest), /no <!-- settings -->/);
  });

  it('names the sections of a guidance file, their keys, and which of these are required', () => {
    const rows = rowsOf('Section').map(([names = '', , keys = '']) => ({
      names: codeIn(names),
      keys: keys.split(', ').map((key) => key.replaceAll('*', '')),
      required: [...keys.matchAll(/\*\*(\w+)\*\*/g)].map(([, key]) => key),
    }));
    for (const [name, { item, required }] of Object.entries(sections)) {
      const row = rows.find(({ names }) => names.includes(name));
      assert.deepEqual(
        row?.required,
        Object.keys(required).filter((key) => !['items', 'steps'].includes(key)),
        name,
      );
      // Of these two, the README says in words what they are made of.
      if (name !== 'checklists' && name !== 'walkthroughs') same(row.keys, Object.keys(item.shape));
    }
  });

  it('names the fields of a selector', () => {
    const named = rowsOf('Field').flatMap(([names = '']) => codeIn(names));
    same([...named, 'in'], Object.keys(sections.philosophies.item.shape.applies.unwrap().shape));
  });

  it('names what an item may ask of a diff, and the presets', () => {
    const rows = rowsOf('Ask');
    same(
      rows.flatMap(([names = '']) => codeIn(names)),
      predicateNames,
    );
    const [, named = ''] = rows.find(([names]) => names === '`preset`') ?? [];
    same(codeIn(named), presets);
  });

  it('names the commands of the command line, and what they exit with', () => {
    const named = [...readme.matchAll(/^leadlight (\w+)/gm)].map(([, name]) => name);
    same([...new Set(named)], Object.keys(commands));
    const optionsOf = new Set(Object.values<Command>(commands).flatMap((each) => Object.keys(each.options)));
    for (const option of optionsOf) assert.match(readme, new RegExp(`--${option}\\b`), option);
    same(
      rowsOf('Exit code').map(([code]) => code),
      Object.values(exitCodes).map(String),
    );
  });
});

describe('what people read', () => {
  it('names only settings, colors and commands that there are', () => {
    const known = [
      ...contributed.map(({ command }) => command),
      ...Object.keys(configuration.properties),
      ...colors.map(({ id }) => id),
      `${manifest.publisher}.${manifest.name}`,
    ];
    const unknown = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w/.@-])leadlight\.[a-z]\w*(?:\.[a-z]\w*)*/g)]
        .filter(([id]) => !known.includes(id))
        .map(([id]) => `${path}: ${id}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('calls commands by their titles', () => {
    const titles = contributed.map(({ title, category }) => `${category}: ${title}`);
    const named = texts.flatMap(({ text }) =>
      [...text.matchAll(/\*\*(Leadlight: [^*]+)\*\*/g)].map(([, name]) => name),
    );
    assert.ok(named.length > 3);
    assert.deepEqual(
      named.filter((name) => !titles.includes(name ?? '')),
      [],
    );
  });

  it('names only npm scripts that there are', () => {
    const scripts = Object.keys(manifest.scripts);
    const named = texts.flatMap(({ text }) =>
      [...text.matchAll(/`npm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(([, name = '']) => name),
    );
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((name) => !scripts.includes(name)),
      [],
    );
  });
});

/** The cells of the README's table whose first column has this head. */
function rowsOf(head: string): readonly (readonly string[])[] {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  assert.ok(start >= 0, `there is no table "${head}"`);
  const rest = lines.slice(start + 2);
  return rest
    .slice(
      0,
      rest.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
}

function same(actual: readonly unknown[], expected: readonly unknown[]): void {
  assert.deepEqual([...new Set(actual)].sort(), [...new Set(expected)].sort());
}

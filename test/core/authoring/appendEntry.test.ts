import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendEntry, type EntryLines } from '../../../src/core/authoring/appendEntry';
import { parseYaml } from '../../../src/core/guidance/yamlTree';
import { minimalEdit } from '../../../src/core/text/minimalEdit';

const entry: EntryLines = {
  lines: ['id: new', 'why: |', '  ', 'applies:', '  files: "src/**"'],
  cursorLine: 2,
};

/** The text afterwards with `$0` for the cursor, or why there is none. */
function append(text: string): string {
  const edit = appendEntry(text, 'philosophies', entry);
  if (edit.kind === 'refused') return `refused: ${edit.why}`;
  return `${edit.text.slice(0, edit.cursor)}$0${edit.text.slice(edit.cursor)}`;
}

/** The entry as it is written with a dash at a column. */
function written(column: number): string {
  const indent = ' '.repeat(column);
  return ['- id: new', '  why: |', '    $0', '  applies:', '    files: "src/**"', '']
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

describe('an entry that is written into a source', () => {
  it('begins a file', () => {
    assert.equal(append(''), `philosophies:\n${written(2)}`);
    assert.equal(append('# Of the team\n'), `# Of the team\n\nphilosophies:\n${written(2)}`);
  });

  it('stands behind the others of its section, as they are written', () => {
    const two = 'philosophies:\n- id: a # first\n  why: A\n\n- id: b\n  why: B\n';
    assert.equal(append(`${two}\n\nterms: []\n`), `${two}\n${written(0)}\n\nterms: []\n`);
    const tight = 'philosophies:\n    - id: a\n      why: A\n    - id: b\n      why: B\n    # about b\n';
    assert.match(append(tight), /why: B\n {4}- id: new\n[^]*\n {4}# about b\n$/);
    const wide = 'philosophies:\n  -   id: a\n      why: A\n';
    assert.equal(
      append(wide),
      `${wide}\n  -   id: new\n      why: |\n        $0\n      applies:\n        files: "src/**"\n`,
    );
  });

  it('stands behind one whose text is still to be written, and leaves it its empty line', () => {
    const text = 'philosophies:\n  - id: a\n    why: |\n      \n';
    assert.equal(append(text), `${text}\n${written(2)}`);
    assert.equal(append(`${text}\nterms: []\n`), `${text}\n${written(2)}\nterms: []\n`);
  });

  it('stands in front of what is not its section', () => {
    const text =
      'philosophies:\n  - id: a\n    why: |\n      A\n\n# The words\nterms:\n  - term: b\n    means: B\n';
    assert.equal(
      append(text),
      `philosophies:\n  - id: a\n    why: |\n      A\n\n${written(2)}\n# The words\nterms:\n  - term: b\n    means: B\n`,
    );
  });

  it('begins its section, as the other ones are written', () => {
    const text = 'terms:\n- term: b\n  means: B';
    assert.equal(append(text), `${text}\n\nphilosophies:\n${written(0)}`);
    assert.equal(
      append('philosophies:   # none yet\nterms: []\n'),
      `philosophies:   # none yet\n${written(2)}terms: []\n`,
    );
    assert.equal(append('philosophies: [] # none\n'), `philosophies: # none\n${written(2)}`);
  });

  it('keeps the line ends that are there', () => {
    const text = append('philosophies:\r\n  - id: a\r\n    why: A\r\n');
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.match(text, /\r\n {6}\$0\r\n/);
  });

  it('goes into the document that has the section', () => {
    assert.equal(
      append('philosophies:\n  - id: a\n---\nterms: []\n'),
      `philosophies:\n  - id: a\n${written(2)}---\nterms: []\n`,
    );
  });

  it('is refused where it cannot be told from the rest', () => {
    assert.match(
      append('philosophies: [{ id: a }]\n'),
      /^refused: Its "philosophies" are written in brackets/,
    );
    assert.match(append('philosophies:\n  - id: "a\n'), /^refused: It is broken as YAML/);
    assert.match(append('- a\n- b\n'), /^refused: It is written in a way/);
    assert.match(append('philosophies: word\n'), /^refused: /);
  });

  it('leaves all else as it says, whatever that is', () => {
    const scalar = fc.oneof(
      fc.constantFrom(
        'a',
        '"@b"',
        "'c: d'",
        '|\n      x\n      y',
        '{ e: f }',
        '[g, h]',
        '&i j',
        '>-\n      k',
        '',
      ),
      fc.string({ maxLength: 6 }).map((text) => JSON.stringify(text)),
    );
    const gap = fc.constantFrom('', '\n', '# note\n', '  # inner\n', '\n\n');
    const item = fc
      .tuple(fc.constantFrom('  ', '    '), scalar, gap)
      .map(([, value, after]) => `  - id: x\n    why: ${value}\n${after}`);
    const section = fc
      .tuple(fc.constantFrom('philosophies', 'terms', 'areas'), fc.array(item, { maxLength: 3 }))
      .map(([name, items]) => (items.length === 0 ? `${name}: []\n` : `${name}:\n${items.join('')}`));
    const file = fc.tuple(
      gap,
      fc.uniqueArray(section, { selector: (text) => text.split(':')[0], maxLength: 3 }),
      fc.constantFrom('\n', '\r\n'),
    );
    fc.assert(
      fc.property(file, ([head, sections, lineEnd]) => {
        const text = (head.trimStart() + sections.join('')).replaceAll('\n', lineEnd);
        const edit = appendEntry(text, 'philosophies', entry);
        if (parseYaml(text).broken) return assert.equal(edit.kind, 'refused');
        assert.equal(edit.kind, 'edited', text);
        if (edit.kind !== 'edited') return;
        const values = (all: string) => (parseYaml(all).trees[0]?.value ?? {}) as Record<string, unknown>;
        const { philosophies: before, ...others } = values(text);
        const { philosophies: after, ...same } = values(edit.text);
        const told = (value: unknown) => JSON.parse(JSON.stringify(value ?? [])) as unknown[];
        const added = { id: 'new', why: '', applies: { files: 'src/**' } };
        assert.deepEqual(told(after), [...told(before), added], edit.text);
        assert.deepEqual(told(same), told(others));
        const change = minimalEdit(text, edit.text);
        const gone = text.slice(change.start, change.end);
        assert.ok(gone === '' || /^ ?\[\]$/.test(gone.trim()), JSON.stringify(gone));
      }),
      { numRuns: 80 },
    );
  });
});

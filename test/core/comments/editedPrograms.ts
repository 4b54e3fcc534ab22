import fc from 'fast-check';

/** Pieces that open, close and protect in many languages; long enough together that edits leave a rest. */
const pieces = fc.constantFrom(
  ...['"', "'", '`', '/*', '*/', '//', '#', '--', '<!--', '-->', '${', '#{', '{', '}', '(', ')', '[', ']'],
  ...['/', '\\', '<', '>', '</', '/>', '<a b="c">', '<script lang="ts">', '</script>', '<style>', '</style>'],
  ...[
    '"""',
    "'''",
    '<<EOF\n',
    'EOF\n',
    '|\n  ',
    '---\n',
    '<?php ',
    '?>',
    '{{',
    '}}',
    '{#',
    '#}',
    'r#"',
    '"#',
  ],
  ...[
    'if (a) ',
    'return ',
    'x = ',
    'a',
    ' ',
    '\n',
    '\n\n\n',
    '\r\n',
    '  b: ',
    'q{',
    'f"',
    '$$',
    '$"',
    's/a/',
    '=>',
  ],
  ...[
    'const a = 1; // TODO: b\n',
    '// TODO(@a, #1): b\n//   c\n',
    ' * FIXME: d\n',
    '@SuppressWarnings("x") // e\n',
  ],
  ...[`${'x = (y + 1);\n'.repeat(30)}`, `${'\n'.repeat(40)}`, `/* ${'z '.repeat(90)}*/\n`],
  ...[
    `${'  y: [1, 2],\n'.repeat(20)}`,
    'function f(a) {\n',
    '};\n',
    '<T,>(',
    '<T>',
    'export default ',
    ' extends ',
  ],
);
const program = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
const languageIds = [
  ...[
    'typescriptreact',
    'typescript',
    'vue',
    'html',
    'php',
    'svelte',
    'astro',
    'python',
    'ruby',
    'perl',
    'yaml',
  ],
  ...[
    'shellscript',
    'csharp',
    'rust',
    'kotlin',
    'markdown',
    'lua',
    'jade',
    'makefile',
    'coffeescript',
    'swift',
  ],
  ...['razor', 'erb', 'elixir', 'haskell', 'sql', 'plaintext'],
];
/** Characters taken out at a place, modulo the text's length, and a piece put in. */
const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(3000) }),
  insert: fc.oneof(pieces, fc.constantFrom('', 'a', '\n'), program),
});

export interface EditedProgram {
  readonly languageId: string;
  /** One version of the text after the other. */
  readonly versions: readonly string[];
}

export const editedPrograms: fc.Arbitrary<EditedProgram> = fc
  .record({
    languageId: fc.constantFrom(...languageIds),
    start: program,
    edits: fc.array(edit, { maxLength: 8 }),
  })
  .map(({ languageId, start, edits }) => {
    const versions = [start];
    for (const { at, remove, insert } of edits) {
      const text = versions.at(-1)!;
      const from = at % (text.length + 1);
      versions.push(text.slice(0, from) + insert + text.slice(from + remove));
    }
    return { languageId, versions };
  });

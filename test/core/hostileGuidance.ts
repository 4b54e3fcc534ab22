/** Writes one text into every field of every kind of entry; the word `trap` and a TODO are what the entries match. */
export function hostileGuidance(text: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['src/trap.ts', `trap();\n// TODO trap\nimport trap from "trap";\n${markers(text)}`],
    ['src/plain.ts', 'plain();\n'],
    ['.leadlight/page.md', page(text)],
    ['.leadlight/heading.md', `# ${text}\n\n## Why\n\nBecause.\n`],
    ['.leadlight/walkthroughs/page.md', page(text)],
    ['CODEOWNERS', `* ${text.replace(/\s+/g, '')} @team\n`],
  ]);
  for (const [section, items] of Object.entries(entries(text))) {
    items.forEach((item, index) =>
      files.set(`.leadlight/${section}${index}.yaml`, `${section}: ${quoted([item])}`),
    );
  }
  files.set('.leadlight/settings.yaml', quoted(settings(text)));
  return files;
}

/** Writes one text into a field of each way in which a card shows text, and into no others. */
export function largeGuidance(text: string): ReadonlyMap<string, string> {
  const applies = { text: 'trap' };
  const long = { id: 'prose', title: 'T', why: text, applies };
  return new Map([
    ['src/trap.ts', 'trap();\n'],
    ['.leadlight/page.md', `---\n${quoted({ applies })}\n---\n# A page\n\n## Why\n\n${text}\n`],
    ['.leadlight/why.yaml', quoted({ philosophies: [long] })],
    [
      '.leadlight/do.yaml',
      quoted({ philosophies: [{ ...long, id: 'code', why: 'W.', examples: { bad: text } }] }),
    ],
    ['.leadlight/title.yaml', quoted({ philosophies: [{ ...long, id: 'title', why: 'W.', title: text }] })],
    ['.leadlight/term.yaml', quoted({ terms: [{ term: 'trap', means: text, see: text }] })],
  ]);
}

/** The names of guidance files that a text can be. */
export function hostileNames(text: string): ReadonlyMap<string, string> {
  const name = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[/\\]/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 60);
  const philosophy = { id: 'named', title: 'T', why: 'W.', applies: { text: 'trap' }, level: 'warning' };
  return new Map([
    ['src/trap.ts', 'trap();\n'],
    [`.leadlight/${name}.yaml`, quoted({ philosophies: [philosophy] })],
    [`.leadlight/${name}/${name}.md`, page('plain')],
    [`.leadlight/broken ${name}.yaml`, 'philosophies: ['],
    [`${name}/.leadlight/inner.yaml`, quoted({ disable: ['nothing'], extends: ['./gone'] })],
  ]);
}

function page(text: string): string {
  const head = quoted({ applies: { text: 'trap' }, owner: text, tags: [text], examples: [{ bad: text }] });
  return `---\n${head}\n---\n# A page\n\n## Why\n\n${text}\n\n## Do\n\n${text}\n\n## Don't\n\n${text}\n`;
}

/** The text as each part of a marker, as what it says, and as the code around it. */
function markers(text: string): string {
  const line = text.replace(/[\n\r\u2028\u2029]+/g, ' ');
  const lines = text.replace(/[\n\r\u2028\u2029]+/g, '\n//   ');
  return [
    `// TODO(${line}): ${line}`,
    `// TODO(@${line}, #${line}): ${lines}`,
    `// FIXME(https://example.com/${line}): ${lines}`,
    `// HACK @me: ${lines}`,
    `/* XXX ${text} */`,
    `// eslint-disable trap -- ${line}`,
    text,
  ].join('\n');
}

type Item = Readonly<Record<string, unknown>>;

function entries(text: string): Readonly<Record<string, readonly Item[]>> {
  const step = { title: 'S', done: { question: { ask: text, options: [text], answer: text } } };
  return {
    philosophies: fields('philosophy', { why: 'W.', level: 'warning', applies: { text: 'trap' } }, [
      ...['title', 'why', 'do', 'dont', 'owner', 'decision', 'revisit', 'status'].map(
        (key) => [key, text] as const,
      ),
      ...['exemplars', 'supersedes', 'checklist', 'tags'].map((key) => [key, [text]] as const),
      ['examples', [{ bad: text }]],
      ['examples', [{ good: text }]],
      ['exceptions', [{ files: 'src/other.ts', reason: text, until: text }]],
      ['id', text],
      ['applies', { text }],
      ['applies', { files: text, symbols: text, imports: text, diagnostics: text, in: text }],
      [text.slice(0, 200), 'an unknown key'],
    ]),
    changes: fields('change', { why: 'W.', from: { symbols: 'trap' }, level: 'info' }, [
      ...['title', 'why', 'tracking', 'owner', 'due', 'state'].map((key) => [key, text] as const),
      ['to', { say: text }],
    ]),
    markers: fields('marker', { tag: 'TODO', means: 'M.', require: ['owner', 'due'], level: 'info' }, [
      ['means', text],
      ['aliases', [text]],
      ['require', [text]],
      ['expires', text],
      ['tag', text],
    ]),
    terms: fields('term', { term: 'trap', means: 'M.' }, [
      ['means', text],
      ['aka', [text]],
      ['see', text],
      ['term', text],
    ]),
    areas: [
      { name: text, files: '**', lead: text, ask: text, reviewers: [text] },
      {
        name: 'A',
        files: '**',
        lead: 'L',
        delegate: text,
        ask: text,
        away: [{ from: '2026-01-01', to: '2026-12-31' }],
      },
    ],
    checklists: [{ id: 'c', title: text, items: [{ ask: text, why: text, id: text }] }],
    walkthroughs: [{ id: 'w', title: text, text, sponsor: text, steps: [{ title: text, text }, step] }],
  };
}

/** One entry for each field, so that a large text stays under the limit of a file. */
function fields(prefix: string, rest: Item, own: readonly (readonly [string, unknown])[]): readonly Item[] {
  return own.map(([key, value], index) => ({
    ...(rest['tag'] === undefined && rest['term'] === undefined
      ? { id: `${prefix}-${index}`, title: 'T' }
      : {}),
    ...rest,
    [key]: value,
  }));
}

function settings(text: string): Item {
  const short = text.slice(0, 20_000);
  return {
    extends: [short, `./${short}`],
    disable: [short],
    ignore: [short],
    friction: short,
    direction: { focus: short, until: '2026-12-31', now: [short], next: [short], later: [short] },
  };
}

/** JSON with nothing but ASCII in it, which YAML reads the same way. */
function quoted(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

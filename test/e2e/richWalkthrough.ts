import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

const markdown = `
We write **short** functions, and \`name\` them after what they *do*. The [map](docs/map.md) shows where things are,
and the [handbook](https://handbook.example/start) why.

### What to bring

1. A question.
2. ~~An answer~~.

- [x] A keyboard
- [ ] A mouse

> Nobody was born knowing this.

| Part | Who |
|------|----:|
| cart | Ines |
| payments | Jon |

\`\`\`ts
const total = items.reduce((sum, { price }) => sum + price, 0);
\`\`\`

![The parts, and how they talk](docs/map.svg)
`;

const source = '.leadlight/walkthroughs.yaml';

const steps = [
  { title: 'Read a text', text: markdown, minutes: 5, roles: ['backend'] },
  { title: 'See a place', text: 'It all begins here.', at: { file: 'src/start.ts', symbol: 'start' } },
  { title: 'See a place that is gone', at: { file: 'src/start.ts', symbol: 'finish' } },
  { title: 'See a place that stands twice', at: { file: 'src/start.ts', text: 'return 1;' } },
  { title: 'Type a command', text: 'It takes a second.', run: 'echo hello', done: { command: 'echo hello' } },
  {
    title: 'Answer a question',
    done: {
      question: {
        ask: 'When is the customer charged?',
        options: ['At authorisation', 'At capture', 'At settlement'],
        answer: 'At capture',
        because: 'Authorisation only holds the money.',
      },
    },
  },
  { title: 'Have a tool', done: { tool: 'node >= 20' } },
];

const files: Readonly<Record<string, string>> = {
  [source]: stringify({
    walkthroughs: [
      {
        id: 'everything',
        title: 'Everything that a page can show',
        text: 'Take your time.',
        open: 'first-open',
        sponsor: '@maya',
        minutes: 12,
        next: 'after',
        steps,
      },
      { id: 'after', title: 'What comes after', steps: [{ title: 'Rest' }] },
      {
        id: 'long',
        title: 'Five hundred steps',
        steps: Array.from({ length: 500 }, (_, index) => ({ title: `Step ${index + 1}`, text: markdown })),
      },
    ],
  }),
  'docs/map.md': '# Map\n',
  'docs/map.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><rect width="240" height="60" fill="#48c"/></svg>',
  'src/start.ts': 'export function start() {\n  return 1;\n}\n\nexport function again() {\n  return 1;\n}\n',
};

/** Lays out in an empty folder a walkthrough that shows everything that the player's page can show, and a long one. */
export function layOutRichWalkthrough(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Changes a text in it, as somebody beside the editor would. */
export function rewriteRichWalkthrough(folder: string, from: string, to: string): void {
  const path = join(folder, source);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

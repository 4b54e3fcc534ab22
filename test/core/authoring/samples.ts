import { readdirSync, readFileSync } from 'node:fs';
import { formats } from '../../../src/core/guidance/formats';
import { type WrittenSource, writtenSource } from '../../../src/core/authoring/writtenSource';

export interface Sample extends WrittenSource {
  readonly text: string;
}

const roots = ['test/workspaces/shop/', ''].map((folder) => new URL(`../../../${folder}`, import.meta.url));

/** What says things once and means them more than once. */
const aliases = `philosophies:
  - &a { id: a, title: A, why: W., applies: &files { files: 'src/**' } }
  - <<: *a
    id: b
    supersedes: [a]
  - *a
checklists:
  - id: c
    title: C
    items: &items
      - Why?
      - &how { ask: How?, why: So., philosophy: a }
  - { <<: [{ id: d }, { title: D, id: e }], items: *items }
  - id: e
    title: E
    items: [*how, { <<: *how, ask: When? }]
`;

/** The guidance of the shop, and our own: in both there are sections, pages and walkthroughs. */
export const samples: readonly Sample[] = roots.flatMap(samplesIn);

/** And one whose values stand elsewhere. */
export const samplesAndAliases: readonly Sample[] = [
  ...samples,
  { ...writtenSource('.leadlight/aliases.yaml')!, text: aliases },
];

function samplesIn(root: URL): readonly Sample[] {
  return readdirSync(new URL('.leadlight/', root), { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = `.leadlight/${name.replaceAll('\\', '/')}`;
    const source = writtenSource(path);
    return source === undefined ? [] : [{ ...source, text: readFileSync(new URL(path, root), 'utf8') }];
  });
}

/** All that is read of it; its problems are data, whatever it holds. */
export function readSample(
  { kind, path }: WrittenSource,
  text: string,
  compilers: Parameters<typeof formats.leadlight.read>[0]['compilers'],
) {
  const folder = 'file:///w/';
  return formats[kind].read({ uri: `${folder}${path}`, text, folder, linkBase: folder, compilers });
}

/** What half-written YAML has in odd places. */
export const oddSigns = [
  '\t',
  '<<<<<<< HEAD\n',
  '&a ',
  '*a',
  '\n    <<: &a { id: b, <<: *a }\n',
  '"',
  "'",
  '[',
  '{',
  '- ',
  ': ',
  '#',
  '|',
  '\n---\n',
  '😀',
  '\ud83d',
];

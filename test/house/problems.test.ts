import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type ProblemCode, problemCodes } from '../../src/core/guidance/problemCodes';
import { openFixture, problemLines } from '../core/workspace';
import { filesUnder, readText } from './repository';

interface Section {
  readonly code: string;
  /** The first paragraph. */
  readonly first: string;
  /** The mistake, and then the same without it. */
  readonly examples: readonly { readonly language: string; readonly text: string }[];
}

const codes = Object.keys(problemCodes) as ProblemCode[];
const sections = sectionsOf(readText('media/problems.md'));

/** What is wrong with these files is not their text: their sections show a command. */
const notText: readonly ProblemCode[] = [
  'too-large',
  'not-text',
  'unreadable',
  'link-not-followed',
  'generated-text',
];

/** Where an example of a language stands in its workspace. */
const places: Readonly<Record<string, string>> = {
  yaml: '/.leadlight/guidance.yaml',
  markdown: '/.leadlight/retries-have-an-end.md',
  codeowners: '/.github/CODEOWNERS',
  instructions: '/.github/instructions/errors.instructions.md',
  adr: '/docs/adr/0004-wrap-errors.md',
  json: '/.tours/orders.tour',
};

const around = `
//- /src/orders.ts
//- /src/legacy/gateway.ts
//- /test/orders.test.ts
//- /shared/guidance/.leadlight/guidance.yaml
`;

/** Who owns files, where an example is about that. */
const owners = '//- /.github/CODEOWNERS\n/src/ @priyanka\n';

/** What the example of a decision that is superseded is superseded by. */
const successor = '//- /docs/adr/0006-results.md\n# Results\n\n* Status: accepted; supersedes ADR-0004\n';

describe('media/problems.md', () => {
  it('has one heading for each code, in the order of the table, and no other', () => {
    assert.deepEqual(
      sections.map(({ code }) => code),
      codes,
    );
  });

  it('begins each section with how bad it is and what it means', () => {
    const names = { error: 'Error', warning: 'Warning', info: 'Information' };
    for (const { code, first } of sections) {
      const { severity, means } = problemCodes[code as ProblemCode];
      assert.equal(first, `**${names[severity]}.** ${means}`);
    }
  });

  it('shows commands where the text of a file is not what is wrong', () => {
    const withCommands = sections.filter(({ examples }) =>
      examples.every(({ language }) => language === 'sh'),
    );
    assert.deepEqual(
      withCommands.map(({ code }) => code),
      notText,
    );
  });

  for (const { code, examples } of sections) {
    if ((notText as readonly string[]).includes(code)) continue;
    if (code === 'slow-pattern') continue;
    it(`shows ${code}, and how it goes away`, async () => {
      assert.equal(examples.length, 2);
      const [mistaken, mended] = await Promise.all(examples.map((example) => problemsOf(example, { code })));
      assert.deepEqual([...new Set(mistaken?.map((line) => line.split(' ')[1]))], [`${code}:`]);
      assert.deepEqual(mended, []);
    });
  }

  it('shows slow-pattern, on a slow machine, and how it goes away', async () => {
    const { examples } = sections.find(({ code }) => code === 'slow-pattern')!;
    const [mistaken, mended] = await Promise.all(
      examples.map((example) => problemsOf(example, { tick: 10 })),
    );
    assert.deepEqual(mistaken, [
      '.leadlight/guidance.yaml:5:19 slow-pattern: "\\w+\\(" took 1.0 s in src/long.ts. Write a word into it that each match holds, or narrow "files".',
    ]);
    assert.deepEqual(mended, []);
  });

  it('has codes that are all told somewhere', () => {
    const told = filesUnder('src', '.ts')
      .filter((path) => path !== 'src/core/guidance/problemCodes.ts')
      .map(readText)
      .join('\n');
    assert.deepEqual(
      codes.filter((code) => !told.includes(`'${code}'`)),
      [],
    );
  });
});

/** With a clock that goes on by `tick` milliseconds whenever somebody looks at it, and a long file in an editor. */
async function problemsOf(
  { language, text }: Section['examples'][number],
  { tick = 0, code }: { readonly tick?: number; readonly code?: string },
): Promise<readonly string[]> {
  const long = tick === 0 ? '' : `//- /src/long.ts\n${'f(x)\n'.repeat(40_000)}`;
  const next = text.includes('ADR-0006') || code === 'one-way-decision' ? successor : '';
  const others = [next, code === 'unknown-owner' ? owners : '', around, long].join('');
  const { service, open } = await openFixture(`//- ${places[language]}\n${text}\n${others}`, { tick });
  if (long !== '') service.documents.notices(await open('src/long.ts'));
  await service.settled();
  return problemLines(service.problems());
}

function sectionsOf(page: string): readonly Section[] {
  const sections: (Section & { readonly examples: Section['examples'][number][]; first: string })[] = [];
  for (const node of fromMarkdown(page).children) {
    const text = page.slice(node.position?.start.offset, node.position?.end.offset);
    const section = sections.at(-1);
    if (node.type === 'heading' && node.depth === 2) {
      sections.push({ code: text.replace('## ', ''), first: '', examples: [] });
    } else if (node.type === 'code') {
      section?.examples.push({ language: node.lang ?? '', text: node.value });
    } else if (section?.first === '') {
      section.first = text;
    }
  }
  return sections;
}

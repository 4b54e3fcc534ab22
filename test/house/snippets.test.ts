import assert from 'node:assert/strict';
import { createCompilers } from '../../src/core/match/compilers';
import { readFileSync } from 'node:fs';
import { readLeadlight } from '../../src/core/guidance/leadlight';
import { readPhilosophyMarkdown } from '../../src/core/guidance/philosophyMarkdown';
import type { Source } from '../../src/core/guidance/model';

interface Snippet {
  readonly scope: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(
  readFileSync(new URL('../../snippets/leadlight.code-snippets', import.meta.url), 'utf8'),
) as Readonly<Record<string, Snippet>>;

/** What has to stand around a snippet for it to be a whole file. `$` is where the snippet goes. */
const surroundings: Readonly<Record<string, string>> = {
  'Guidance file': '$',
  Philosophy: 'philosophies:\n$',
  Change: 'changes:\n$',
  Term: 'terms:\n$',
  Area: 'areas:\n$',
  Marker: 'markers:\n$',
  Suppression: 'markers:\n$',
  'Checklist item': 'checklists:\n  - id: review\n    title: Review\n    items:\n$',
  'Walkthrough step': 'walkthroughs:\n  - id: first-day\n    title: First day\n    steps:\n$',
  'Philosophy page': '$',
};

describe('snippets', () => {
  it('are all tried here', () => {
    assert.deepEqual(Object.keys(snippets).sort(), Object.keys(surroundings).sort());
  });

  for (const [name, { scope, body }] of Object.entries(snippets)) {
    it(`"${name}" is guidance without a problem, as it is inserted`, () => {
      const file = (surroundings[name] ?? '$').replace('$', () => inserted(body, surroundings[name] ?? ''));
      const { entries, problems } = read(scope, file);
      assert.deepEqual(
        problems.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
      assert.notEqual(entries.length, 0);
    });
  }
});

function read(scope: string, text: string): Source {
  const folder = 'file:///shop/';
  const source = {
    uri: `${folder}.leadlight/snippet`,
    text,
    folder,
    linkBase: folder,
    compilers: createCompilers(),
  };
  return scope === 'markdown' ? readPhilosophyMarkdown(source) : readLeadlight(source);
}

/** A snippet with its first choices and its defaults, indented as the place where it is typed. */
function inserted(body: readonly string[], around: string): string {
  const indent = around === '$' ? '' : ' '.repeat((/( *)[^\n]*\n\$$/.exec(around)?.[1]?.length ?? 0) + 2);
  const text = body
    .join('\n')
    .replace(/\$\{CURRENT_(YEAR|MONTH|DATE)\}/g, (_, part: string) => (part === 'YEAR' ? '2027' : '03'))
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\(.)/g, '$1');
  assert.doesNotMatch(text, /\$\{/);
  return text.replace(/^(?=.)/gm, indent);
}

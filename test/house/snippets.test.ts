import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { entrySnippets, plainSnippet } from '../../src/core/authoring/entrySnippets';
import type { Source } from '../../src/core/guidance/model';
import { type Format, formats } from '../../src/core/guidance/formats';
import { createCompilers } from '../../src/core/match/compilers';
import { schemaErrors } from './schemaErrors';

interface Snippet {
  readonly body: readonly string[];
}

const folder = new URL('../../snippets/', import.meta.url);
const files = readdirSync(folder).map((file) => ({
  name: basename(file, '.json'),
  snippets: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Readonly<Record<string, Snippet>>,
}));

/** What has to stand around the snippets of a file for it to be a whole source, where that is not the list of its name. */
const surroundings: Readonly<Record<string, string>> = {
  file: '$',
  items: 'checklists:\n  - id: review\n    title: Review\n    items:\n      $',
  steps: 'walkthroughs:\n  - id: first-day\n    title: First day\n    steps:\n      $',
  philosophyPage: '$',
  walkthroughPage: '$',
  stepHeadings: '# Your first day\n\n$',
};

describe('snippets', () => {
  for (const { name, snippets } of files) {
    for (const [title, { body }] of Object.entries(snippets)) {
      it(`"${title}" is guidance without a problem, as it is inserted`, () => {
        const format = formatOf(name);
        const text = inserted(name, body.join('\n'));
        const { entries, problems } = read(format, text);
        assert.deepEqual(
          problems.map(({ code, message }) => `${code}: ${message}`),
          [],
        );
        assert.notEqual(entries.length, 0);
        if (format === formats.leadlight) assert.deepEqual(schemaErrors(text), []);
      });
    }

    it(`of ${name} are those that completion offers`, () => {
      assert.deepEqual(
        entrySnippets(name, '2027-03-03').map((snippet) => snippet.name),
        Object.keys(snippets),
      );
    });
  }
});

/** A snippet with its first choices and its defaults, indented as the place where it is typed. */
function inserted(name: string, body: string): string {
  const around = surroundings[name] ?? `${name}:\n  $`;
  const indent = / *(?=\$$)/.exec(around)![0];
  const plain = plainSnippet(
    body.replace(/\$\{CURRENT_(YEAR|MONTH|DATE)\}/g, (_, part) => (part === 'YEAR' ? '2027' : '03')),
  );
  assert.doesNotMatch(plain, /\$\{/);
  return around.replace('$', () => plain.replace(/\n(?=.)/g, `\n${indent}`));
}

function formatOf(name: string): Format {
  if (name === 'philosophyPage') return formats.philosophy;
  return /^(?:walkthroughPage|stepHeadings)$/.test(name) ? formats.walkthrough : formats.leadlight;
}

function read(format: Format, text: string): Source {
  const root = 'file:///shop/';
  return format.read({
    uri: `${root}.leadlight/snippet`,
    text,
    folder: root,
    linkBase: root,
    compilers: createCompilers(),
  });
}

import assert from 'node:assert/strict';
import { keyHover } from '../../../src/core/authoring/keyHover';
import type { SourceKind } from '../../../src/core/authoring/writtenSource';
import { openFixture } from '../workspace';

/** What is hovered at `$0`, and the first line of what is shown; empty where nothing is. */
function hoverIn(fixture: string, kind: SourceKind = 'leadlight'): string {
  const offset = fixture.indexOf('$0');
  const text = fixture.replace('$0', '');
  const hover = keyHover({ text, kind, offset });
  return hover === undefined ? '' : `${text.slice(hover.start, hover.end)}: ${hover.markdown.split('\n')[0]}`;
}

describe('hover on a key', () => {
  const cases: Readonly<Record<string, readonly [fixture: string, expected: string, kind?: SourceKind]>> = {
    'says what a section is': ['philo$0sophies: []', 'philosophies: **philosophies**'],
    'says that a key is required': ['terms:\n  - me$0ans: x', 'means: **means** (required)'],
    'works in braces': ['areas:\n  - away: [{ from$0: 2026-01-01 }]', 'from: **from** (required)'],
    'works in quotes': ['"ter$0ms": []', 'terms: **terms**'],
    'explains a value that is one of a few': ['philosophies:\n  - level: hi$0nt', 'hint: **level**'],
    'explains such a value in a list': ['markers:\n  - require: [own$0er]', 'owner: **require**'],
    'says nothing about other values': ['philosophies:\n  - id: a$0', ''],
    'says nothing about a value that is not one of them': ['philosophies:\n  - level: lo$0ud', ''],
    'says nothing about a key that nobody knows': ['philosofies$0: []', ''],
    'says nothing about a key that is not written yet': ['level$0', ''],
    'says nothing in a text': ['terms:\n  - means: |\n      lev$0el: x', ''],
    'works in front matter': ['---\nlev$0el: hint\n---\n', 'level: **level**', 'philosophy'],
    'works in the keys of a step': ['# A\n\n## B\n\n```yaml\nru$0n: x\n```\n', 'run: **run**', 'walkthrough'],
    'says what a section of a page is': ['# A\n\n## W$0hy \n\nb', '## Why: **why**', 'philosophy'],
    'knows a section however it is written': [
      '---\nid: a\n---\n## don’t$0\n',
      '## don’t: **dont**',
      'philosophy',
    ],
    'says nothing about other sections': ['# A\n\n## His$0tory\n', '', 'philosophy'],
    'says nothing about sections of a walkthrough': ['# A\n\n## W$0hy\n', '', 'walkthrough'],
    'says nothing in code of a page': ['# A\n\n```\n## W$0hy\n```\n', '', 'philosophy'],
    'says nothing in the prose of a page': ['# lev$0el: x', '', 'philosophy'],
  };
  for (const [name, [fixture, expected, kind]] of Object.entries(cases))
    it(name, () => assert.equal(hoverIn(fixture, kind), expected));

  it('shows the sentence, an example, and what may be written', () => {
    assert.equal(
      keyHover({ text: 'markers:\n  - kind: debt', kind: 'leadlight', offset: 14 })?.markdown,
      [
        '**kind**',
        '`debt` is work put off; a `suppression` silences a tool. Known tags need not say it.',
        '```yaml\nkind: suppression\n```',
        'One of `debt`, `suppression`.',
      ].join('\n\n'),
    );
  });

  it('is behind what is said of the value, and told at positions', async () => {
    const { service, document, offset } = await openFixture(`
      //- /.leadlight/team.yaml
      # 🚀
      philosophies: [{ id: a, title: A, why: b, le$0vel: info }]
    `);
    const hover = await service.authoring.hover(document, document.positionAt(offset));
    assert.deepEqual(hover?.range, { start: { line: 1, character: 42 }, end: { line: 1, character: 47 } });
  });
});

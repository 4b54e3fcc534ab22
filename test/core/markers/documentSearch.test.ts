import assert from 'node:assert/strict';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { compileDocumentTags } from '../../../src/core/markers/documentSearch';
import type { MarkerTag } from '../../../src/core/markers/findMarkers';

/** `marked` has every marker between `«` and `»`. */
function check(markdown: 'headings' | 'prose' | 'none', marked: string, languageId = 'markdown'): void {
  const tags: MarkerTag[] = [
    { tag: 'TODO', aliases: ['@todo'], kind: 'debt', markdown },
    { tag: '@ts-ignore', kind: 'suppression', markdown },
  ];
  const text = marked.replace(/[«»]/g, '');
  const regions = scanRegions(text, languageId);
  let found = '';
  let at = 0;
  for (const { start, end } of compileDocumentTags(tags).find({ text, languageId, regions })) {
    found += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  assert.equal(found + text.slice(at), marked);
}

describe('markers in Markdown', () => {
  it('are only those in comments, unless a policy says more', () => {
    check('none', '# TODO a\n\nTODO: b\n\n- [ ] TODO c\n\n<!-- «TODO» d -->\n');
  });

  it('stand in headings', () => {
    check('headings', '# «TODO» a\n\nTODO: b\n\n- TODO c\n\n## «TODO»: d\n<!-- «TODO» e -->\n');
    check('headings', '«TODO» a\n===\n\nb\nTODO c\n---\n\n## The TODO list\n#TODO d\n');
  });

  it('stand at the start of paragraphs and items too, with the policy `prose`', () => {
    check('prose', '# «TODO» a\n\n«TODO»: b\n\n- [ ] «TODO» c\n- **«todo»:** d\n1. «@todo» e\n');
    check('prose', 'a\nTODO b\n\nsee the TODO\n\n> «TODO» c\n\n* TODOS\n- [x] TODO done\n\na -- TODO d\n');
    check('prose', '«TODO» a\r\n\r\n- «TODO» b\r\n  TODO c\r\n');
  });

  it('never stand in code or front matter', () => {
    check(
      'prose',
      '```js\n// TODO a\nTODO b\n```\n\n~~~\n# TODO c\n```\n~~~\n«TODO» d\n\n    TODO e\n\n`TODO` f\n',
    );
    check('prose', '---\ntitle: a\nTODO: b\n---\n«TODO» c\n');
    check('prose', '---\n\n«TODO» not front matter\n');
  });

  it('say what stands on their line', () => {
    const text = '## TODO(@maya): write this down\nand more\n';
    const tags: MarkerTag[] = [{ tag: 'TODO', kind: 'debt', markdown: 'headings' }];
    const regions = scanRegions(text, 'markdown');
    const [marker] = compileDocumentTags(tags).find({ text, languageId: 'markdown', regions });
    assert.equal(marker?.owner?.value, '@maya');
    assert.equal(marker.text, 'write this down');
  });

  it('are not looked for in other languages', () => {
    check('prose', 'TODO a\n\n# TODO b\n', 'plaintext');
  });
});

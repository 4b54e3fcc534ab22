import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openFixture } from '../workspace';
import { completeWording } from '../../../src/core/discourse/completeWording';
import { type WorkspaceFolder, WorkspaceFolders } from '../../../src/core/workspaceFolders';
import { commentDecorations, commentLabels } from '../../../src/core/discourse/conventionalComments';

const comment = ['comment://leadlight.concerns/commentinput-1.md', 'markdown'] as const;
const commitBox = ['vscode-scm:git/scm0/input?rootUri=file:///w', 'scminput'] as const;
const commitFile = ['file:///w/.git/COMMIT_EDITMSG', 'gitcommit'] as const;
const notes = ['file:///w/docs/review-cart.md', 'markdown'] as const;
const prose = ['file:///w/docs/previews.md', 'markdown'] as const;
const code = ['file:///w/a.ts', 'typescript'] as const;

/** What is offered at `$0`: the texts, each in place of what was typed of it. */
function offered(marked: string, [uri, language]: readonly [string, string] = comment): string {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  return completeWording(TextDocument.create(uri, language, 1, text), offset)
    .map(({ text: inserted, start, end, detail }) => {
      assert.equal(end, offset);
      assert.ok(inserted.startsWith(text.slice(start, end)));
      assert.match(detail, /^[A-Z].*\.$/);
      return inserted;
    })
    .join(' ');
}

const allDecorations = commentDecorations.map(({ decoration }) => decoration).join(' ');

describe('completion of wording', () => {
  it('offers the labels that begin with a word at the start of a line', () => {
    assert.equal(offered('n$0'), 'nitpick note');
    assert.equal(offered('first\r\n  sug$0 more'), 'suggestion');
    for (const start of ['- ', '> ', '**', '> - ', '* ']) assert.equal(offered(`${start}qu$0`), 'question');
  });

  it('offers decorations in the parentheses behind a label, none twice', () => {
    for (const { label } of commentLabels) assert.equal(offered(`${label} ($0): x`), allDecorations);
    assert.equal(offered('**issue(b$0'), 'blocking');
    assert.equal(offered('issue (blocking, $0'), 'non-blocking if-minor');
    assert.equal(offered('issue (blocking,if$0)'), 'if-minor');
  });

  it('offers nothing within a sentence', () => {
    for (const text of ['$0', 'a no$0', 'N$0', 'xyz$0', 'call ($0', 'issue (a) ($0', 'issue: no$0', '# no$0'])
      assert.equal(offered(text), '', text);
  });

  it('knows the box and the file of a commit message', () => {
    for (const place of [commitBox, commitFile]) assert.equal(offered('pr$0', place), 'praise');
  });

  it('knows notes on a review by their name, or by a line that is one', () => {
    assert.equal(offered('no$0', notes), 'note');
    assert.equal(offered('no$0', prose), '');
    assert.equal(offered('Note: see below.\nnote: this\nno$0', prose), '');
    for (const line of ['suggestion: a map', '- **issue (blocking): b', 'question (non-blocking): c?'])
      assert.equal(offered(`${line}\nno$0`, prose), 'note', line);
  });

  it('leaves code alone', () => {
    assert.equal(offered('issue ($0', code), '');
    assert.equal(offered('pr$0', code), '');
  });
});

describe('the boxes where people write to each other', () => {
  it('get wording from the service, and nothing that is about code', async () => {
    const { service } = await openFixture(`//- /.leadlight/a.yaml
philosophies:
  - { id: all, title: All, why: W., level: warning, applies: { text: praise } }
//- /a.ts
praise$0
`);
    for (const [uri, language] of [comment, commitBox]) {
      const box = TextDocument.create(uri, language, 1, 'praise // TODO');
      await service.documentChanged(box);
      const at = { line: 0, character: 2 };
      assert.deepEqual(
        service.documents.complete(box, at, []).map(({ text }) => text),
        ['praise'],
      );
      assert.equal(service.documents.hover(box, at), undefined);
      assert.deepEqual(service.documents.notices(box), []);
      assert.deepEqual(service.markersIn(box), []);
    }
  });

  it('belong to no folder, not even to the root of a virtual file system', () => {
    const folders = new WorkspaceFolders((root) => ({ root }) as WorkspaceFolder);
    folders.replace(['memory:/']);
    assert.equal(folders.placeOf('git:/a.ts')?.path, 'a.ts');
    assert.equal(folders.placeOf('comment:/commentinput-1.md'), undefined);
  });
});

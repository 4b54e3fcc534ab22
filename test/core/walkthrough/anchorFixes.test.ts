import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openFixture } from '../workspace';

/** The fixes where the cursor is, and what the source's anchor is after each; `!` for one that is sure. */
async function fixes(at: string, code: string): Promise<readonly string[]> {
  const { service, document, offset } = await openFixture(`//- /a.ts
${code}
//- /.leadlight/g.yaml
walkthroughs:
  - id: day
    title: Day
    steps:
      - title: $0Hello
        at: ${at}
`);
  const place = document.positionAt(offset);
  const found = await service.walkthroughs.authoring.anchorFixes(document.uri, { start: place, end: place });
  return found.map(({ repair: { title, range, newText }, isSure }) => {
    const after = TextDocument.applyEdits(document, [{ range, newText }]);
    return `${title}${isSure ? '!' : ''} => ${/at: (.*)/.exec(after)?.[1]}`;
  });
}

const code = `class Cart {
  total() { return 1; }
}
class Basket {
  total() { return 2; }
}
function send(mail) {}`;

describe('what may be written instead of an anchor', () => {
  it('is nothing where it is found', async () => {
    assert.deepEqual(await fixes('{ file: a.ts, symbol: send }', code), []);
  });

  it('is each of the symbols that have its name', async () => {
    assert.deepEqual(await fixes('{ file: a.ts, symbol: total }', code), [
      'Anchor it by the symbol Cart.total (line 2) => { file: a.ts, symbol: Cart.total }',
      'Anchor it by the symbol Basket.total (line 5) => { file: a.ts, symbol: Basket.total }',
    ]);
  });

  it('is the symbol or the line that is written nearly like it', async () => {
    assert.deepEqual(await fixes('{ file: a.ts, symbol: sned }', code), [
      'Anchor it by the symbol send (line 7) => { file: a.ts, symbol: send }',
    ]);
    assert.deepEqual(await fixes('{ file: a.ts, text: "total() { return 3; }" }', code), [
      'Anchor it by the symbol Cart.total (line 2) => { file: a.ts, symbol: Cart.total }',
    ]);
  });

  it('is each of the places that an ambiguous text or pattern fits', async () => {
    for (const at of ['{ file: a.ts, text: total }', '{ file: a.ts, pattern: "tot.l" }'])
      assert.equal((await fixes(at, code)).length, 2, at);
  });

  it('is nothing where nothing is like it, and where the file is gone', async () => {
    assert.deepEqual(await fixes('{ file: a.ts, symbol: somethingElse }', code), []);
    assert.deepEqual(await fixes('{ file: b.ts, symbol: send }', code), []);
  });

  it('is sure where the place is known', async () => {
    const at = '{ file: a.ts, text: "a\\nb" }';
    assert.deepEqual(await fixes(at, '  a\n  b'), [
      'Anchor it by lines 1 to 2! => { file: a.ts, selection: { start: { line: 1 }, end: { line: 2 } } }',
    ]);
  });
});

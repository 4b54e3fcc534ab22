import assert from 'node:assert/strict';
import type { Git } from '../../../src/core/git';
import { createService } from '../../../src/core/service';
import type { ResolvedAnchor } from '../../../src/core/walkthrough/resolvedAnchor';
import { createAnchorResolver } from '../../../src/core/walkthrough/resolveAnchors';
import { createMemoryGit } from '../memoryGit';
import { type MemoryHost, memoryHost, rootUri } from '../memoryHost';
import { applyRepair } from './applyRepair';

const sourceUri = `${rootUri}.leadlight/g.yaml`;
const cart = `class Cart {
  total() {
    return 1;
  }
}
const limit = 2;
`;

function workspace(
  at: string,
  files: Readonly<Record<string, string | Uint8Array>> = { 'a.ts': cart },
): MemoryHost {
  const host = memoryHost();
  host.write(
    sourceUri,
    `walkthroughs:\n  - id: w\n    title: W\n    steps:\n      - title: S\n        at: ${at}\n`,
  );
  for (const [path, text] of Object.entries(files)) host.write(rootUri + path, text);
  return host;
}

async function resolve(host: MemoryHost, git?: Git): Promise<ResolvedAnchor> {
  const service = createService({ host });
  await service.setFolders([rootUri]);
  const [guidance] = service.guidance();
  assert.deepEqual(guidance!.problems, []);
  const walkthrough = guidance!.entries.find((entry) => entry.kind === 'walkthrough')!;
  service.dispose();
  return createAnchorResolver({ host, root: rootUri, git }).resolve(walkthrough.steps[0]!, walkthrough);
}

/** `found a.ts 2:3-4:4`, counted from 1, or the state with its message. */
function shown({ state, path, range, message }: ResolvedAnchor): string {
  if (state === 'ambiguous' || state === 'missing') return `${state}: ${message}`;
  const at =
    range &&
    ` ${range.start.line + 1}:${range.start.character + 1}-${range.end.line + 1}:${range.end.character + 1}`;
  return `${state} ${path}${at ?? ''}`;
}

/** A git in whose only commit, `c`, the source is as now, and other files are as told. */
function historyOf(
  then: Readonly<Record<string, string>>,
  renames: Readonly<Record<string, string>> = {},
): Git {
  const line = { commit: 'c', author: '', email: '', day: '' };
  return {
    ...createMemoryGit(),
    blame: async (_uri, text) => ({ lines: text.split('\n').map(() => line) }),
    fileIn: async (_folder, { path }) => (path in then ? new TextEncoder().encode(then[path]) : undefined),
    renamed: async (_folder, path) => renames[path],
  };
}

describe('an anchor', () => {
  const check = async (at: string, expected: string, files?: Readonly<Record<string, string | Uint8Array>>) =>
    assert.equal(shown(await resolve(workspace(at, files))), expected);

  it('is a symbol', async () => {
    await check('{ file: a.ts, symbol: Cart.total }', 'found a.ts 2:3-4:4');
    await check('{ file: a.ts, symbol: "Cart::total()" }', 'found a.ts 2:3-4:4');
    await check('{ file: a.ts, symbol: limit }', 'found a.ts 6:1-6:17');
    await check(
      '{ file: a.ts, symbol: total }',
      'missing: The symbol "total" is not declared there. There is "Cart.total".',
    );
    const twice = { 'a.ts': `${cart}${cart}` };
    await check(
      '{ file: a.ts, symbol: Cart.total }',
      'ambiguous: The symbol "Cart.total" is declared 2 times, and it cannot be told which is meant.',
      twice,
    );
  });

  it('is a text that is there once', async () => {
    await check('{ file: a.ts, text: return }', 'found a.ts 3:5-3:11');
    await check('{ file: a.ts, text: "total() {\\n    return 1;\\n" }', 'found a.ts 2:3-3:14');
    await check('{ file: a.ts, text: "return 1;\\n  }" }', 'found a.ts 3:5-4:4', {
      'a.ts': cart.replaceAll('\n', '\r\n'),
    });
    await check('{ file: a.ts, text: gone }', 'missing: The text "gone" is not there any more.');
    await check(
      '{ file: a.ts, text: "l" }',
      'ambiguous: The text "l" is there 3 times, and it cannot be told which is meant.',
    );
  });

  it('follows lines that are indented in another way, and says how to write them', async () => {
    const host = workspace('{ file: a.ts, text: "total() {\\n    return 1;" }', {
      'a.ts': cart.replaceAll('  ', '\t'),
    });
    const anchor = await resolve(host);
    assert.equal(shown(anchor), 'moved a.ts 2:2-3:12');
    assert.equal(anchor.repair?.newText, '{ file: a.ts, text: "total() {" }');
    const [at, tabs] = ['{ file: a.ts, text: "f() {\\n  g();\\n}" }', '\tf() {\n\t\tg();\n\t}\n'];
    await check(
      at,
      'ambiguous: The text "f() { g(); }" is there 2 times, indented in another way, and it cannot be told which is meant.',
      { 'a.ts': tabs + tabs },
    );
    await check(
      at,
      'ambiguous: The text "f() { g(); }" is there again, indented in another way, and it cannot be told which is meant.',
      { 'a.ts': `${tabs}f() {\n  g();\n} else {\n}\n` },
    );
  });

  it('is a pattern that matches once', async () => {
    await check("{ file: a.ts, pattern: '^const \\w+' }", 'found a.ts 6:1-6:12');
    await check(
      "{ file: a.ts, pattern: '[a-z]+' }",
      'ambiguous: The pattern "[a-z]+" matches more than once, and it cannot be told which is meant.',
    );
    await check("{ file: a.ts, pattern: 'xx+' }", 'missing: The pattern "xx+" matches nothing there.');
  });

  it('is a number, which is all that is known without git', async () => {
    await check('{ file: a.ts, line: 3 }', 'found a.ts 3:5-3:14');
    await check('{ file: a.ts, line: 8 }', 'missing: Line 8 is past the end of the file, which has 7 lines.');
    const at = '{ file: a.ts, selection: { start: { line: 2, character: 3 }, end: { line: 3 } } }';
    await check(at, 'found a.ts 2:3-3:14');
    assert.match((await resolve(workspace('{ file: a.ts, line: 3 }'))).message!, /^Only a number/u);
  });

  it('is a file, a folder or a view', async () => {
    const files = { 'src/a.ts': cart, 'b.png': new Uint8Array([1, 0, 2]) };
    await check('{ file: src/a.ts }', 'found src/a.ts', files);
    await check('{ file: b.png }', 'found b.png', files);
    await check('{ directory: src }', 'found src', files);
    await check('{ directory: ./src/ }', 'found src', files);
    await check('{ directory: . }', 'found ', files);
    await check('{ directory: src/a.ts }', 'missing: There is no folder "src/a.ts".', files);
    assert.deepEqual(await resolve(workspace('{ view: scm }')), { state: 'none', view: 'scm' });
  });

  it('says what cannot be read', async () => {
    await check('{ file: x.ts, line: 1 }', 'missing: There is no file "x.ts".');
    await check('{ file: b.png, line: 1 }', 'missing: "b.png" is binary, so nothing is looked for in it.', {
      'b.png': new Uint8Array([1, 0, 2]),
    });
    await check(
      '{ file: big.ts, line: 1 }',
      'missing: "big.ts" is over 2 MB, so nothing is looked for in it.',
      {
        'big.ts': 'x'.repeat(2_000_001),
      },
    );
    for (const path of ['../x', 'a/../../x', 'file:///etc/passwd', '//etc/passwd', '..\\x', 'C:\\x'])
      await check(`{ file: ${JSON.stringify(path)} }`, `missing: "${path}" leads out of the workspace.`);
    const host = memoryHost('//- /link -> /etc\n');
    const source = { uri: sourceUri, folder: rootUri };
    const step = {
      at: { file: 'link/passwd' },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    };
    const anchor = await createAnchorResolver({ host, root: rootUri }).resolve(step, source);
    assert.equal(shown(anchor), 'missing: "link/passwd" leads out of the workspace.');
  });

  it('reads each file once', async () => {
    const host = workspace('{ file: a.ts, symbol: Cart }');
    const resolver = createAnchorResolver({ host, root: rootUri });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const source = { uri: sourceUri, folder: rootUri };
    await Promise.all(
      ['Cart', 'limit', 'Cart.total'].map((symbol) =>
        resolver.resolve({ at: { file: 'a.ts', symbol }, range }, source),
      ),
    );
    assert.equal(host.reads, 1);
  });
});

describe('an anchor, with git', () => {
  const check = async (
    at: string,
    {
      then = cart,
      now,
      renamed,
    }: { readonly then?: string; readonly now: string; readonly renamed?: string },
    [expected, repair]: readonly [string, string?],
  ) => {
    const host = workspace(at, { [renamed ?? 'a.ts']: now });
    const git = historyOf({ 'a.ts': then }, renamed === undefined ? {} : { 'a.ts': renamed });
    const anchor = await resolve(host, git);
    assert.equal(shown(anchor), expected);
    assert.equal(anchor.repair?.newText, repair);
    if (anchor.repair === undefined) return;
    // What it suggests leads to the same place, and is no change of anything else.
    await applyRepair(host, anchor.repair);
    const again = await resolve(host, historyOf({ [renamed ?? 'a.ts']: now }));
    assert.deepEqual(
      [again.state, again.path, again.range?.start.line],
      ['found', anchor.path, anchor.range?.start.line],
    );
  };

  it('follows what stood at a number when it was written', async () => {
    const at = '{ file: a.ts, line: 3 }';
    await check(at, { now: cart }, ['found a.ts 3:5-3:14']);
    await check(at, { now: `// new\n${cart}` }, ['moved a.ts 4:5-4:14', '{ file: a.ts, text: "return 1;" }']);
    await check('{ file: a.ts, line: 2 }', { now: `\n${cart}` }, [
      'moved a.ts 3:3-3:12',
      '{ file: a.ts, symbol: Cart.total }',
    ]);
    await check('{ file: a.ts, line: 4 }', { now: `\n${cart}` }, [
      'moved a.ts 5:3-5:4',
      '{ file: a.ts, line: 5 }',
    ]);
    await check(at, { now: cart.replace('1', '2') }, [
      'missing: What stood in line 3 when this was written is not there any more: "return 1;"',
    ]);
    await check(at, { now: cart + cart }, [
      'ambiguous: What stood in line 3 when this was written cannot be told from other places now: "return 1;"',
    ]);
    await check('{ file: a.ts, line: 9 }', { now: `${cart}\n\n\n\n` }, [
      'missing: What it says did not fit when it was written: see what it should be about, and anchor it anew.',
    ]);
  });

  it('follows a selection as far as its characters', async () => {
    const at =
      '{ file: a.ts, selection: { start: { line: 3, character: 12 }, end: { line: 3, character: 13 } } }';
    await check(at, { now: `x\n${cart.replaceAll('  ', '\t')}` }, [
      'moved a.ts 4:10-4:11',
      '{ file: a.ts, selection: { start: { line: 4, character: 10 }, end: { line: 4, character: 11 } } }',
    ]);
  });

  it('tells apart what has got a double, and finds what has got another name around it', async () => {
    await check('{ file: a.ts, text: "limit" }', { now: `// limit\n${cart}` }, [
      'moved a.ts 7:7-7:12',
      '{ file: a.ts, symbol: limit }',
    ]);
    await check('{ file: a.ts, symbol: Cart.total }', { now: cart.replace('Cart', 'Basket') }, [
      'moved a.ts 2:3-4:4',
      '{ file: a.ts, symbol: Basket.total }',
    ]);
    await check('{ file: a.ts, symbol: Cart.total }', { now: cart.replace('total', 'sum') }, [
      'missing: The symbol "Cart.total" is not declared there.',
    ]);
  });

  it('follows a file to its new name', async () => {
    const renamed = 'src/b.ts';
    await check('{ file: a.ts, symbol: Cart }', { now: cart, renamed }, [
      'moved src/b.ts 1:1-5:2',
      '{ file: src/b.ts, symbol: Cart }',
    ]);
    await check('{ file: a.ts, line: 3 }', { now: `\n${cart}`, renamed }, [
      'moved src/b.ts 4:5-4:14',
      '{ file: src/b.ts, text: "return 1;" }',
    ]);
    await check('{ file: a.ts }', { now: cart, renamed }, ['moved src/b.ts', '{ file: src/b.ts }']);
    await check('{ file: a.ts, symbol: Gone }', { now: cart, renamed }, [
      'missing: "a.ts" was renamed to "src/b.ts". The symbol "Gone" is not declared there.',
    ]);
  });
});

import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import type { FileEvent } from '../../src/core/service';
import { rootUri } from './memoryHost';
import { openFixture, problemLines } from './workspace';

const fixture = `
//- /.leadlight/g.yaml
walkthroughs:
  - id: w
    title: W
    steps:
      - title: Start
        at: { file: a.js, symbol: start }
//- /a.js
function start() {}
`;

describe('problems of anchors', () => {
  it('come and go with the files that steps lead to', async () => {
    const { service, host } = await openFixture(fixture);
    const problems = async () => {
      await service.settled();
      return problemLines(service.problems());
    };
    assert.deepEqual(await problems(), []);
    const uri = Utils.joinPath(URI.parse(rootUri), 'a.js').toString();
    host.write(uri, 'function begin() {}\n');
    await service.filesChanged([{ uri, kind: 'changed' }]);
    assert.deepEqual(await problems(), [
      '.leadlight/g.yaml:6:13 missing-anchor: The step "Start" leads nowhere. The symbol "start" is not declared there.',
    ]);
    host.write(uri, '\nfunction start() {}\n');
    await service.filesChanged([{ uri, kind: 'changed' }]);
    assert.deepEqual(await problems(), []);
  });

  it('are looked for again only where a step leads', async () => {
    const { service, host } = await openFixture(fixture);
    await service.settled();
    const uriOf = (path: string) => Utils.joinPath(URI.parse(rootUri), path).toString();
    const readsAfter = async (path: string, kind: FileEvent['kind']) => {
      const before = host.reads;
      await service.filesChanged([{ uri: uriOf(path), kind }]);
      await service.settled();
      return host.reads - before;
    };
    host.write(uriOf('lib/b.js'), '');
    await readsAfter('lib/b.js', 'created');
    assert.equal(await readsAfter('lib/b.js', 'changed'), 0);
    assert.equal(await readsAfter('a.js', 'changed'), 1);
    host.remove(uriOf('a.js'));
    await readsAfter('a.js', 'deleted');
    assert.equal(service.problems().length, 1);
    host.write(uriOf('a.js'), 'function start() {}');
    await readsAfter('a.js', 'created');
    assert.equal(service.problems().length, 0);
  });

  it('look at what an editor holds, and the best anchor for it is proposed', async () => {
    const { service, open } = await openFixture(fixture);
    await open('a.js');
    const uri = Utils.joinPath(URI.parse(rootUri), 'a.js').toString();
    const proposed = await service.walkthroughs.authoring.propose(uri, { from: 0, to: 0 });
    assert.equal(proposed!.file, 'a.js');
    assert.deepEqual(
      proposed!.proposals.map(({ label, name }) => [label, name]),
      [
        ['the symbol start', 'start'],
        ['the text "function start() {}"', 'function start() {}'],
        ['line 1', undefined],
        ['the whole file', undefined],
      ],
    );
    const source = `${rootUri}packages/b/.leadlight/walkthroughs/w.md`;
    assert.equal(
      (await service.walkthroughs.authoring.propose(uri, { from: 0, to: 0, source }))!.file,
      '../../a.js',
    );
    assert.equal(
      await service.walkthroughs.authoring.propose('file:///elsewhere/a.js', { from: 0, to: 0 }),
      undefined,
    );
    assert.equal(await service.walkthroughs.authoring.propose(uri, { from: 2, to: 1 }), undefined);
  });
});

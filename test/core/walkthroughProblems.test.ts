import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
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

  it('look at what an editor holds, and the best anchor for it is proposed', async () => {
    const { service, open } = await openFixture(fixture);
    await open('a.js');
    const uri = Utils.joinPath(URI.parse(rootUri), 'a.js').toString();
    const proposal = await service.walkthroughs.propose(uri, { from: 0, to: 0 });
    assert.deepEqual(proposal, { file: 'a.js', at: { symbol: 'start' }, label: 'the symbol start' });
    assert.equal(await service.walkthroughs.propose('file:///elsewhere/a.js', { from: 0, to: 0 }), undefined);
    assert.equal(await service.walkthroughs.propose(uri, { from: 2, to: 1 }), undefined);
  });
});

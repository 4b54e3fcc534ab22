import assert from 'node:assert/strict';
import { openFixture, problemLines } from '../workspace';

const guidance = (pattern: string) => `philosophies:
  - id: calls
    title: Calls
    why: Because.
    applies:
      text: '${pattern}'
`;

const long = `//- /.leadlight/guidance.yaml
${guidance('\\w+\\(')}//- /long.ts
${'f(x)\n'.repeat(40_000)}`;

describe('a slow pattern', () => {
  it('is named in the costs and at its entry, until the entry changes', async () => {
    const { service, open, host } = await openFixture(long, { tick: 10 });
    const document = await open('long.ts');
    assert.deepEqual(service.problems(), []);
    service.documents.notices(document);
    const [pattern] = service.cost().patterns;
    assert.equal(pattern?.name, '\\w+\\( of calls, .leadlight/guidance.yaml');
    assert.equal(pattern.line, 5);
    assert.ok(pattern.milliseconds >= 200);
    assert.match(
      problemLines(service.problems()).join('\n'),
      /^\.leadlight\/guidance\.yaml:6:13 slow-pattern: /,
    );

    host.write('file:///w/.leadlight/guidance.yaml', guidance('open\\('));
    await service.filesChanged([{ uri: 'file:///w/.leadlight/guidance.yaml', kind: 'changed' }]);
    service.documents.notices(document);
    assert.deepEqual(service.cost().patterns, []);
    assert.deepEqual(service.problems(), []);
  });

  it('is none where the search is quick', async () => {
    const { service, open } = await openFixture(long);
    service.documents.notices(await open('long.ts'));
    assert.deepEqual(service.cost().patterns, []);
    assert.deepEqual(service.problems(), []);
  });
});

import assert from 'node:assert/strict';
import { switchesIn } from '../../../src/server/switches';
import { openFixture, problemLines } from '../workspace';

const files = `
//- /AGENTS.md
## Root
Text.
//- /CODEOWNERS
* @maya
//- /api/AGENTS.md
## Api
Text.
//- /api/web/CLAUDE.md
## Web
Text.
//- /out/CLAUDE.md -> ../../CLAUDE.md
`;

async function opened(guidance: string) {
  const { service, host } = await openFixture(files + guidance);
  const shown = () => service.guidance()[0]!.entries.map(({ title }) => title);
  return { service, host, shown };
}

describe('what is read of other formats', () => {
  it('is all of it, where nobody says anything', async () => {
    const { service, shown } = await opened('');
    assert.deepEqual(shown(), ['*', 'Root', 'Api', 'Web']);
    assert.equal(problemLines(service.problems()).length, 1);
  });

  it('is what the team says, the nearest folder first', async () => {
    const { service, shown } = await opened(`
//- /.leadlight/a.yaml
read: { instructions: false, tours: true }
//- /api/.leadlight/a.yaml
read: { instructions: true, decisions: [docs/why] }
//- /api/web/.leadlight/a.yaml
read: { owners: false }
`);
    assert.deepEqual(shown(), ['*', 'Api', 'Web']);
    assert.deepEqual(problemLines(service.problems()), []);
  });

  it('changes as soon as the guidance does', async () => {
    const { service, host, shown } = await opened('');
    host.write('file:///w/.leadlight/a.yaml', 'read:\n  instructions: false\n');
    await service.filesChanged([{ uri: 'file:///w/.leadlight/a.yaml', kind: 'created' }]);
    assert.deepEqual(shown(), ['*']);
  });

  it('is what a person says, whatever the team says', async () => {
    const { service, shown } = await opened('//- /.leadlight/a.yaml\nread: { instructions: false }\n');
    await service.setReading({ instructions: true, owners: false });
    assert.deepEqual(shown(), ['Root', 'Api', 'Web']);
    await service.setReading({});
    assert.deepEqual(shown(), ['*']);
  });

  it('has no kinds but those that there are', async () => {
    const { service } = await opened('//- /.leadlight/a.yaml\nread: { instruction: false }\n');
    assert.deepEqual(problemLines(service.problems()).slice(0, 1), [
      '.leadlight/a.yaml:1:9 unknown-key: Leadlight does not know the key "instruction" here. Did you mean "instructions"?',
    ]);
  });

  it('comes from settings that people write by hand', () => {
    assert.deepEqual(switchesIn({ owners: false, tours: 'no' }), { owners: false });
    for (const told of [undefined, null, 'none', 3]) assert.deepEqual(switchesIn(told), {});
  });
});

import assert from 'node:assert/strict';
import { openFixture, problemLines } from '../workspace';

describe('the file for notes', () => {
  const files = async (fixture: string) => {
    const { service } = await openFixture(fixture);
    const named = service.walkthroughs.list().map(({ key, friction }) => [key, friction]);
    return { named: Object.fromEntries(named) as Record<string, string | undefined>, service };
  };

  it('is that of the nearest folder that names one', async () => {
    const { named, service } = await files(`
      //- /.leadlight/a.yaml
      friction: ./docs/friction.md
      walkthroughs: [{ id: day, title: Day, steps: [] }]
      //- /api/.leadlight/a.yaml
      friction: hard.txt
      walkthroughs: [{ id: day, title: Day, steps: [] }]
      //- /web/.leadlight/a.yaml
      walkthroughs: [{ id: day, title: Day, steps: [] }]
      `);
    assert.deepEqual(problemLines(service.problems()), []);
    assert.deepEqual(named, {
      day: 'docs/friction.md',
      'api/day': 'api/hard.txt',
      'web/day': 'docs/friction.md',
    });
  });

  it('is none that leaves the folder, and none that is no text for people', async () => {
    for (const path of [
      '../friction.md',
      '/etc/friction.md',
      '.git/hooks/post-commit',
      'package.json',
      'a\\b.md',
    ]) {
      const { named, service } = await files(`
        //- /.leadlight/a.yaml
        friction: '${path}'
        walkthroughs: [{ id: day, title: Day, steps: [] }]
        `);
      assert.equal(named['day'], undefined, path);
      assert.deepEqual(
        service.problems().map(({ code, range }) => [code, range.start]),
        [['bad-value', { line: 0, character: 10 }]],
      );
    }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkSteps } from '../../../src/core/walkthrough/stepReferences';
import { openFixture } from '../workspace';

describe('references of a CodeTour file', () => {
  const tour = (title: string, ...descriptions: string[]) =>
    JSON.stringify({
      title,
      steps: descriptions.map((description) => ({ description, title: description.slice(0, 5) })),
    });

  async function html(description: string): Promise<string> {
    const { service } = await openFixture(`
      //- /.tours/a.tour
      ${tour('Orders', description, 'Second step', 'Third step')}
      //- /.tours/b.tour
      ${tour("1 - Money's (way)", 'First step', 'Other step')}
      `);
    return (await service.walkthroughs.play('tours-a'))!.played[0]!.html;
  }

  it('lead to steps of this tour and of others, by their numbers', async () => {
    const second = '<a href="#" data-walkthrough="tours-a" data-step="secon">';
    assert.equal(await html('x [#2].'), `<p>x ${second}#2</a>.</p>`);
    assert.equal(await html('x [see *there*][#2].'), `<p>x ${second}see <em>there</em></a>.</p>`);
    const other = '<a href="#" data-walkthrough="tours-b"';
    assert.equal(await html("[Money's (way)#2]"), `<p>${other} data-step="other">Money's (way)#2</a></p>`);
    assert.equal(await html("[Money's (way)]"), `<p>${other}>Money's (way)</a></p>`);
    assert.equal(await html("[so][1 - Money's (way)#1]"), `<p>${other} data-step="first">so</a></p>`);
  });

  it('stay text where they name nothing, in code, and in links', async () => {
    assert.equal(await html('[#9] [Nowhere#1] [x]'), '<p>[#9] [Nowhere#1] [x]</p>');
    assert.equal(await html('`[#2]`'), '<p><code>[#2]</code></p>');
    assert.equal(await html('```\n[#2]\n```'), '<pre><code>[#2]\n</code></pre>');
    assert.equal(await html('[#2](https://a.b/)'), '<p><a href="https://a.b/">#2</a></p>');
  });

  it('change nothing in a text that names no step, and end for any', () => {
    const signs = fc.string({ unit: fc.constantFrom('[', ']', '#', '(', '`', '1', 'a', ' ') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), signs), (line) => {
        assert.equal(
          linkSteps(line, () => undefined),
          line,
        );
        linkSteps(line, () => ({ walkthrough: line, step: line }));
      }),
    );
    const start = performance.now();
    for (const line of ['['.repeat(50_000), '[a'.repeat(20_000), '[a]'.repeat(20_000)])
      linkSteps(line, () => undefined);
    assert.ok(performance.now() - start < 2_000);
  });
});

describe('a walkthrough to go on with', () => {
  async function problems(fixture: string) {
    const { service } = await openFixture(fixture);
    return service.problems().map(({ code, uri, range, message, fix }) => ({
      code,
      at: `${uri.slice('file:///w/'.length)}:${range.start.line}:${range.start.character}-${range.end.character}`,
      message,
      fix: fix?.newText,
    }));
  }

  it('that is not there is a problem at its place, with what was probably meant', async () => {
    assert.deepEqual(
      await problems(`
        //- /.leadlight/a.yaml
        walkthroughs:
          - { id: day, title: Day, next: "frist-week", steps: [{ title: A }] }
          - { id: first-week, title: Week, next: day, steps: [{ title: A }] }
          - { id: third, title: Third, next: third, steps: [{ title: A }] }
        `),
      [
        {
          code: 'unknown-walkthrough',
          at: '.leadlight/a.yaml:1:33-45',
          message: 'No other walkthrough here is called "frist-week". Did you mean "first-week"?',
          fix: 'first-week',
        },
        {
          code: 'unknown-walkthrough',
          at: '.leadlight/a.yaml:3:37-42',
          message: 'No other walkthrough here is called "third".',
          fix: undefined,
        },
      ],
    );
  });

  it('may be in a file that is broken now', async () => {
    assert.deepEqual(
      await problems(`
        //- /.leadlight/a.yaml
        walkthroughs: [{ id: day, title: Day, next: week, steps: [] }]
        //- /.leadlight/b.yaml
        walkthroughs: [{ id: "week
        `).then((all) => all.map(({ code }) => code)),
      ['yaml-syntax'],
    );
  });

  it('is named by its title in a CodeTour file', async () => {
    assert.deepEqual(
      await problems(`
        //- /.tours/a.tour
        { "title": "One", "nextTour": "Twoo words", "steps": [] }
        //- /.tours/b.tour
        { "title": "Two words", "nextTour": "One", "steps": [] }
        `),
      [
        {
          code: 'unknown-walkthrough',
          at: '.tours/a.tour:0:30-42',
          message: 'No other walkthrough here is called "Twoo words". Did you mean "Two words"?',
          fix: '"Two words"',
        },
      ],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatFiles } from '../../../../src/core/guidance/formats';
import { readTasks } from '../../../../src/core/guidance/formats/taskLists';
import { openFixture, problemLines } from '../../workspace';

describe('templates of pull requests', () => {
  it('are read in all places of GitHub and GitLab, and nowhere else', () => {
    const places = [
      '.github/PULL_REQUEST_TEMPLATE.md',
      '.github/PULL_REQUEST_TEMPLATE/fix.md',
      '.github/pull_request_template.md',
      '.gitlab/merge_request_templates/Default.md',
      'PULL_REQUEST_TEMPLATE',
      'PULL_REQUEST_TEMPLATE/fix.md',
      'docs/PULL_REQUEST_TEMPLATE/fix.txt',
      'docs/pull_request_template.md',
      'pull_request_template.txt',
    ];
    const others = ['src/pull_request_template.md', '.github/ISSUE_TEMPLATE.md', 'pull_request_template.ts'];
    const read = formatFiles([...places, ...others].sort()).filter(
      ({ format }) => format.group === 'templates',
    );
    assert.deepEqual(read.map(({ path }) => path).sort(), places);
  });

  it('become checklists of the author, one for each heading', async () => {
    const { service } = await openFixture(`
      //- /.github/pull_request_template.md
      Thanks!
      - [ ] Above all

      ## **What** kind

      - [ ] A fix
      - [x] A *feature*

      ### Checks \`here\`
      * [.] Read the [guide](../CONTRIBUTING.md)
      1. [/] Tests
         - [ ] of units
         - [ ] of units
      - no task
    `);
    const lists = service.guidance()[0]!.entries.filter((entry) => entry.kind === 'checklist');
    assert.deepEqual(
      lists.map(({ id, title, for: role, items, range }) => [
        id,
        title,
        role,
        range.start.line,
        items.map((item) => `${item.id} | ${item.ask} | ${item.why ?? ''} | ${item.range.start.line}`),
      ]),
      [
        [
          'github-pull_request_template.pull-request',
          'Pull request',
          'author',
          1,
          ['above-all | Above all |  | 1'],
        ],
        [
          'github-pull_request_template.what-kind',
          'What kind',
          'author',
          5,
          ['a-fix | A fix |  | 5', 'a-feature | A *feature* |  | 6'],
        ],
        [
          'github-pull_request_template.checks-here',
          'Checks here',
          'author',
          9,
          [
            'read-the-guide | Read the guide | Read the [guide](../CONTRIBUTING.md) | 9',
            'tests | Tests |  | 10',
            'tests-of-units | Tests: of units |  | 11',
            'tests-of-units-2 | Tests: of units |  | 12',
          ],
        ],
      ],
    );
    assert.deepEqual(problemLines(service.problems()), []);
  });

  it('say why in their comments', () => {
    const whys = (text: string) => readTasks(text).map(({ ask, why }) => [ask, why]);
    assert.deepEqual(
      whys(`
<!-- For all
     of them. -->

- [ ] One
- [ ] Two <!-- Because. -->
<!-- Or else. -->
- [ ] Three
  goes on

Text ends it.

- [ ] Four
<!--
- [ ] Not shown
-->
\`\`\`
- [ ] Nor this
\`\`\`
`),
      [
        ['One', 'For all\nof them.'],
        ['Two', 'Because.'],
        ['Three goes on', 'Or else.'],
        ['Four', undefined],
      ],
    );
  });

  it('are read whatever is cut out of them, and twice alike', () => {
    const whole = '## A\n<!-- x -->\n\n- [ ] a\n  - [x] b <!-- c\n -->\n```\n- [ ] d\n```\n* [.] e\n';
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string(), (from, to, put) => {
        const text = whole.slice(0, from) + put + whole.slice(to);
        const tasks = readTasks(text);
        assert.deepEqual(tasks, readTasks(text));
        for (const { start, end } of tasks) assert.ok(0 <= start && start <= end && end <= text.length);
      }),
    );
  });
});

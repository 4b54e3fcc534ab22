import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Decision } from '../../../../src/core/guidance/model';
import { problemLines } from '../../workspace';
import { readAt } from './readDecisions';

/** The keys of a decision that are looked at, and the problems of its source. */
function check(
  text: string,
  expected: Partial<Decision> & { readonly problems?: readonly string[] },
  path = 'docs/decisions/0012-errors.md',
): void {
  const { source, decision } = readAt(path, text);
  const { problems = [], ...keys } = expected;
  const found = Object.fromEntries(Object.keys(keys).map((key) => [key, decision[key as keyof Decision]]));
  assert.deepEqual(found, keys);
  assert.deepEqual(
    problemLines(source.problems).map((line) => line.slice(path.length)),
    problems,
  );
}

const named = (references: Decision['links']) => references.map(({ text, target }) => target ?? text);

describe('a decision record', () => {
  it('is read as MADR 4 and 3 write it', () =>
    check(
      `
      ---
      status: "accepted"
      date: 2025-07-10
      decision-makers: maya, jon
      consulted: [lee]
      informed:
      ---

      # Wrap errors

      ## Context and Problem Statement

      Who is on call sees too little.

      ## Decision Outcome

      Chosen option: "Wrap", because it is cheap.

      ### Consequences

      * Good, because logs tell more.

      ## More Information

      See [the talk](https://example.com).
      `,
      {
        id: 'errors',
        number: 12,
        title: 'Wrap errors',
        status: 'accepted',
        statusText: 'accepted',
        date: '2025-07-10',
        people: { deciders: ['maya', 'jon'], consulted: ['lee'], informed: [], contact: [] },
        context: 'Who is on call sees too little.',
        decision: 'Chosen option: "Wrap", because it is cheap.',
        consequences: '* Good, because logs tell more.',
      },
    ));

  it('is read as MADR 2 and log4brains write it', () => {
    const text = `
      # Wrap errors

      - Status: superseded by [20201029-results](20201029-results.md) <!-- optional -->
      - Deciders: maya, jon
      - Date: 2020-10-16

      Technical Story: #12

      ## Context and Problem Statement

      Why.

      ## Decision Outcome <!-- optional -->

      Chosen option: "Wrap".

      ### Positive Consequences <!-- optional -->

      - Logs.

      ## Links <!-- optional -->

      - Refined by [ADR-0005](0005-example.md)
      `;
    check(
      text,
      {
        id: 'wrap-errors',
        title: 'Wrap errors',
        status: 'superseded',
        statusText: 'superseded by 20201029-results',
        date: '2020-10-16',
        context: 'Why.',
        decision: 'Chosen option: "Wrap".',
        consequences: '- Logs.',
      },
      'docs/adr/20201016-wrap-errors.md',
    );
    const { decision } = readAt('docs/adr/20201016-wrap-errors.md', text);
    assert.equal(decision.number, undefined);
    assert.deepEqual(named(decision.supersededBy), ['20201029-results.md']);
    assert.deepEqual(named(decision.links), ['0005-example.md']);
  });

  it('is read as adr-tools writes it', () => {
    const { decision } = readAt(
      'doc/adr/0009-help-scripts.md',
      `
      # 9. Help scripts

      Date: 13/05/2016

      ## Status

      Accepted

      Supercedes [3. Single command with subcommands](0003-single-command-with-subcommands.md)

      Amended by [10. Ambiguity](0010-ambiguity.md)

      ## Context

      Help.

      ## Decision

      Scripts.

      ## Consequences

      None.
      `,
    );
    assert.equal(decision.title, 'Help scripts');
    assert.equal(decision.status, 'accepted');
    assert.deepEqual(named(decision.supersedes), ['0003-single-command-with-subcommands.md']);
    assert.deepEqual(named(decision.supersededBy), []);
    assert.deepEqual(
      [decision.context, decision.decision, decision.consequences],
      ['Help.', 'Scripts.', 'None.'],
    );
  });

  it('is read from a table, in bold, and in other languages', () => {
    check('# A\n\n| Status | Accepted |\n| --- | --- |\n| Date | 2024/1/5 |\n', {
      status: 'accepted',
      date: '2024-01-05',
    });
    check('# A\n\n**Status:** Proposed\n**Deciders**: a & b\n', {
      status: 'proposed',
      people: { deciders: ['a', 'b'], consulted: [], informed: [], contact: [] },
    });
    check('# Fehler\n\n## Status\n\nAbgelehnt\n\n## Kontext\n\nWarum.\n\n## Entscheidung\n\nNein.\n', {
      title: 'Fehler',
      status: 'rejected',
      context: 'Warum.',
      decision: 'Nein.',
    });
    check('# エラー\n\n## ステータス\n\n承認済み\n\n## 決定\n\nする。\n', {
      status: 'accepted',
      decision: 'する。',
    });
  });

  it('has the status that is meant, whatever stands around it', () => {
    const statusOf = (text: string) =>
      readAt('docs/adr/1-a.md', `# A\n\n* Status: ${text}\n`).decision.status;
    for (const [text, status] of [
      ['superseded by [ADR-0005](0005-example.md)', 'superseded'],
      ['Superceded by 5', 'superseded'],
      ['Accepted (retroactive)', 'accepted'],
      ['**Accepted**, replaced by nothing', 'superseded'],
      ['accepted; supersedes ADR-0045', 'accepted'],
      ['Partly superseded', 'accepted'],
      ['Ready for Implementation', 'accepted'],
      ['Under Evaluation', 'proposed'],
      ['草稿 — 待审核', 'proposed'],
      ['moved', 'deprecated'],
      ['void', 'deprecated'],
      ['No longer relevant.', 'deprecated'],
      ['{proposed}', 'proposed'],
      ['Not-Implemented', 'proposed'],
      ['in progress', 'proposed'],
      ['Deprecated since [unaccepted](accepted.md)', 'deprecated'],
    ] as const)
      assert.equal(statusOf(text), status, text);
  });

  it('survives front matter as people write it', () => {
    const rest = '\n# A\n\n## Decision\n\nYes.\n';
    const same = { title: 'A', status: 'proposed', decision: 'Yes.' } as const;
    check(`\ufeff---\nstatus: proposed\n---\n${rest}`, same);
    check(`---\nstatus: {proposed}\ndate: {2025-06-23}\ndeciders: {a, b}\nconsulted: {}\n---\n${rest}`, {
      ...same,
      date: '2025-06-23',
      people: { deciders: ['a', 'b'], consulted: [], informed: [], contact: [] },
    });
    check(`status: proposed\ndate: 2025-06-23\n---\n${rest}`, {
      ...same,
      problems: [
        ':1:1 front-matter: The front matter lacks its first line, so most tools take it for text: add a line "---" above.',
      ],
    });
    check(`---\nstatus: proposed\n${rest}`, {
      ...same,
      problems: [
        ':1:1 front-matter: The front matter that begins here is never closed: add a line "---" after it.',
      ],
    });
    check(`---\nnav_order: 1\n---\n---\nstatus: proposed\n---\n${rest}`, {
      ...same,
      problems: [
        ':4:1 front-matter: This is a second front matter, which most tools take for text: join it with the first one.',
      ],
    });
    check(`---\nstatus: proposed\ndeciders: @maya, jon\n---\n${rest}`, {
      ...same,
      people: { deciders: ['@maya', 'jon'], consulted: [], informed: [], contact: [] },
      problems: [':3:11 yaml-syntax: A value that begins with "@" must stand in quotes in YAML.'],
    });
  });

  it('never runs front matter of another language', () =>
    check('---js\n{ status: process.exit(1) }\n---\n\n# A\n', { title: 'A', supersedes: [] }));

  it('tells of a status that cannot be read, and of no template', () => {
    check('# A\n\n* Status: blue\n', {
      statusText: 'blue',
      problems: [
        ':3:11 unknown-status: The status "blue" cannot be read, so this decision counts as accepted: write proposed, accepted, rejected, deprecated, or superseded by another decision.',
      ],
    });
    check('# A\n\n* Status: [proposed | rejected | accepted]\n', { title: 'A' });
    check('# A\n\n* Status: …\n', { title: 'A' });
  });

  it('governs what its invented keys say', () => {
    const globsOf = (front: string) =>
      readAt('docs/adr/1-a.md', `---\n${front}\n---\n# A\n`).decision.applies?.files?.map(
        ({ glob }) => glob.source,
      );
    assert.deepEqual(globsOf('applies-to: src/payments, "*.ts"'), ['src/payments', '**/*.ts']);
    assert.deepEqual(globsOf('applyTo: ["src/**", ./lib]'), ['src/**', 'lib']);
    assert.deepEqual(globsOf('globs: *.ts'), ['**/*.ts']);
    assert.deepEqual(globsOf('affects: [billing, checkout]'), undefined);
    const { decision } = readAt('docs/adr/1-a.md', '---\nsymbols: [Date.now, fetch]\n---\n# A\n');
    assert.deepEqual(decision.applies?.symbols, ['Date.now', 'fetch']);
  });

  it('is read in time that grows with its length, and says where its front matter is too long', () => {
    const long = (line: string) => line.repeat(Math.ceil(60_000 / line.length));
    for (const line of [
      '# a\n',
      '## Date\n',
      '- Status: x\n',
      '<!--',
      '* supersedes [',
      'ADR-1 ',
      '| a | b |\n',
    ])
      assert.ok(readAt('docs/adr/1-a.md', `# A\n\n## Status\n\n${long(line)}`).decision);
    const { source, decision } = readAt('docs/adr/1-a.md', `---\n${long('a: [\n')}---\n\n# A\n`);
    assert.equal(decision.title, 'A');
    assert.deepEqual(
      problemLines(source.problems).map((each) => each.replace(/^.*:(\d+:\d+) /, '$1 ')),
      ['2:1 too-many-values: The front matter has over 32000 characters, so it is not read.'],
    );
  }).timeout(10_000);

  it('never throws, and every range lies inside', () => {
    const whole =
      '\ufeff---\nstatus: {superseded by [ADR-0005](5.md)}\ndeciders: @a, b\nfiles: *.ts\n---\n---\nx: [\n---\n# 1. A\n\n| Date | 1 |\n* Status: x\n## Status\n\nReplaces ADR-3.\n```\n## Links\n\n- Supersedes 4\n<!-- # c -->\n';
    const line = fc.constantFrom(...whole.split('\n'), '', '  - a', '{', '"', 'applies-to: [');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(400), fc.nat(400), (lines, from, length) => {
        const text = lines.join('\n').slice(from % 60) + whole.slice(from, from + length);
        if (text.trim() === '') return;
        const { source, decision } = readAt('docs/adr/0001-a.md', `x${text}`.slice(1));
        const last = text.split('\n').length;
        for (const { range } of [decision, ...decision.links, ...decision.supersedes, ...source.problems])
          assert.ok(range.end.line < last && range.start.line <= range.end.line);
      }),
    );
  });
});

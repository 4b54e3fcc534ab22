import assert from 'node:assert/strict';
import { decisionModels } from '../../../src/core/authoring/decisionModels';
import { nextDecision } from '../../../src/core/authoring/decisionPlace';
import { captureIn } from './captureIn';

const decision = { kind: 'decision', title: 'Write once' } as const;

/** A decision about one line of code beside records; what is given is their files. */
function write(files: string, title = decision.title): Promise<string> {
  return captureIn(`${files}//- /src/a.ts\nlet a;\n‹write(a);›\n`, { kind: 'decision', title });
}

describe('code that becomes a decision', () => {
  it('is MADR where there is none', async () => {
    assert.equal(
      await write(''),
      `docs/decisions/0001-write-once.md (new)
---
status: proposed
date: 2026-06-15
decision-makers:
---

# Write once

## Context and Problem Statement

$0

The code: [src/a.ts, line 2](../../src/a.ts#L2)

## Considered Options

## Decision Outcome

### Consequences
`,
    );
    assert.match(
      await captureIn('//- /a.ts\n‹f(a);›\n', { kind: 'decision' }),
      /^docs\/decisions\/0001-how-we-write-f-a\.md/,
    );
  });

  it('is as adr-tools writes, with the next number and as many digits', async () => {
    const record = decisionModels.adrTools
      .replace('# 0.', '# 9.')
      .replace('Accepted', 'Accepted\n\nSupersedes [8. x](0008-x.md)');
    assert.equal(
      await write(`//- /doc/adr/0008-x.md\n# 8. X\n//- /doc/adr/0009-old.md\n${record}`),
      `doc/adr/0010-write-once.md (new)
# 10. Write once

Date: 2026-06-15

## Status

Proposed

## Context

$0

The code: [src/a.ts, line 2](../../src/a.ts#L2)

## Decision

## Consequences
`,
    );
    assert.match(
      await write('//- /.adr-dir\narchitecture/records\n'),
      /^architecture\/records\/0001-write-once\.md \(new\)\n# 1\. Write once\n\nDate: 2026-06-15\n/,
    );
  });

  it('is as log4brains writes, with its day', async () => {
    const text = await write('//- /.log4brains.yml\nproject:\n  adrFolder: ./docs/adr\n');
    assert.match(
      text,
      /^docs\/adr\/20260615-write-once\.md \(new\)\n# Write once\n\n- Status: proposed\n- Date: 2026-06-15\n\n## Context/,
    );
    const record = decisionModels.log4brains.replace('- Date', '- Deciders: @maya, @jon\n- Date');
    const next = await write(`//- /docs/adr/20260101-old.md\n${record}`);
    assert.match(
      next,
      /^docs\/adr\/20260615-write-once\.md \(new\)\n# Write once\n\n- Status: proposed\n- Deciders:\n- Date: 2026-06-15\n/,
    );
  });

  it('has the keys of the front matter that are there', async () => {
    const record = `---
id: ADR-007
title: 'Old'
# what became of it
status: "Accepted"
date: 2026-01-01
deciders:
  - "@maya"
files: [src/**]
---

# ADR-007: Old

Something about it.

## 1. Context

Because.

## 2. The lake

Wide.

## 3. Decision
`;
    assert.equal(
      await write(`//- /docs/adr/ADR-007-old.md\n${record}`),
      `docs/adr/ADR-008-write-once.md (new)
---
id: ADR-008
title: Write once
status: "Proposed"
date: 2026-06-15
deciders:
files: "**/*.ts"
---

# ADR-008: Write once

## 1. Context

$0

The code: [src/a.ts, line 2](../../src/a.ts#L2)

## 3. Decision
`,
    );
  });

  it('has the headings that most records have, in their language', async () => {
    const record = (title: string, own: string) =>
      `# ${title}\r\n\r\n* Status: Akzeptiert\r\n\r\n## Kontext\r\n\r\nA.\r\n\r\n## Kosten\r\n\r\nB.\r\n\r\n## ${own}\r\n\r\n## Entscheidung\r\n`;
    const text = await write(
      `//- /docs/adr/0001-a.md\n${record('A', 'Kafka')}//- /docs/adr/0002-b.md\n${record('B', 'Rabbit')}`,
    );
    assert.equal(text.replace(/^.*\n/, '').replaceAll('\r\n', '').includes('\n'), false);
    assert.deepEqual(
      [...text.matchAll(/^#+ .*$/gm)].map(([heading]) => heading.trim()),
      ['# Write once', '## Kontext', '## Kosten', '## Entscheidung'],
    );
    assert.match(text, /\* Status: Proposed\r\n/);
  });

  it('is beside the records that are nearest to the code', async () => {
    const text = await captureIn(
      '//- /docs/adr/0001-a.md\n# A\n## Context\n//- /api/docs/adr/0041-b.md\n# B\n## Context\n//- /api/src/a.ts\n‹f();›\n',
      decision,
    );
    assert.match(
      text,
      /^api\/docs\/adr\/0042-write-once\.md \(new\)\n# Write once\n\n## Context\n\n\$0\n\nThe code: \[api\/src\/a\.ts, line 1\]\(\.\.\/\.\.\/src\/a\.ts#L1\)\n$/,
    );
  });

  it('is MADR where the newest record has no form that can be told', async () => {
    assert.match(
      await write('//- /docs/adr/0001-a.md\nWe decided.\n'),
      /^docs\/adr\/0002-write-once\.md \(new\)\n---\nstatus: proposed\n/,
    );
  });

  it('leads to its code, whatever the name is', async () => {
    const text = await captureIn('//- /src/a (b) #1%.ts\n‹f();\ng();›\n', decision);
    assert.match(
      text,
      /The code: \[src\/a \(b\) #1%\.ts, lines 1 to 2\]\(\.\.\/\.\.\/src\/a%20%28b%29%20%231%25\.ts#L1-L2\)/,
    );
  });
});

describe('the name of the next decision', () => {
  const next = (...names: string[]) =>
    nextDecision(names, { title: 'Write once', today: '2026-06-15', model: 'madr' }).name;

  it('goes on as those that are there', () => {
    assert.equal(next(), '0001-write-once.md');
    assert.equal(next('0009-a.md', '0010-b.md', 'template.md', 'index.md'), '0011-write-once.md');
    assert.equal(next('1-a.md', '9-b.md'), '10-write-once.md');
    assert.equal(next('adr_003_of_old.markdown'), 'adr_004_write_once.markdown');
    assert.equal(next('2025-01-01-a.md', '2025-02-01-b.md'), '2026-06-15-write-once.md');
    assert.equal(next('errors.md'), 'write-once.md');
    assert.equal(next('write-once.md'), 'write-once-2.md');
  });
});

import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

/** The file that is offered for the decision of the philosophy in `.leadlight/g.yaml`, as `uri` and text. */
async function offered(decision: string, others = '') {
  const { service, open } = await openFixture(
    `//- /.leadlight/g.yaml\nphilosophies:\n  - { id: a, title: "Errors *carry* context", why: W., decision: ${decision} }\n${others}`,
  );
  await service.settled();
  const document = await open('.leadlight/g.yaml');
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const actions = await service.authoring.fixes(document, whole, service.problems());
  return actions.flatMap((action) =>
    'uri' in action ? [{ title: action.title, uri: action.uri, text: action.text }] : [],
  );
}

describe('a decision that an entry names and that is not there', () => {
  it('is begun as MADR has it where there is none yet', async () => {
    assert.deepEqual(await offered('docs/decisions/0001-wrap-errors.md'), [
      {
        title: 'Create docs/decisions/0001-wrap-errors.md',
        uri: 'file:///w/docs/decisions/0001-wrap-errors.md',
        text: `---
status: proposed
date: 2026-06-15
decision-makers:
---

# Wrap errors

## Context and Problem Statement



Errors \\*carry\\* context (.leadlight/g.yaml)

## Considered Options

## Decision Outcome

### Consequences
`,
      },
    ]);
  });

  it('is begun as the others in its folder are', async () => {
    const [file] = await offered(
      'doc/adr/0008-wrap-errors.md',
      '//- /doc/adr/0007-old.md\n# 7. Old\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nIt was.\n\n## Decision\n\nSo.\n',
    );
    assert.match(
      file?.text ?? '',
      /^# 8\. Wrap errors\n\nDate: 2026-06-15\n\n## Status\n\nProposed\n\n## Context\n/,
    );
    assert.doesNotMatch(file?.text ?? '', /It was|So\./);
  });

  it('is not offered where it is there, elsewhere, or no record', async () => {
    assert.deepEqual(await offered('docs/a.md', '//- /docs/a.md\n# A\n'), []);
    assert.deepEqual(await offered('../docs/a.md'), []);
    assert.deepEqual(await offered('https://example.com/a.md'), []);
    assert.deepEqual(await offered('docs/a.txt'), []);
    assert.deepEqual(await offered('ADR-0007'), []);
  });
});

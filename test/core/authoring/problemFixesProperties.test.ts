import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isYamlSyntax } from '../../../src/core/guidance/problemCodes';
import { changed, readAs } from '../../../src/core/authoring/fixInput';
import { problemFixes } from '../../../src/core/authoring/problemFixes';
import { assembleGuidance } from '../../../src/core/guidance/guidance';

const yaml = `# Ours
philosophies:
  - id: errors-carry-context # kept
    title: "Errors: carry context"
    why: |
      Because of Ümläuts 😀.
    applies: { files: ["src/**/*.{ts,tsx}", '*.js'], text: 'a\\(b' }
    exceptions:
      - files: src/legacy/**
        until: 2020-01-01
      # not for long
      - { files: b, until: 2020-01-01 }
  - { id: b, title: B, why: W., exceptions: [{ files: a, until: 2020-01-01 }], level: hint }
areas:
  - name: Pay
    files: [src/**]
    lead: "@maya"
    ask: "#pay"
`;
const page = `---
exceptions:
  - { files: a, until: 2020-01-01 }
owner: "@maya"
---

# A page

## Why

Because.
`;

const folder = 'file:///w/';

/** A text with some characters taken out or put in, and cut somewhere. */
const edited = (text: string) =>
  fc
    .tuple(
      fc.array(
        fc.tuple(
          fc.nat(text.length),
          fc.constantFrom(
            '',
            '',
            '',
            '\n',
            '\r\n',
            '  ',
            '\t',
            '-',
            ':',
            '"',
            "'",
            '*',
            '@',
            '[',
            '{',
            '#',
            '&a',
            '<<<<<<<',
            '😀',
            '---\n',
          ),
          fc.nat(3),
        ),
        { maxLength: 3 },
      ),
      fc.option(fc.nat(text.length), { freq: 4 }),
      fc.boolean(),
    )
    .map(([edits, cut, isCrLf]) => {
      const now = edits.reduce(
        (at, [offset, added, removed]) => at.slice(0, offset) + added + at.slice(offset + removed),
        text,
      );
      const whole = now.slice(0, cut ?? now.length);
      return isCrLf ? whole.replaceAll('\n', '\r\n') : whole;
    });

describe('quick fixes of texts with random edits', () => {
  for (const [kind, text, uri] of [
    ['leadlight', yaml, `${folder}.leadlight/g.yaml`],
    ['philosophy', page, `${folder}.leadlight/a.md`],
  ] as const) {
    it(`are found without a fault, and mend what they say in ${kind === 'leadlight' ? 'YAML' : 'Markdown'}`, () => {
      let offered = 0;
      fc.assert(
        fc.property(edited(text), (now) => {
          const document = TextDocument.create(uri, 'yaml', 1, now);
          const input = { document, kind, folder, guidance: assembleGuidance(folder, []) };
          const source = readAs(now, input);
          const guidance = assembleGuidance(folder, [{ source, rank: 0 }]);
          const expired = source.entries.flatMap((entry) =>
            entry.kind !== 'philosophy'
              ? []
              : entry.exceptions.map((_, index) => ({
                  code: 'expired-exception' as const,
                  severity: 'info' as const,
                  message: '',
                  uri,
                  range: entry.parts.range(['exceptions', index, 'until']),
                })),
          );
          for (const problem of [...source.problems, ...expired]) {
            for (const { change, blank = 0 } of problemFixes(problem, { ...input, guidance })) {
              offered++;
              assert.ok(
                change.start <= change.end && change.end <= now.length && blank <= change.text.length,
              );
              const after = readAs(changed(now, change), input);
              const count = (code: string, problems = after.problems) =>
                problems.filter((each) => each.code === code).length;
              // Quotes may show what the break has hidden.
              if (isYamlSyntax(problem.code)) continue;
              assert.ok(
                count(problem.code) <= count(problem.code, source.problems),
                JSON.stringify([now, change]),
              );
              assert.ok(source.broken || !after.broken);
            }
          }
        }),
        { numRuns: 150 },
      );
      assert.ok(offered > 10, String(offered));
    });
  }
});

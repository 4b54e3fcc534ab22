import assert from 'node:assert/strict';
import fc from 'fast-check';
import { semgrepFormat } from '../../../../src/core/guidance/formats/ruleFiles';
import { createCompilers } from '../../../../src/core/match/compilers';
import { openFixture, problemLines } from '../../workspace';

const rules = `
//- /sgconfig.yml
ruleDirs: [lint]
//- /lint/deep/no-eval.yml
id: no-eval
language: TypeScript
severity: warning
message: Do not call eval. It runs anything.
note: |
  We had an incident: see the *report*.
url: https://example.com/eval
files: ["src/**"]
ignores: ["src/old/**"]
rule: { pattern: eval($A) }
---
id: plain
language: TypeScript
message: Nothing more to say
rule: { pattern: x }
//- /lint/values.yml
id: not a rule
//- /rules/none.yml
id: no-config
message: No sgconfig names this folder.
note: Not read.
rule: { pattern: x }
//- /.semgrep/web.yaml
rules:
  - id: cookies
    message: >-
      Cookies need a flag. Without it
      scripts read them.
    metadata:
      references: [https://example.com/cookies, "javascript:alert(1)"]
    paths: { include: ["*.ts"], exclude: [test] }
    pattern: $X
    languages: [typescript]
    severity: ERROR
//- /.semgrep/web.test.yaml
rules: [{ id: no, message: x }]
//- /src/a.ts
$0eval(b);
//- /src/old/a.ts
eval(b);
//- /test/a.ts
eval(b);
`;

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };

async function hovered(path: string, source: string, code: string) {
  const { service, open } = await openFixture(rules);
  const document = await open(path);
  service.setFindings(document.uri, [{ range, source, code }]);
  return service.documents.hover(document, range.start)?.cards.map(({ markdown }) => markdown) ?? [];
}

describe('rules that people have explained', () => {
  it('are read beside their configuration, each once', async () => {
    const { service } = await openFixture(rules);
    assert.deepEqual(
      service.guidance()[0]!.entries.map(({ id, title }) => [id, title]),
      [
        ['lint-deep-no-eval.no-eval', 'Do not call eval.'],
        ['lint-deep-no-eval.plain', 'Nothing more to say'],
        ['semgrep-web.cookies', 'Cookies need a flag.'],
      ],
    );
    assert.deepEqual(problemLines(service.problems()), []);
  });

  it('stand at the findings of their tool, where there is more to say than it says', async () => {
    assert.deepEqual(await hovered('src/a.ts', 'ast-grep', 'no-eval'), [
      '**Do not call eval.**\n\nDo not call eval. It runs anything.\n\nWe had an incident: see the *report*.\n\n<https://example.com/eval>\n\nFor findings of ast-grep in `src/**`, but not `src/old/**` · also read by ast-grep',
    ]);
    assert.deepEqual(await hovered('src/a.ts', 'Semgrep', 'semgrep.web.cookies'), [
      '**Cookies need a flag.**\n\nCookies need a flag. Without it scripts read them.\n\n<https://example.com/cookies>\n\nFor findings of semgrep in `*.ts`, but not `test` · also read by Semgrep',
    ]);
    assert.deepEqual(await hovered('src/a.ts', 'ast-grep', 'plain'), []);
  });

  it('leave alone what they do', async () => {
    assert.deepEqual(await hovered('src/old/a.ts', 'ast-grep', 'no-eval'), []);
    assert.deepEqual(await hovered('test/a.ts', 'semgrep', 'cookies'), []);
  });

  it('are read whatever is cut out of them, and twice alike', () => {
    const whole = rules.slice(
      rules.indexOf('rules:\n  - id: cookies'),
      rules.indexOf('//- /.semgrep/web.test'),
    );
    const place = { uri: 'file:///w/.semgrep.yml', folder: 'file:///w/', linkBase: 'file:///w/' };
    const run = (text: string) => semgrepFormat.read({ ...place, text, compilers: createCompilers() });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string(), (from, to, put) => {
        const text = whole.slice(0, from) + put + whole.slice(to);
        assert.equal(JSON.stringify(run(text)), JSON.stringify(run(text)));
      }),
    );
  });
});

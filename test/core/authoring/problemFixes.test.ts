import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProblemCode } from '../../../src/core/guidance/problemCodes';
import { changed } from '../../../src/core/authoring/fixInput';
import { openFixture } from '../workspace';

/** What the fixes of a problem make of a source, by their titles; `$0` is where a person goes on. */
async function fixed(code: ProblemCode, text: string, path = '.leadlight/g.yaml') {
  const { service, open } = await openFixture(`//- /src/a.ts\n//- /${path}\n`);
  const source = await open(path);
  const document = TextDocument.create(source.uri, source.languageId, 2, text);
  await service.documentChanged(document);
  await service.settled();
  const problems = service.problems();
  const texts: Record<string, string> = {};
  for (const problem of problems.filter((each) => each.code === code)) {
    if (problem.fix !== undefined) {
      const { range, newText, title } = problem.fix;
      const change = {
        start: document.offsetAt(range.start),
        end: document.offsetAt(range.end),
        text: newText,
      };
      texts[title] = changed(text, change);
    }
    for (const action of await service.authoring.fixes(document, problem.range, [problem])) {
      if (!('change' in action)) continue;
      const { change, blank } = action;
      const newText =
        blank === undefined ? change.text : `${change.text.slice(0, blank)}$0${change.text.slice(blank)}`;
      texts[action.title] = changed(text, { ...change, text: newText });
    }
  }
  return texts;
}

describe('quick fixes of sources', () => {
  describe('put in quotes what YAML misreads', () => {
    const cases: readonly (readonly [written: string, quoted: string])[] = [
      ['files: **/*.ts, src/**', 'files: "**/*.ts, src/**"'],
      ['files: *.{ts,tsx} # all of them', 'files: "*.{ts,tsx}" # all of them'],
      ['files: [*.{ts,tsx}, src/**]', 'files: ["*.{ts,tsx}", src/**]'],
      ['files: [src/**, **/a]', 'files: [src/**, "**/a"]'],
      ['- *.ts', '- "*.ts"'],
      ['lead: @maya', 'lead: "@maya"'],
      ['files: {src,lib}/**', 'files: "{src,lib}/**"'],
      ['ask: #payments', 'ask: "#payments"'],
      ['name: Pay: and be paid', 'name: "Pay: and be paid"'],
      ['name: [Pay] now # soon', 'name: "[Pay] now" # soon'],
      ['lead: "\\w+"', "lead: '\\w+'"],
      ['lead: `maya`', 'lead: "`maya`"'],
    ];
    for (const [written, quoted] of cases) {
      it(written, async () => {
        const around = (line: string) => {
          const key = /^(?:- )?(\w+):/.exec(line)?.[1];
          const list = line.startsWith('- ');
          return [
            'areas:',
            ...(key === 'name' ? [] : ['  - name: Pay']),
            list ? '    files:' : key === 'name' ? `  - ${line}` : `    ${line}`,
            ...(list ? [`      ${line}`] : []),
            ...(key === 'files' || list ? [] : ['    files: src/**']),
            '',
          ].join('\n');
        };
        const syntax = await fixed('yaml-syntax', around(written));
        const type = await fixed('wrong-type', around(written));
        const alias = await fixed('unknown-alias', around(written));
        assert.deepEqual({ ...syntax, ...alias, ...type }, { 'Put it in quotes': around(quoted) });
      });
    }

    it('in the front matter of a page', async () => {
      const page = (glob: string) => `---\napplies: { files: src/** }\nowner: ${glob}\n---\n# A\n\nWhy.\n`;
      assert.deepEqual(await fixed('yaml-syntax', page('@maya'), '.leadlight/a.md'), {
        'Put it in quotes': page('"@maya"'),
      });
    });

    it('not what is right in front of it', async () => {
      const text =
        'philosophies:\n  - id: a\n    title: A\n    why: W.\n    exceptions:\n      - { iles: b }\n  -';
      assert.deepEqual(await fixed('wrong-type', text), {});
    });

    it('not where the syntax would break', async () => {
      assert.deepEqual(await fixed('wrong-type', 'philosophies: 1\n---\n  - files: src/**\n     u'), {});
    });

    it('not where quotes would not mend it', async () => {
      assert.deepEqual(await fixed('yaml-syntax', 'areas:\n  - name: "Pay\n'), {});
      assert.deepEqual(await fixed('wrong-type', 'philosophies: [{ id: a, title: [A], why: W. }]\n'), {});
    });
  });

  describe('add what an entry lacks', () => {
    it('an id, made of the title and new', async () => {
      const text =
        'philosophies:\n  - title: Errors carry context\n    why: W.\n  - { title: A, why: W. }\n  - { id: a, title: B, why: W. }\n';
      assert.deepEqual(await fixed('missing-value', text), {
        'Add id: errors-carry-context': text.replace(
          '- title: Errors',
          '- id: errors-carry-context\n    title: Errors',
        ),
        'Add id: a-2': text.replace('{ title: A', '{ id: a-2, title: A'),
      });
    });

    it('a title, made of the id', async () => {
      const text = 'philosophies:\n  - id: errors-carry-context # ours\n    why: W.\n';
      assert.deepEqual(await fixed('missing-value', text), {
        'Add title: Errors carry context': text.replace(
          '# ours\n',
          '# ours\n    title: "Errors carry context"\n',
        ),
      });
    });

    it('room for the why, behind the title', async () => {
      const text =
        'philosophies:\n  - id: a\n    title: A # one\n    level: hint\n  - { id: b, title: "B" }\n';
      const expected = [
        text.replace('# one\n', '# one\n    why: $0\n'),
        text.replace('title: "B"', 'title: "B", why: "$0"'),
      ];
      const { service, open } = await openFixture(`//- /.leadlight/g.yaml\n${text}`);
      const document = await open('.leadlight/g.yaml');
      const actions = await service.authoring.fixes(
        document,
        { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        service.problems(),
      );
      const texts = actions.flatMap((action) => {
        if (!('change' in action)) return [];
        const { change, blank = 0 } = action;
        const newText = `${change.text.slice(0, blank)}$0${change.text.slice(blank)}`;
        return [changed(text, { ...change, text: newText })];
      });
      assert.deepEqual(texts, expected);
    });

    it('in a file that ends without a line end, and in one with two kinds of them', async () => {
      assert.deepEqual(await fixed('missing-why', 'philosophies:\n  - id: a\n    title: A'), {
        'Add "why"': 'philosophies:\n  - id: a\n    why: $0\n    title: A',
      });
      assert.deepEqual(await fixed('missing-why', 'philosophies:\r\n  - id: a\r\n    title: A\r\n'), {
        'Add "why"': 'philosophies:\r\n  - id: a\r\n    title: A\r\n    why: $0\r\n',
      });
    });

    it('what else is text, and nothing that is not', async () => {
      assert.deepEqual(await fixed('missing-value', 'terms:\n  - term: fee\n'), {
        'Add "means"': 'terms:\n  - term: fee\n    means: $0\n',
      });
      assert.deepEqual(await fixed('missing-value', 'changes:\n  - id: a\n    title: A\n'), {});
    });

    it('in a page: headings', async () => {
      assert.deepEqual(await fixed('missing-why', '# A page\n\n## Do\n\nSo.\n', '.leadlight/a.md'), {
        'Add "## Why"': '# A page\n\n## Why\n\n$0\n\n## Do\n\nSo.\n',
      });
      assert.deepEqual(
        await fixed('missing-value', '---\nlevel: hint\n---\nWhy not.\n', '.leadlight/a-page.md'),
        { 'Add the title "A page"': '---\nlevel: hint\n---\n# A page\n\nWhy not.\n' },
      );
      assert.deepEqual(await fixed('missing-value', '---\nlevel: hint\n---', '.leadlight/a-page.md'), {
        'Add the title "A page"': '---\nlevel: hint\n---\n# A page\n\n',
      });
      assert.deepEqual(await fixed('missing-why', '---\nlevel: hint\n---', '.leadlight/a-page.md'), {
        'Add "## Why"': '---\nlevel: hint\n---\n## Why\n\n$0\n\n',
      });
    });
  });

  describe('remove an exception that has ended', () => {
    const philosophy = (exceptions: string) =>
      `philosophies:\n  - id: a\n    title: A\n    why: W.\n${exceptions}    level: hint # quiet\n`;
    const title = 'Remove the exception';
    const cases: readonly (readonly [what: string, written: string, left: string])[] = [
      [
        'the only one, with its key',
        '    exceptions:\n      # for now\n      - { files: src/**, until: 2026-01-01 }\n',
        '',
      ],
      ['a single mapping', '    exceptions: { files: src/**, until: 2026-01-01 } # old\n', ''],
      [
        'one of several, with what is said about it',
        '    exceptions:\n      - files: a\n        until: 2027-01-01\n      # for now\n      - files: b\n        until: 2026-01-01\n      - files: c\n',
        '    exceptions:\n      - files: a\n        until: 2027-01-01\n      - files: c\n',
      ],
      [
        'one in brackets',
        '    exceptions: [{ files: a, until: 2026-01-01 }, { files: b }]\n',
        '    exceptions: [{ files: b }]\n',
      ],
      [
        'the last in brackets',
        '    exceptions: [{ files: b }, { files: a, until: 2026-01-01 }]\n',
        '    exceptions: [{ files: b }]\n',
      ],
    ];
    for (const [what, written, left] of cases)
      it(what, async () =>
        assert.deepEqual(await fixed('expired-exception', philosophy(written)), {
          [title]: philosophy(left),
        }),
      );

    it('in a mapping in braces, and in front matter', async () => {
      const braces = (rest: string) => `philosophies: [{ id: a, title: A, why: W.${rest} }]\n`;
      assert.deepEqual(
        await fixed('expired-exception', braces(', exceptions: { files: a, until: 2026-01-01 }')),
        { [title]: braces('') },
      );
      const page = (keys: string) => `---\n${keys}level: hint\n---\n# A\n\nWhy.\n`;
      const exceptions = 'exceptions:\n  - files: a\n    until: 2026-01-01\n';
      assert.deepEqual(await fixed('expired-exception', page(exceptions), '.leadlight/a.md'), {
        [title]: page(''),
      });
    });
  });

  it('change an id, a tag, a value and a key to what was probably meant', async () => {
    const text = 'markers: [{ tag: FIXEM, means: M., level: hnt }]\ndisable: fixm\nignroe: a\n';
    assert.deepEqual(
      {
        ...(await fixed('unknown-tag', text)),
        ...(await fixed('unknown-value', text)),
        ...(await fixed('unknown-key', text)),
        ...(await fixed('unknown-id', text)),
      },
      {
        'Change to "FIXME"': text.replace('FIXEM', 'FIXME'),
        'Change to "hint"': text.replace('hnt', 'hint'),
        'Change to "ignore"': text.replace('ignroe', 'ignore'),
        'Change to "fixem"': text.replace('fixm', 'fixem'),
      },
    );
  });
});

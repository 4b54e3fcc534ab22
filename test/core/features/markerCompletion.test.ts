import assert from 'node:assert/strict';
import { openFixture } from '../workspace';

const guidance = `//- /.leadlight/a.yaml
markers:
  - { tag: TODO, aliases: ["@todo"], means: Later., require: [due], expires: 90d, markdown: prose }
  - { tag: NOTE, means: Read this., markdown: headings }
  - { tag: eslint-disable, kind: suppression, means: Silenced. }
areas:
  - { name: Prices, files: "*.ts", lead: "@ines", delegate: "@jon" }
  - { name: Elsewhere, files: "else/**", lead: "@tomasz" }
//- /CODEOWNERS
* @maya
`;

/** What is offered at `$0`, in order: `what would stand in the place of the typed word`. */
async function offered(code: string, path = 'a.ts', me: readonly string[] = ['@me']): Promise<string> {
  const { service, document, offset } = await openFixture(`${guidance}//- /${path}\n${code}\n`);
  return service.documents
    .complete(document, document.positionAt(offset), me)
    .map(({ text, start, end }) => {
      assert.equal(end, offset);
      return `${document.getText().slice(0, start).split('\n').at(-1)}${text}`.replace(/^.*TODO/, '…');
    })
    .join('  ');
}

const offers = (code: string, expected: string, path?: string) => async () =>
  assert.equal(await offered(code, path), expected);

const dates = '2026-09-13  …(2026-06-22  …(2026-07-15';
const costs = '~1h  …(~1d  …(~1w';

describe('completion in a marker', () => {
  it(
    'offers every part in brackets, what is required first, and who is near before who is not',
    offers('// TODO($0', `…(${dates}  …(@ines  …(@me  …(@jon  …(@maya  …(@tomasz  …(#  …(${costs}`),
  );
  it('offers owners behind an @', offers('// TODO(@$0): x', '…(@ines  …(@me  …(@jon  …(@maya  …(@tomasz'));
  it('offers owners behind the tag', offers('// TODO @i$0', '… @ines'));
  it('offers owners without their sign', offers('// TODO(to$0)', '…(@tomasz'));
  it(
    'offers no part twice',
    offers(
      '// TODO(@ines, 2026-09-01, #12, $0)',
      '…(@ines, 2026-09-01, #12, ~1h  …(@ines, 2026-09-01, #12, ~1d  …(@ines, 2026-09-01, #12, ~1w',
    ),
  );
  it(
    'offers no owner behind one before somebody begins with it',
    offers(
      '// TODO(@ines, $0)',
      `…(@ines, ${dates.replaceAll('(', '(@ines, ')}  …(@ines, #  …(@ines, ${costs.replaceAll('(', '(@ines, ')}`,
    ),
  );
  it('offers one more owner', offers('// TODO(@ines, @to$0)', '…(@ines, @tomasz'));
  it('offers a day once', async () => {
    const text =
      '//- /.leadlight/a.yaml\nmarkers: [{ tag: TODO, means: Later., expires: 30d }]\n//- /a.ts\n// TODO(20$0)\n';
    const { service, document, offset } = await openFixture(text);
    const days = service.documents
      .complete(document, document.positionAt(offset), [])
      .map((each) => each.text);
    assert.deepEqual(days, ['2026-07-15', '2026-06-22']);
  });
  it('offers dates by their beginning', offers('// TODO(@ines, 2026-09$0)', '…(@ines, 2026-09-13'));
  it('offers the sign of an issue, and no number', async () => {
    assert.equal(await offered('// TODO(#$0)'), '…(#');
    assert.equal(await offered('// TODO(#1$0)'), '');
  });
  it('says what a value means', async () => {
    const { service, document, offset } = await openFixture(`${guidance}//- /a.ts\n// TODO($0\n`);
    const details = service.documents
      .complete(document, document.positionAt(offset), [])
      .map(({ detail }) => detail);
    assert.deepEqual(details.slice(0, 5), [
      'in 90d, as agreed here',
      'in a week',
      'in 30 days',
      'leads Prices',
      'stands in at Prices',
    ]);
  });
  it('is silent behind the brackets and in the text', async () => {
    assert.equal(await offered('// TODO(@ines)$0: x'), '');
    assert.equal(await offered('// TODO: ask ($0'), '');
    assert.equal(await offered('// TODO: ask @$0'), '');
  });
  it('works in a block comment that is not closed', offers('/* TODO(@t$0', '…(@tomasz'));
  it('does not stall on a line without end', async function () {
    this.timeout(5_000);
    for (const filler of ['a', ' ', ',', '(', 'TODO(', '// TODO('])
      for (const end of ['', 'TO', '@i', ')']) await offered(`// TODO(${filler.repeat(30_000)}${end}$0`);
  });
  it('is silent in code and in strings', async () => {
    assert.equal(await offered('const a = TODO($0);'), '');
    assert.equal(await offered('const a = "TODO($0";'), '');
    assert.equal(await offered('/* x */ TODO($0'), '');
  });
});

describe('completion of a tag', () => {
  it('offers the tags that begin so, in any case, with the team’s among them', async () => {
    assert.equal(await offered('// to$0'), '…');
    assert.equal(await offered('// NO$0'), '// NOTE');
    assert.equal(await offered('/**\n * FI$0\n */'), ' * FIXME');
    assert.equal(await offered('// @to$0'), '// @todo');
    assert.equal(await offered('# HA$0', 'a.py'), '# HACK');
  });
  it('offers a suppression only where a team wrote about it', async () => {
    assert.equal(await offered('// esl$0'), '// eslint-disable');
    assert.equal(await offered('// NOS$0'), '');
  });
  it('says what they mean', async () => {
    const { service, document, offset } = await openFixture(`${guidance}//- /a.ts\n// T$0\n`);
    assert.deepEqual(
      service.documents.complete(document, document.positionAt(offset), []).map(({ detail }) => detail),
      ['Later.'],
    );
  });
  it('offers in Markdown what a team looks for there', async () => {
    assert.equal(await offered('# NO$0', 'a.md'), '# NOTE');
    assert.equal(await offered('NO$0\n===', 'a.md'), 'NOTE');
    assert.equal(await offered('# TO$0', 'a.md'), '…');
    assert.equal(await offered('a\n\n- [ ] to$0', 'a.md'), '…');
    assert.equal(await offered('- TODO(@t$0', 'a.md'), '…(@tomasz');
    assert.equal(await offered('<!-- FI$0', 'a.md'), '<!-- FIXME');
    for (const code of ['NO$0', '# FI$0', '# a TO$0', '# a // TO$0', '`TO$0', '```\nTO$0', 'NOTE(@t$0'])
      assert.equal(await offered(code, 'a.md'), '', code);
  });
  it('is silent without a letter, in a sentence, in code and in strings', async () => {
    for (const code of ['// $0', '// a TO$0', 'TO$0', '"TO$0"', '`// TO$0`'])
      assert.equal(await offered(code), '', code);
  });
});

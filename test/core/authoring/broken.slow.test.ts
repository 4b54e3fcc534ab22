import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completeSource } from '../../../src/core/authoring/completeSource';
import { keyHover } from '../../../src/core/authoring/keyHover';
import type { Known } from '../../../src/core/authoring/known';
import { assembleGuidance } from '../../../src/core/guidance/guidance';
import { fileListOf } from '../../../src/core/guidance/fileList';
import { createCompilers } from '../../../src/core/match/compilers';
import { createService } from '../../../src/core/service';
import { memoryHost, rootUri } from '../memoryHost';
import { oddSigns, readSample, type Sample, samples } from './samples';

const runs = 2_000;
const compilers = createCompilers();

const known: Known = {
  uri: `${rootUri}.leadlight/team.yaml`,
  line: 0,
  folder: '',
  folderUri: rootUri,
  guidance: assembleGuidance(rootUri, []),
  files: fileListOf(['docs/a.md', 'src/a.ts', 'src/b/c.ts']),
  today: '2026-11-23',
  owners: [{ handle: '@maya', why: 'you' }],
  modules: new Map([['moment', '']]),
  symbols: new Map([['Date.now', '']]),
  runs: { commands: [{ run: 'npm test', from: 'package.json' }], tools: [] },
  diagnostics: ['eslint/no-console'],
};

/** A sample in one of its spellings. */
const sample = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '\ufeff', '# 🚀\n'),
  )
  .map(([each, lineEnd, head]): Sample => ({
    ...each,
    text: `${head}${each.text}`.replaceAll('\n', lineEnd),
  }));
const part = fc.double({ min: 0, max: 1, noNaN: true });

const broken: Readonly<Record<string, fc.Arbitrary<Sample>>> = {
  'lacks one character': fc.tuple(sample, part).map(([each, share]) => {
    const at = Math.floor(share * each.text.length);
    return { ...each, text: `${each.text.slice(0, at)}${each.text.slice(at + 1)}` };
  }),
  'ends at a line end': fc.tuple(sample, part).map(([each, share]) => {
    const ends = [...each.text.matchAll(/\r\n?|\n|$/g)];
    return { ...each, text: each.text.slice(0, ends[Math.floor(share * (ends.length - 1))]!.index) };
  }),
  'is cut anywhere': fc.tuple(sample, part, part).map(([each, a, b]) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)].map((share) => Math.floor(share * each.text.length));
    return { ...each, text: each.text.slice(from, to) };
  }),
  'has something else in it': fc
    .tuple(sample, part, fc.constantFrom(...oddSigns))
    .map(([each, share, what]) => {
      const at = Math.floor(share * each.text.length);
      return { ...each, text: `${each.text.slice(0, at)}${what}${each.text.slice(at)}` };
    }),
};

describe('a source that is broken', function () {
  this.timeout(300_000);

  for (const [name, texts] of Object.entries(broken)) {
    it(`is completed, hovered and read where it ${name}`, () => {
      let offered = 0;
      fc.assert(
        fc.property(texts, part, (each, share) => {
          offered += checkAt(each, Math.floor(share * each.text.length));
          checkAt(each, each.text.length);
          readSample(each, each.text, compilers);
        }),
        { numRuns: runs },
      );
      assert.ok(offered > runs, 'something is offered in many places');
    });
  }

  it('is served, and answers to requests of the same moment', async () => {
    const host = memoryHost();
    const service = createService({ host });
    await service.setFolders([rootUri]);
    let version = 1;
    await fc.assert(
      fc.asyncProperty(fc.oneof(...Object.values(broken)), part, async ({ path, text }, share) => {
        const document = TextDocument.create(`${rootUri}${path}`, 'yaml', version++, text);
        const position = document.positionAt(Math.floor(share * text.length));
        void service.documentChanged(document);
        await service.authoring.complete(document, position, []);
        await service.authoring.hover(document, position);
        await service.settled();
        for (const { range } of service.problems()) {
          assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end));
          assert.deepEqual(document.positionAt(document.offsetAt(range.end)), range.end);
        }
      }),
      { numRuns: 300 },
    );
    service.dispose();
  });

  it('answers where it is as large as a source may be', () => {
    for (const { kind, text } of samples) {
      const large = text.repeat(Math.ceil((512 * 1024) / text.length));
      for (const share of [0, 0.3, 0.7, 1]) checkAt({ kind, text: large }, Math.floor(share * large.length));
    }
    for (const sign of [
      '[',
      '{',
      '- ',
      'a: ',
      '"',
      "'",
      '&a ',
      '{a: [',
      '\n',
      ' ',
      '#',
      '- a:\n',
      '```yaml\n',
      '## a\n',
    ])
      for (const kind of ['leadlight', 'walkthrough'] as const) {
        const text = `---\n${sign.repeat((512 * 1024) / sign.length)}`;
        checkAt({ kind, text }, text.length);
        checkAt({ kind, text }, text.length >> 1);
      }
  });
});

/** How many things are offered at an offset; what they replace is around it, on its line, and no half character. */
function checkAt({ kind, text }: Pick<Sample, 'kind' | 'text'>, offset: number): number {
  const offered = completeSource({ text, kind, offset }, known);
  for (const { start, end, label } of offered) {
    assert.ok(
      0 <= start && start <= offset && offset <= end && end <= text.length,
      `${label}: ${start} to ${end}`,
    );
    assert.doesNotMatch(text.slice(start, end), /[\r\n]/, label);
    for (const at of [start, end]) assert.ok(at === offset || !isInCharacter(text, at), label);
  }
  const hover = keyHover({ text, kind, offset });
  if (hover !== undefined) {
    assert.ok(hover.start <= offset && offset <= hover.end);
    assert.match(text.slice(hover.start, hover.end), /^[\w-]+$/);
  }
  return offered.length;
}

function isInCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { completeSource } from '../../../src/core/authoring/completeSource';
import { keyHover } from '../../../src/core/authoring/keyHover';
import type { Known } from '../../../src/core/authoring/known';
import type { ProblemAction } from '../../../src/core/authoringFixes';
import { assembleGuidance } from '../../../src/core/guidance/guidance';
import { fileListOf } from '../../../src/core/guidance/fileList';
import { createCompilers } from '../../../src/core/match/compilers';
import { createService } from '../../../src/core/service';
import { memoryHost, rootUri } from '../memoryHost';
import { oddSigns, readSample, type Sample, samplesAndAliases } from './samples';

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
    fc.constantFrom(...samplesAndAliases),
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

  it('is served, and answers to every request of the same moment', async () => {
    const host = memoryHost('//- /src/a.ts\nf(Date.now());\n');
    const service = createService({ host });
    await service.setFolders([rootUri]);
    const { authoring } = service;
    const code = TextDocument.create(`${rootUri}src/a.ts`, 'typescript', 1, 'f(Date.now());\n');
    let version = 1;
    await fc.assert(
      fc.asyncProperty(fc.oneof(...Object.values(broken)), part, async ({ path, text }, share) => {
        const document = TextDocument.create(`${rootUri}${path}`, 'yaml', version++, text);
        const position = document.positionAt(Math.floor(share * text.length));
        const here = { start: position, end: position };
        const { navigation, lenses } = authoring;
        void service.documentChanged(document);
        await authoring.complete(document, position, []);
        await authoring.hover(document, position);
        await service.settled();
        const problems = service.problems();
        assertInside(
          document,
          problems.filter(({ uri }) => uri === document.uri).map(({ range }) => range),
        );
        authoring.preview(document, position);
        for (const { change } of (await authoring.fixes(document, here, problems)).filter(isChange))
          assert.ok(0 <= change.start && change.start <= change.end && change.end <= text.length);
        const [definition, references, renamed] = await Promise.all([
          navigation.definition(document, position),
          navigation.references(document, position, { withDefinition: true }),
          navigation.rename(document, position, 'another-name'),
        ]);
        await navigation.prepareRename(document, position);
        const edits = renamed === undefined || 'refused' in renamed ? [] : renamed;
        const places = [...(definition?.places ?? []), ...references, ...edits];
        for (const { uri } of places) assert.ok(uri.startsWith(rootUri), uri);
        assertInside(document, [
          ...places.filter(({ uri }) => uri === document.uri).map(({ range }) => range),
          ...navigation.links(document).map(({ range }) => range),
          ...navigation.outline(document).map(({ range }) => range),
          ...lenses.lenses(document).map(({ range }) => range),
        ]);
        navigation.folds(document);
        navigation.selections(document, [position]);
        for (const { about } of lenses.lenses(document)) {
          await lenses.title(about);
          await lenses.places(about);
        }
        await authoring.capture.capture(
          code,
          { start: { line: 0, character: 2 }, end: { line: 0, character: 10 } },
          { kind: 'philosophy', as: 'avoid' },
        );
      }),
      { numRuns: 200 },
    );
    service.dispose();
  });

  it('answers where it is as large as a source may be', () => {
    for (const { kind, text } of samplesAndAliases) {
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

/** From a beginning to an end, and both where the text has characters. */
function assertInside(document: TextDocument, ranges: readonly Range[]): void {
  for (const { start, end } of ranges) {
    assert.ok(document.offsetAt(start) <= document.offsetAt(end));
    assert.deepEqual(document.positionAt(document.offsetAt(end)), end);
  }
}

function isChange(action: ProblemAction): action is Extract<ProblemAction, { readonly change: unknown }> {
  return 'change' in action;
}

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
    assert.match(text.slice(hover.start, hover.end), /^(?:##[ \t].+|[\w-]+)$/);
  }
  return offered.length;
}

function isInCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

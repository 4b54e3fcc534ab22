import assert from 'node:assert/strict';
import { createCompilers } from '../../src/core/match/compilers';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import { readCodeowners } from '../../src/core/guidance/owners/codeownersSource';
import { readLeadlight } from '../../src/core/guidance/leadlight';
import type { Source } from '../../src/core/guidance/model';
import { readPhilosophyMarkdown } from '../../src/core/guidance/philosophyMarkdown';
import { createService } from '../../src/core/service';
import { largeMistakes } from './guidance/largeMistakes';
import { memoryHost, rootUri } from './memoryHost';

interface Sample {
  /** Where it is put to be read, relative to the workspace folder. */
  readonly path: string;
  readonly bytes: Buffer;
}

const workspaces = new URL('../workspaces/', import.meta.url);
const shared = new URL('../../../shared/samples/', import.meta.url);
const own = [...samplesIn(new URL('shop/', workspaces)), ...samplesIn(new URL('edge/', workspaces))];
const foreign = existsSync(shared) ? samplesIn(shared) : [];

/** Longer samples are cut at random places only: there are enough line ends in the others. */
const longest = 6_000;

describe('guidance that is cut off', function () {
  this.timeout(120_000);

  it('is there to be cut', () => {
    for (const kind of [/\.yaml$/, /\.md$/, /CODEOWNERS$/])
      assert.ok(own.some(({ path }) => kind.test(path)));
  });

  for (const [name, samples] of Object.entries({ own, foreign })) {
    it(`is read at every line end: ${name}`, function () {
      if (samples.length === 0) this.skip();
      for (const { path, bytes } of samples.filter((sample) => sample.bytes.length <= longest)) {
        const text = bytes.toString('utf8');
        for (const { index } of text.matchAll(/$|\n/gm)) assert.ok(read(path, text.slice(0, index)).problems);
      }
    });
  }

  it('is served at random bytes', () => {
    const samples = [...own, ...foreign];
    return fc.assert(
      fc.asyncProperty(
        fc.nat(samples.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (index, part) => {
          const { path, bytes } = samples[index]!;
          await serve(path, bytes.subarray(0, Math.floor(part * bytes.length)));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is read where it is too deep', () => {
    const texts = largeMistakes.map(({ text }) => text());
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
        read('.leadlight/deep.yaml', text.slice(0, Math.floor(part * text.length)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('guidance that fills a file', function () {
  this.timeout(120_000);
  const entry = 'philosophies:\n  - id: p\n    title: T\n    why: W.\n';
  const cases: readonly { name: string; head: string; line: string; codes: string; entries: string }[] = [
    { name: 'unknown sections', head: entry, line: 'k%: 1\n', codes: 'too-many-values', entries: 'p' },
    { name: 'unknown keys', head: entry, line: '    k%: 1\n', codes: 'too-many-values', entries: 'p' },
    {
      name: 'list values',
      head: `${entry}    tags:\n`,
      line: '      - t%\n',
      codes: 'too-many-values',
      entries: 'p',
    },
    {
      name: 'aliases',
      head: `${entry}    tags: &t [a]\nextends:\n`,
      line: '- *t\n',
      codes: 'too-many-values',
      entries: 'p',
    },
    { name: 'comments', head: entry, line: '    # %\n', codes: '', entries: 'p' },
    { name: 'blank lines', head: entry, line: ' \n', codes: '', entries: 'p' },
  ];
  for (const { name, head, line, codes, entries } of cases) {
    it(`is read where it is ${name}`, () => {
      let text = head;
      for (let number = 0; text.length < 512 * 1024 - 20; number++) text += line.replace('%', String(number));
      const source = read('.leadlight/large.yaml', text);
      assert.equal([...new Set(source.problems.map(({ code }) => code))].join(), codes);
      assert.equal(source.entries.map(({ id }) => id).join(), entries);
    });
  }
});

function read(path: string, text: string): Source {
  const source = {
    uri: rootUri + path,
    text,
    folder: rootUri,
    linkBase: rootUri,
    compilers: createCompilers(),
  };
  if (/\.ya?ml$/.test(path)) return readLeadlight(source);
  return path.endsWith('CODEOWNERS') ? readCodeowners(source) : readPhilosophyMarkdown(source);
}

/** Reads a workspace with this source alone, and asks everything about a file of it. */
async function serve(path: string, bytes: Uint8Array): Promise<void> {
  const host = memoryHost('//- /src/greet.ts\nDate.now(); // TODO settle\n');
  host.write(Utils.joinPath(URI.parse(rootUri), path).toString(), bytes);
  const service = createService({ host });
  await service.setFolders([rootUri]);
  const document = TextDocument.create(
    `${rootUri}src/greet.ts`,
    'typescript',
    1,
    'Date.now(); // TODO settle\n',
  );
  const place = { line: 0, character: 6 };
  service.documents.hover(document, place);
  service.documents.here(document, place);
  service.documents.explain(document, {});
  service.documents.notices(document);
  service.overview.search('a');
  assert.ok(service.problems().every(({ message }) => message !== ''));
  service.dispose();
}

/** Every source below a folder, as if it lay in the workspace's own `.leadlight/`. */
function samplesIn(folder: URL): readonly Sample[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = `${entry.parentPath}/${entry.name}`;
    const isSource = entry.isFile() && (entry.name === 'CODEOWNERS' || /\.(?:ya?ml|md)$/.test(entry.name));
    if (!isSource) return [];
    const path =
      entry.name === 'CODEOWNERS' ? entry.name : `.leadlight/${entry.name.replace(/^README/i, 'a')}`;
    return [{ path, bytes: readFileSync(file) }];
  });
}

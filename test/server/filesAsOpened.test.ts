import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MarkupContent, Range } from 'vscode-languageserver-protocol';
import { languageIdOf } from '../../src/core/comments/languages';
import type { DebtScan } from '../../src/core/features/debt';
import { fileUri } from '../../src/node/fileUri';
import type { MarkerPlace } from '../../src/protocol/messages';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { inMemoryClient, type LanguageClient, processClient } from './languageClient';

const windows = process.platform === 'win32';
const most = 2 * 1024 * 1024;
const blank = `${' '.repeat(79)}\n`;
const lead = '/* ä 😀 */ // TODO(@maya): ü\n';

/** What a file holds, and the encoding in which a person has an editor read it. */
const contents: Readonly<Record<string, readonly [bytes: string | Uint8Array, encoding?: string]>> = {
  'utf8.ts': [lead.repeat(3)],
  'utf8Mark.ts': [`\ufeff${lead}${lead}`],
  'utf16.ts': [Buffer.from(`\ufeff${lead}${lead}`, 'utf16le'), 'utf-16le'],
  'utf16Big.ts': [Buffer.from(`\ufeff${lead}${lead}`, 'utf16le').swap16(), 'utf-16be'],
  'latin1.ts': [Buffer.from('/* äöü */ // TODO: é\n/* \u0080ÿ */ // FIXME: ß\n', 'latin1'), 'windows-1252'],
  'latin1ReadAsUtf8.ts': [Buffer.from('/* ä ö */ // TODO: é\n/* ü */ // FIXME: ß \n', 'latin1')],
  'returns.ts': ['// TODO: a\r/* é */ // TODO: b\rx\r'],
  'windows.ts': ['// TODO: a\r\n/* é */ // TODO: b\r\n'],
  'mixed.ts': ['\r\n\n\r// TODO: a\n\r\r\n\r\r// TODO: b\r\n'],
  'late NUL.ts': [`${lead}${' '.repeat(9000)}\0 // TODO: behind\n`],
  'separators.ts': ['// a\u2028// TODO: b\u2029 x\n/*\u0085 \v \f TODO: c */ // TODO: d\n'],
  'fits.ts': [lead.padEnd(most - 4, blank)],
  'longLine.ts': [`${lead}${'x'.repeat(19_990)}// TODO: y\n${lead}`],
  'longLineMark.ts': [`\ufeff${'x'.repeat(19_990)}// TODO: y\n${lead}`],
  'longLineWide.ts': [`${'😀'.repeat(9_995)}// TODO: y\n${lead}`],
  'longLineLatin1.ts': [Buffer.from(`${'\u00a0'.repeat(19_990)}// TODO: y\n`, 'latin1'), 'windows-1252'],
  'noEnd.ts': ['/* é */ // TODO: y'],
  'onlyTag.ts': ['//TODO'],
  'empty.ts': [''],
  'a b.py': ['é = 1 # TODO: x\n'],
  '#hash?q=1&b.ts': [lead],
  '50%25%2F\'"+.ts': [lead],
  '-dash (1)!*.ts': [lead],
  'é😀/e\u0301.ts': [lead],
  ...(windows
    ? {}
    : {
        'back\\slash\\..\\a.ts': [lead],
        'new\nline\t\r\u2028.ts': [lead],
        'colon:8:1.ts': [lead],
        [`${'n'.repeat(252)}.ts`]: [lead],
      }),
};

/** Larger, or longer, than a scan looks at. */
const skipped: Readonly<Record<string, readonly [content: string, reason: string]>> = {
  'tooLarge.ts': [lead.padEnd(most - 3, blank), 'is larger than 2 MB'],
  'tooLong.ts': [
    `${'x'.repeat(19_991)}// TODO: y\n`,
    'has lines of more than 20,000 characters, and these are not searched',
  ],
  'NUL.ts': [`${lead}\0`, 'is binary'],
};

const servers: readonly [string, () => LanguageClient][] = [
  ['in this process', inMemoryClient],
  [
    'as the built server, with threads',
    () => processClient(process.execPath, [join(root, 'dist/server.node.js'), '--stdio']),
  ],
];

for (const [name, start] of servers) {
  describe(`the server on files of all kinds, ${name}`, () => {
    const folder = join(temporaryFolder().path, 'a #1%20?');
    let client: LanguageClient;

    before(async () => {
      for (const [path, [content]] of [...Object.entries(contents), ...Object.entries(skipped)]) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
      // A few files alone are not worth threads.
      for (let index = 0; index < 40; index++) await writeFile(join(folder, `${index}.ts`), '');
      client = start();
      await client.initialize([fileUri(folder)]);
    });
    after(async () => {
      await client.stop();
      await rm(folder, { recursive: true });
    });

    it('finds on disk what it finds in a document', async () => {
      const scan = await client.connection.sendRequest<DebtScan>('leadlight/scan', {});
      assert.deepEqual(
        scan.skipped.map(({ reason, count }) => `${count} ${reason}`).sort(),
        Object.values(skipped)
          .map(([, reason]) => `1 ${reason}`)
          .sort(),
      );
      const json = await client.connection.sendRequest<string>('leadlight/debtExport', {
        format: 'json',
        filter: {},
        me: [],
      });
      const { markers } = JSON.parse(json) as { markers: { path: string; tag: string; range: Range }[] };
      const onDisk = new Map<string, object[]>();
      for (const { path, tag, range } of markers)
        onDisk.set(path, [...(onDisk.get(path) ?? []), { tag, range }]);
      assert.deepEqual(
        [...onDisk.keys()].filter((path) => !(path in contents)),
        [],
      );

      for (const [path, [content, encoding]] of Object.entries(contents)) {
        const uri = fileUri(join(folder, path));
        const text = asOpened(Buffer.from(content), encoding);
        await client.open(uri, text, languageIdOf(path));
        const places = await client.connection.sendRequest<MarkerPlace[]>('leadlight/markers', {
          textDocument: { uri },
        });
        const found = places.map(({ tag, range }) => ({ tag, range }));
        assert.deepEqual(onDisk.get(path) ?? [], found, path);
        const lines = text.split(/\r\n|\n|\r/);
        for (const { range, tag } of found) {
          const { line, character } = range.start;
          assert.ok(lines[line]!.startsWith(tag, character), path);
          const hover = await client.hover(uri, line, character);
          assert.match((hover?.contents as MarkupContent).value, new RegExp(tag), path);
        }
        assert.equal(found.length > 0, path !== 'empty.ts', path);
      }
    });
  });
}

/** As VS Code decodes bytes: without a byte order mark, and with one kind of line end. */
function asOpened(bytes: Uint8Array, encoding = 'utf-8'): string {
  const text = new TextDecoder(encoding).decode(bytes);
  const ends = text.match(/\r\n|\n|\r/g) ?? [];
  const windowsEnds = ends.filter((end) => end === '\r\n').length;
  return text.replace(/\r\n|\n|\r/g, windowsEnds > ends.length / 2 ? '\r\n' : '\n');
}

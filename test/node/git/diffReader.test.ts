import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DiffFile } from '../../../src/core/review/diff';
import { DiffReader } from '../../../src/node/git/diffReader';
import { writtenFiles } from './writtenFiles';

describe('DiffReader', () => {
  const zeros = '0'.repeat(40);
  const id = '1'.repeat(40);
  const record = (status: string, ...paths: string[]) =>
    `:${status === 'A' ? '000000' : '100644'} 100644 ${status === 'A' ? zeros : id} ${zeros} ${status}\0${paths.join('\0')}\0`;
  /** What git prints: records by status and paths, and patches. */
  const output = (records: readonly (readonly [string, ...string[]])[], patches: string) =>
    `${records.map((one) => record(...one)).join('')}\0${patches}`;

  const read = (
    text: string,
    {
      room = { ofFile: 1000, ofAll: 1000 },
      chunk = 1_000_000,
    }: { room?: { ofFile: number; ofAll: number }; chunk?: number } = {},
  ): readonly DiffFile[] | undefined => {
    const reader = new DiffReader({
      room: { ...room },
      isWanted: () => true,
      pathOf: (path) => Buffer.from(path, 'latin1').toString(),
    });
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += chunk) reader.take(bytes.subarray(at, at + chunk));
    return reader.finish()?.files;
  };
  const two = output(
    [
      ['M', 'a'],
      ['M', 'dirty'],
      ['R100', 'from', 'ä "to"'],
      ['A', 'new'],
    ],
    `diff --git a/a b/a
index 1..2 100644
--- a/a
+++ b/a
@@ -1,3 +1,4 @@ function
 one
-two
+zwei ü
+--
 three
@@ -9 +9,0 @@
-nine
\\ No newline at end of file
diff --git a/from "b/\\303\\244 \\"to\\""
similarity index 100%
rename from from
rename to "\\303\\244 \\"to\\""
diff --git a/new b/new
new file mode 100644
index 0..2
--- /dev/null
+++ b/new
@@ -0,0 +1,2 @@
+
+x
`,
  );

  it('reads patches, and leaves out what only might have differed', () => {
    assert.equal(
      writtenFiles(read(two)!),
      `modified a 1:1 -two +zwei ü +-- 8:9 -nine
renamed from > ä "to"
added new 0:0 + +x`,
    );
  });

  it('reads the same however it is cut into pieces', () => {
    const whole = read(two);
    for (let chunk = 1; chunk < 100; chunk += 1) assert.deepEqual(read(two, { chunk }), whole);
  });

  it('reads nothing where nothing differs', () => {
    assert.deepEqual(read(''), []);
    assert.deepEqual(read(output([['M', 'dirty']], '')), []);
  });

  it('says so where the output is cut short, or of no record', () => {
    const bytes = Buffer.from(two);
    for (const end of [two.indexOf('+zwei') + 2, two.indexOf('@@ -9') + 3, two.indexOf('+x') + 1])
      assert.equal(read(bytes.subarray(0, Buffer.byteLength(two.slice(0, end))).toString()), undefined);
    assert.equal(read(output([['M', 'a']], 'diff --git a/b b/b\n')), undefined);
  });

  it('counts lines that are too many to keep, and gives back their room', () => {
    const patch = (path: string, lines: readonly string[]) =>
      `diff --git a/${path} b/${path}\n@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`;
    const long = ['x'.repeat(30), 'y'.repeat(30), 'z'.repeat(30)];
    const records = ['a', 'b', 'c', 'd'].map((path) => ['A', path] as const);
    const text = output(
      records,
      [
        patch('a', long),
        patch('b', ['one']),
        patch('c', ['w'.repeat(90)]),
        patch('d', ['two', 'three']),
      ].join(''),
    );
    const all = read(text)!;
    for (const chunk of [1, 7, 1000]) {
      const cut = read(text, { room: { ofFile: 70, ofAll: 75 }, chunk })!;
      assert.equal(writtenFiles(cut), 'added a cut\nadded b 0:0 +one\nadded c cut\nadded d 0:0 +two +three');
      const told = (files: readonly DiffFile[]) =>
        files.map(({ added, fingerprint }) => [added, fingerprint]);
      assert.deepEqual(told(cut), told(all));
    }
    const little = read(text, { room: { ofFile: 70, ofAll: 4 } })!;
    assert.deepEqual(
      little.map(({ isCut }) => isCut),
      [true, false, true, true],
    );
  });

  it('never stalls or throws on any bytes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...two.split(/(?<=[\n\0])/u),
        '\0',
        '\n',
        '@@ -1,9 +2,99999999 @@\n',
        '\\',
        '+',
        '-',
        ' ',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (pieces, chunk) => {
        assert.deepEqual(read(pieces.join(''), { chunk }), read(pieces.join('')));
      }),
    );
  });
});

/**
 * `npm run package`: builds for production, packages out/leadlight.vsix, and checks that it holds exactly what a
 * user needs. Exit code 1, with the names, when a file is missing, unexpected, or carries a source map.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runProgram } from './processes.mjs';
import { root } from './setUp.mjs';

const vsix = join(root, 'out', 'leadlight.vsix');
const bundles = [
  'client.node.js',
  'client.web.js',
  'server.node.js',
  'server.web.js',
  'markerWorker.js',
  'placeWorker.js',
  'cli.js',
];

/** What vsce adds, and the names that it gives. */
const expected = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  ...['package.json', 'readme.md', 'changelog.md', 'LICENSE.txt'].map((name) => `extension/${name}`),
  ...[...bundles, 'third-party-notices.txt'].map((name) => `extension/dist/${name}`),
  ...filesUnder('media'),
  ...filesUnder('snippets'),
];

mkdirSync(join(root, 'out'), { recursive: true });
// A package of yesterday must not be taken for today's.
rmSync(vsix, { force: true });
await runNode(['esbuild.mjs', '--production']);
await runNode(['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', vsix]);
const held = entriesOf(readFileSync(vsix));
const complaints = [
  ...expected.filter((name) => !held.includes(name)).map((name) => `is missing: ${name}`),
  ...held.filter((name) => !expected.includes(name)).map((name) => `is not expected: ${name}`),
  ...bundles
    .filter((name) => /^\/\/# sourceMappingURL=/m.test(readFileSync(join(root, 'dist', name), 'utf8')))
    .map((name) => `points to a source map: dist/${name}`),
];
for (const complaint of complaints) console.error(`${vsix} ${complaint}`);
if (complaints.length > 0) process.exit(1);
console.log(`${vsix}: ${held.length} files, ${(statSync(vsix).size / 1024).toFixed(0)} KiB`);

/** @param {readonly string[]} args */
async function runNode(args) {
  const { code, output } = await runProgram(process.execPath, args, { cwd: root });
  if (code === 0) return;
  console.error(output);
  process.exit(1);
}

/** @param {string} folder */
function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `extension/${join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/')}`,
    );
}

/**
 * The names in a zip's central directory (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16).
 *
 * @param {Buffer} zip without a comment of 64 KiB or more, and not of the 64-bit kind
 */
function entriesOf(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${vsix} is not a zip file.`);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const start = at + 46;
    at = start + name + extra + comment;
    return zip.toString('utf8', start, start + name);
  });
}

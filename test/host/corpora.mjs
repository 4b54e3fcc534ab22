/** Real code to measure on: packages of npm, sources and packages of Debian, unpacked and never run. Imports nothing from npm. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './processes.mjs';
import { installOnce, npm } from './setUp.mjs';

/** @typedef {{ readonly kind: 'npm' | 'source' | 'package', readonly name: string, readonly version: string }} Corpus */
/** @typedef {Corpus & { readonly folder: string }} UnpackedCorpus */
/** @typedef {Corpus & { readonly reason: string }} MissingCorpus */

/** A file without one of these words holds no marker, and needs no room here. */
const tag = /(?<![a-z])(?:todo|fixme|hack|xxx|bug)(?![a-z])/i;
const maxBytes = 2_000_000;
const milliseconds = 10 * 60_000;

/**
 * Fetches what is not there yet, and keeps the files that can hold a marker. What cannot be had is told, not thrown.
 *
 * @param {readonly Corpus[]} corpora
 * @returns {Promise<{ unpacked: readonly UnpackedCorpus[], missing: readonly MissingCorpus[] }>}
 */
export async function setUpCorpora(corpora) {
  /** @type {UnpackedCorpus[]} */
  const unpacked = [];
  /** @type {MissingCorpus[]} */
  const missing = [];
  for (const corpus of corpora) {
    try {
      unpacked.push({ ...corpus, folder: await setUpCorpus(corpus) });
    } catch (error) {
      missing.push({ ...corpus, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { unpacked, missing };
}

/** @param {Corpus} corpus */
async function setUpCorpus({ kind, name, version }) {
  const place = `corpora/${name.replaceAll('/', '+')}@${version.replaceAll(':', '+')}`;
  const options = kind === 'npm' ? [] : await setUpAptLists();
  const how = { source: ['source', '--download-only'], package: ['download'] };
  return installOnce(place, async (folder) => {
    if (kind === 'npm') await npm(['pack', `${name}@${version}`], folder);
    else await run('apt-get', [...options, ...how[kind], `${name}=${version}`], folder);
    for (const archive of readdirSync(folder)) {
      const path = join(folder, archive);
      const into = join(folder, kind === 'npm' ? 'package' : archive.replace(/_.*/, ''));
      if (archive.endsWith('.deb')) {
        await run('dpkg-deb', ['-x', path, into], folder);
      } else if (/\.tgz$|\.orig[\w-]*\.tar\.\w+$/.test(archive)) {
        mkdirSync(into, { recursive: true });
        await run('tar', ['-xf', path, '-C', into, '--strip-components=1', '--no-same-owner'], folder);
      }
      rmSync(path, { recursive: true });
    }
    prune(folder);
  });
}

/** The options with which apt-get looks at Debian 12 and leaves the machine's own lists alone. */
async function setUpAptLists() {
  /** @param {string} folder */
  const options = (folder) => [
    ...[
      '-q',
      '-o',
      `Dir::Etc::SourceList=${join(folder, 'debian.sources')}`,
      '-o',
      'Dir::Etc::SourceParts=-',
    ],
    ...['-o', `Dir::State::lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${join(folder, 'cache')}`],
  ];
  const folder = await installOnce('corpora/debian-12', async (into) => {
    for (const name of ['lists/partial', 'cache/archives/partial'])
      mkdirSync(join(into, name), { recursive: true });
    const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';
    const stanza =
      'Types: deb deb-src\nURIs: http://deb.debian.org/debian\nSuites: bookworm bookworm-updates\n';
    writeFileSync(join(into, 'debian.sources'), `${stanza}Components: main\nSigned-By: ${keys}\n`);
    await run('apt-get', [...options(into), 'update'], into);
  });
  return options(folder);
}

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
async function run(command, args, cwd) {
  const { code, output } = await runProgram(command, args, { cwd, limit: milliseconds });
  if (code !== 0) throw new Error(`${command} failed: ${output.trim().split('\n').at(-1) ?? ''}`);
}

/** Removes what cannot be compared: links, large files, and those without a tag. @param {string} folder */
function prune(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const entry = lstatSync(path);
    if (entry.isDirectory()) prune(path);
    else if (!entry.isFile() || entry.size > maxBytes || !tag.test(readFileSync(path, 'latin1')))
      rmSync(path);
  }
}

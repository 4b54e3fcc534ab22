import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { formatFiles } from '../../../../src/core/guidance/formats';
import type { Entry } from '../../../../src/core/guidance/model';
import { createCompilers } from '../../../../src/core/match/compilers';
import { checklists, expected } from './expectedInstructions';

const samples = new URL('../../../../../shared/samples/', import.meta.url);

/** A sample as the only file of its repository. */
function readSample(path: string, at = path.slice(path.indexOf('/') + 1)) {
  const [file] = formatFiles([at]);
  assert.ok(file, path);
  return file.format.read({
    uri: `file:///w/${at}`,
    folder: `file:///w/${file.folder}`,
    linkBase: `file:///w/${file.folder}`,
    text: readFileSync(new URL(path, samples), 'utf8'),
    compilers: createCompilers(),
  });
}

function aboutOf(entry: Entry): string {
  assert.equal(entry.kind, 'philosophy');
  if (entry.applies === undefined) return 'none';
  return entry.applies.files?.map(({ written }) => written).join(',') ?? 'all';
}

describe('instructions that real teams wrote', () => {
  before(function () {
    if (!existsSync(samples)) this.skip();
  });

  for (const [path, { at, about, sections }] of Object.entries(expected)) {
    it(`are read as a person reads them: ${path}`, () => {
      const { entries, problems } = readSample(path, at);
      assert.deepEqual(
        entries.map(({ title }) => title),
        sections,
      );
      assert.deepEqual([...new Set(entries.map(aboutOf))], [about]);
      assert.deepEqual(problems, []);
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
    });
  }

  for (const [path, lists] of Object.entries(checklists)) {
    it(`are asked in a review: ${path}`, () => {
      const { entries, problems } = readSample(path);
      const found = entries.map((entry) => [
        entry.title,
        entry.kind === 'checklist' ? entry.items.map(({ ask }) => ask) : [],
      ]);
      assert.deepEqual(Object.fromEntries(found), lists);
      assert.deepEqual(problems, []);
    });
  }
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { languageIdOf } from '../../../src/core/comments/languages';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers } from '../../../src/core/markers/findMarkers';

interface Case {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** 1-based. */
  readonly lines: readonly number[];
  readonly count?: number;
}

const CASES = new URL('../../../../shared/cases/markers.json', import.meta.url);

describe('findMarkers on the table of cases', () => {
  const cases = readCases();

  it('has cases', function () {
    if (cases === undefined) this.skip();
    assert.ok(cases.length > 0);
  });

  for (const { id, file, text, lines, count } of cases ?? []) {
    it(id, () => {
      const markers = debtIn(text, languageIdOf(file));
      assert.deepEqual([...new Set(markers.map(({ start }) => lineOf(text, start)))], lines);
      if (count !== undefined) assert.equal(markers.length, count);
    });
  }
});

function debtIn(text: string, languageId: string) {
  return findMarkers(text, scanRegions(text, languageId), defaultTags).filter(({ kind }) => kind === 'debt');
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function readCases(): readonly Case[] | undefined {
  if (!existsSync(CASES)) return undefined;
  return (JSON.parse(readFileSync(CASES, 'utf8')) as { cases: readonly Case[] }).cases;
}

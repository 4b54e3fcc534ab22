import assert from 'node:assert/strict';
import type { MemoryHostOptions } from '../memoryHost';
import { openFixture } from '../workspace';

/** Each place in a file of the fixture, as `id LINE: what stands there`; line ends are written as `⏎`. */
export async function checkPlaces(
  path: string,
  fixture: string,
  expected: readonly string[],
  options: MemoryHostOptions = {},
): Promise<void> {
  const { service, open } = await openFixture(fixture, options);
  const document = await open(path);
  const found = (service.documents.matches(document)?.matches ?? []).map(
    ({ key, range }) =>
      `${key.split(':').at(-1)} ${range.start.line + 1}: ${document.getText(range).replaceAll('\n', '⏎')}`,
  );
  assert.deepEqual(found.toSorted(), expected.toSorted());
}

/** The entries that a file of the fixture is governed by, best first, as ids: `id@LINE` for those with a place. */
export async function checkGoverned(
  path: string,
  fixture: string,
  expected: string,
  options: MemoryHostOptions = {},
): Promise<void> {
  const { service, open } = await openFixture(fixture, options);
  const entries = service.documents.explain(await open(path), {})?.entries ?? [];
  const found = entries.map(({ id, range }) => (range === undefined ? id : `${id}@${range.start.line + 1}`));
  assert.equal(found.join(' '), expected);
}

/** One philosophy `p` with this selector, written as YAML flow, over these files. */
export function fixtureOf(applies: string, files: string): string {
  return `//- /.leadlight/guidance.yaml
philosophies:
  - id: p
    title: T
    why: W.
    applies: ${applies}
${files}`;
}

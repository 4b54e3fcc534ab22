import assert from 'node:assert/strict';
import type { AuthoringCompletion } from '../../../src/core/authoring/completion';
import type { Git } from '../../../src/core/git';
import type { MemoryHostOptions } from '../memoryHost';
import { type FixtureWorkspace, openFixture } from '../workspace';

/** What somebody types at `$0`, what is offered, and what the source is after one of it was chosen. */
export interface CompletionCase {
  readonly at: string;
  /** All labels in their order, with the detail in parentheses; `...` at the end leaves out the rest. */
  readonly offers?: string;
  readonly choose?: string;
  /** With the blanks of a snippet. */
  readonly gives?: string;
}

export interface CompletionSetting {
  /** Of the source; `/.leadlight/team.yaml` unless told. */
  readonly path?: string;
  /** The other files of the workspace, see `memoryHost`. */
  readonly files?: string;
  readonly git?: Git;
  /** What happened in the session before. */
  prepare?(fixture: FixtureWorkspace): Promise<void> | void;
}

/** A test for each case, by its name. */
export function checkCompletions(
  cases: Readonly<Record<string, CompletionCase>>,
  setting: CompletionSetting = {},
): void {
  for (const [name, { at, offers, choose, gives }] of Object.entries(cases)) {
    it(name, async () => {
      const { text, offered } = await completionsIn(at, setting);
      if (offers !== undefined) assertOffers(offered, offers);
      if (choose !== undefined) assert.equal(applied(choose, text, offered), gives);
    });
  }
}

/** What is offered at the `$0` of a source. */
export async function completionsIn(
  source: string,
  { path = '/.leadlight/team.yaml', files = '', git, prepare }: CompletionSetting = {},
): Promise<{ readonly text: string; readonly offered: readonly AuthoringCompletion[] }> {
  const options: MemoryHostOptions & { git?: Git } = {
    now: new Date('2026-11-23T12:00:00'),
    ...(git && { git }),
  };
  const fixture = await openFixture(`//- ${path}\n${source}\n${files}`, options);
  await prepare?.(fixture);
  const { service, document, offset } = fixture;
  const offered = await service.authoring.complete(document, document.positionAt(offset), ['@zoe']);
  return { text: document.getText(), offered };
}

function assertOffers(offered: readonly AuthoringCompletion[], expected: string): void {
  const labels = offered.map(({ label, detail }) => (detail === '' ? label : `${label} (${detail})`));
  const wanted = expected.split(' | ').filter((label) => label !== '');
  const isOpen = wanted.at(-1) === '...';
  if (isOpen) wanted.pop();
  assert.deepEqual(isOpen ? labels.slice(0, wanted.length) : labels, wanted);
}

/** As an editor does it: lines after the first are indented as the line where it is chosen. */
function applied(label: string, text: string, offered: readonly AuthoringCompletion[]): string {
  const found = offered.find((each) => each.label === label);
  assert.ok(found, `${label} is not among: ${offered.map((each) => each.label).join(', ')}`);
  const { start, end } = found;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = /^[ \t]*/.exec(line)![0];
  return `${text.slice(0, start)}${found.text.replaceAll('\n', `\n${indent}`)}${text.slice(end)}`.trimEnd();
}

import assert from 'node:assert/strict';
import type { AuthoringCompletion } from '../../../src/core/authoring/completion';
import type { MemoryHostOptions } from '../memoryHost';
import type { Git } from '../../../src/core/git';
import { openFixture } from '../workspace';

type Options = MemoryHostOptions & { readonly git?: Git };

/** What is offered at the `$0` of a workspace, see `memoryHost`. */
export async function completionsIn(
  fixture: string,
  options?: Options,
): Promise<{ readonly text: string; readonly offered: readonly AuthoringCompletion[] }> {
  const { service, document, offset } = await openFixture(fixture, options);
  const offered = await service.authoring.complete(document, document.positionAt(offset), ['@maya']);
  return { text: document.getText(), offered };
}

/** The labels offered at `$0` of a guidance file at the top, `detail` in parentheses where there is one. */
export async function labelsIn(source: string, files = ''): Promise<readonly string[]> {
  const { offered } = await completionsIn(`//- /.leadlight/team.yaml\n${source}\n${files}`);
  return offered.map(({ label, detail }) => (detail === '' ? label : `${label} (${detail})`));
}

/** The source after a completion was chosen by its label, with the blanks of its snippet. */
export async function chosen(label: string, source: string, files = ''): Promise<string> {
  const { text, offered } = await completionsIn(`//- /.leadlight/team.yaml\n${source}\n${files}`);
  return applied(label, text, offered);
}

export function applied(label: string, text: string, offered: readonly AuthoringCompletion[]): string {
  const found = offered.find((each) => each.label === label);
  assert.ok(found, `${label} is among ${offered.map((each) => each.label).join(', ')}`);
  const { start, end } = found;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))![0];
  return `${text.slice(0, start)}${found.text.replaceAll('\n', `\n${indent}`)}${text.slice(end)}`.trimEnd();
}

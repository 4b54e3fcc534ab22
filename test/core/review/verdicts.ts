import assert from 'node:assert/strict';
import { readLeadlight } from '../../../src/core/guidance/leadlight';
import type { ChecklistItem } from '../../../src/core/guidance/model';
import { createCompilers } from '../../../src/core/match/compilers';
import type { Condition, Evidence, Verdict } from '../../../src/core/review/verdict';
import { diffOf, factsOf, folder, type KnownFacts } from './diffText';

/** A condition from what stands behind `when:` in YAML; `path` is the folder of its guidance. */
export function conditionOf(when: string, path = ''): Condition {
  const { condition, problems } = readWhen(when, path);
  assert.deepEqual(problems, []);
  return condition;
}

/** The same with what is wrong with it: `column code: message`, columns counted in `when` from 1. */
export function readWhen(
  when: string,
  path = '',
): { readonly condition: Condition; readonly problems: readonly string[] } {
  const item = readItem(`when: ${when}`, path);
  return { condition: item.item.when!, problems: item.problems };
}

const before = 'checklists: [{ id: a, title: A, items: [{ ask: B, ';

/** An item from its keys in YAML, on one line. */
export function readItem(
  keys: string,
  path = '',
): { readonly item: ChecklistItem; readonly problems: readonly string[] } {
  const base = `${folder}${path}`;
  const { entries, problems } = readLeadlight({
    uri: `${base}.leadlight/guidance.yaml`,
    text: `${before}${keys} }] }]`,
    folder: base,
    linkBase: base,
    compilers: createCompilers(),
  });
  const [entry] = entries;
  assert.ok(entry?.kind === 'checklist', problems.map(({ message }) => message).join('\n'));
  const start = before.length + 'when: '.length;
  return {
    item: entry.items[0]!,
    problems: problems.map(
      ({ range, code, message, fix }) =>
        `${range.start.character - start + 1} ${code}: ${message}${fix ? ` [${fix.newText}]` : ''}`,
    ),
  };
}

export async function evaluate(
  when: string,
  diff: string,
  known?: KnownFacts,
  path?: string,
): Promise<Verdict> {
  return conditionOf(when, path).evaluate(factsOf(diffOf(diff), known));
}

/** `yes: reason | evidence | scope`, evidence as `path:line:column-column`, lines and columns from 0, scope `*` for all. */
export function verdictText({ holds, reason, evidence, scope }: Verdict): string {
  const word = holds === undefined ? 'open' : holds ? 'yes' : 'no';
  return [`${word}: ${reason}`, evidence.map(placeText).join(' '), scope?.join(' ') ?? '*'].join(' | ');
}

function placeText({ path, range }: Evidence): string {
  if (range === undefined) return path;
  const { start, end } = range;
  const to = end.line === start.line ? `${end.character}` : `${end.line}:${end.character}`;
  return `${path}:${start.line}:${start.character}-${to}`;
}

/** Compares the verdict of a condition on a diff. */
export async function check(
  when: string,
  diff: string,
  expected: string,
  { path, ...known }: KnownFacts & { readonly path?: string } = {},
): Promise<void> {
  assert.equal(verdictText(await evaluate(when, diff, known, path)), expected);
}

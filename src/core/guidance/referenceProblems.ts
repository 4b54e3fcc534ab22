import type { Range } from 'vscode-languageserver-types';
import { didYouMean } from '../text/didYouMean';
import { relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';
import { yamlValue } from '../text/yamlText';
import { decisionLabel } from './decisionProblems';
import { decisionNamed, isDecisionPath } from './decisionNamed';
import type { Guidance } from './guidance';
import type { Entry, Philosophy } from './model';
import { ownEntries } from './ownEntries';
import type { Problem } from './problem';
import { type ProblemCode, problemCodes } from './problemCodes';

/**
 * What entries name that is not there, or does not hold any more. Nothing is told while a source is broken: what is
 * missing may be in it.
 */
export function referenceProblems(guidance: Guidance): readonly Problem[] {
  const { sources } = guidance;
  if (sources.some(({ broken }) => broken)) return [];
  const all = sources.flatMap(({ entries }) => entries);
  const philosophies = all.filter((entry) => entry.kind === 'philosophy');
  const known: Known = {
    guidance,
    ids: [...new Set(all.map(({ id }) => id))],
    philosophies: new Map(philosophies.map((each) => [each.id, each])),
    successors: new Map(
      philosophies.filter(holds).flatMap((next) => next.supersedes.map((id) => [id, next] as const)),
    ),
  };
  const own = new Set(ownEntries(guidance));
  return [
    ...[...own].flatMap((entry) => problemsOf(entry, known)),
    ...sources
      .filter(({ folder, linkBase }) => linkBase === folder)
      .flatMap(({ disable, uri }) =>
        disable.flatMap(({ value, range }) => unknownId(value, { uri, range }, known.ids)),
      ),
  ];
}

interface Known {
  readonly guidance: Guidance;
  readonly ids: readonly string[];
  readonly philosophies: ReadonlyMap<string, Philosophy>;
  /** What took the place of an id. */
  readonly successors: ReadonlyMap<string, Philosophy>;
}

interface Place {
  readonly uri: string;
  readonly range: Range;
}

function problemsOf(entry: Entry, known: Known): readonly Problem[] {
  const { parts, uri } = entry;
  if (entry.kind === 'philosophy') {
    return [
      ...entry.supersedes.flatMap((id, index) =>
        unknownId(id, { uri, range: parts.range(['supersedes', index]) }, known.ids),
      ),
      ...(holds(entry) ? decisionProblem(entry, known) : []),
    ];
  }
  if (entry.kind !== 'checklist') return [];
  return entry.items.flatMap(({ philosophy }, index) => {
    if (philosophy === undefined) return [];
    const place = { uri, range: parts.range(['items', index, 'philosophy']) };
    const found = known.philosophies.get(philosophy);
    if (found === undefined) return unknownId(philosophy, place, [...known.philosophies.keys()]);
    const next = known.successors.get(philosophy);
    if (next === undefined && holds(found)) return [];
    const what = `"${cleanLine(philosophy)}" is ${next === undefined ? found.status : `superseded by "${cleanLine(next.id)}"`}.`;
    return [superseded(what, place, next && { name: next.id, newText: next.id })];
  });
}

function holds({ status }: Philosophy): boolean {
  return status !== 'deprecated' && status !== 'superseded';
}

function unknownId(id: string, place: Place, ids: readonly string[]): readonly Problem[] {
  if (ids.includes(id)) return [];
  const meant = didYouMean(id, ids);
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  const message = `No entry here has the id "${cleanLine(id)}".${hint}`;
  return [
    problem('unknown-id', message, place, meant === undefined ? undefined : { name: meant, newText: meant }),
  ];
}

/** Of a decision that is named by its path, whether there is such a file is looked at elsewhere. */
function decisionProblem(entry: Philosophy, { guidance }: Known): readonly Problem[] {
  const { decision: written, uri, parts, linkBase } = entry;
  if (written === undefined) return [];
  const place = { uri, range: parts.range(['decision']) };
  const { decisions } = guidance;
  const decision = decisionNamed(written, entry, guidance);
  if (decision === undefined) {
    if (isDecisionPath(written) || /\s/.test(written.trim())) return [];
    return [problem('missing-decision', `There is no decision "${cleanLine(written)}" here.`, place)];
  }
  const [next, ...others] = decisions.successors(decision);
  if (next === undefined) return [];
  const name = decisionLabel(next);
  const label = next.number === undefined ? next.id : name;
  const newText = isDecisionPath(written) ? relativePath(next.uri, linkBase) : label;
  return [
    superseded(
      `${cleanLine(decisionLabel(decision))} is superseded by ${cleanLine(name)}.`,
      place,
      others.length > 0 || newText === undefined ? undefined : { name, newText: yamlValue(newText) },
    ),
  ];
}

interface Change {
  readonly name: string;
  readonly newText: string;
}

function superseded(message: string, place: Place, change: Change | undefined): Problem {
  return problem('superseded-entry', message, place, change);
}

function problem(code: ProblemCode, message: string, { uri, range }: Place, change?: Change): Problem {
  const fix = change && { title: `Change to "${cleanLine(change.name)}"`, range, newText: change.newText };
  return { code, severity: problemCodes[code].severity, message, uri, range, ...(fix && { fix }) };
}

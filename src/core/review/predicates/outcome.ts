import { counted } from '../../text/counted';
import { cut } from '../../text/cut';
import { cleanLine } from '../../text/markdown';
import type { Evidence, Verdict } from '../verdict';

/** What a part of a condition says. */
export interface Outcome {
  /** `undefined` where it cannot be told. */
  readonly holds: boolean | undefined;
  /** A fact that can follow "because"; it is as true of a `not` around it. Holds text of the repository as it is. */
  readonly clause: string;
  /** What made it so; at most `maxEvidence`. */
  readonly evidence: readonly Evidence[];
  /** How many places there are with those that `evidence` leaves out. */
  readonly places: number;
  /** See `Verdict`. */
  readonly scope: readonly string[] | undefined;
}

/** Places that one verdict names. */
export const maxEvidence = 50;

const maxReason = 400;

/** An outcome from what differs from none: no evidence, about the whole diff. */
export function outcome(
  holds: boolean | undefined,
  clause: string,
  about: { readonly evidence?: readonly Evidence[]; readonly scope?: readonly string[] | undefined } = {},
): Outcome {
  const evidence = about.evidence ?? [];
  return {
    holds,
    clause,
    evidence: evidence.slice(0, maxEvidence),
    places: evidence.length,
    scope: about.scope,
  };
}

/** All must hold. What is said, and shown, are the parts that decided. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  const failed = outcomes.filter(({ holds }) => holds === false);
  if (failed.length > 0) return { ...joined(failed), holds: false };
  const open = outcomes.filter(({ holds }) => holds === undefined);
  const { scope } = joined(outcomes);
  if (open.length > 0) return { ...joined(open), scope, holds: undefined };
  return { ...joined(outcomes), holds: true };
}

/** One must hold. What is said, and shown, are the parts that decided. */
export function anyOf(outcomes: readonly Outcome[]): Outcome {
  const held = outcomes.filter(({ holds }) => holds === true);
  if (held.length > 0) return { ...joined(held), holds: true, scope: scopeOfAny(held) };
  const open = outcomes.filter(({ holds }) => holds === undefined);
  if (open.length > 0) return { ...joined(open), holds: undefined, scope: scopeOfAny(open) };
  return { ...joined(outcomes), holds: false };
}

/** The fact stays what it is, and is about the whole diff: what is not there is in no file. */
export function notOf(inner: Outcome): Outcome {
  return { ...inner, holds: inner.holds === undefined ? undefined : !inner.holds, scope: undefined };
}

export function toVerdict({ holds, clause, evidence, places, scope }: Outcome): Verdict {
  const said = cut(cleanLine(clause), maxReason);
  const shown =
    places > evidence.length ? ` (${evidence.length} of ${counted(places, 'place')} are listed)` : '';
  return { holds, reason: `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}${shown}.`, evidence, scope };
}

function joined(outcomes: readonly Outcome[]): Omit<Outcome, 'holds'> {
  const clauses = [...new Set(outcomes.map(({ clause }) => clause))];
  const all = distinct(outcomes.flatMap(({ evidence }) => evidence));
  const hidden = outcomes.reduce((sum, { places, evidence }) => sum + places - evidence.length, 0);
  const scopes = outcomes.flatMap(({ scope }) => (scope === undefined ? [] : [scope]));
  return {
    clause: clauses.join(', and '),
    evidence: all.slice(0, maxEvidence),
    places: all.length + hidden,
    // What is about the whole diff only narrows what the other parts are about.
    scope: scopes.length === 0 ? undefined : union(scopes),
  };
}

/** Where one part that holds by itself is about the whole diff, all of them are. */
function scopeOfAny(outcomes: readonly Outcome[]): readonly string[] | undefined {
  const scopes = outcomes.flatMap(({ scope }) => (scope === undefined ? [] : [scope]));
  return scopes.length < outcomes.length ? undefined : union(scopes);
}

function union(scopes: readonly (readonly string[])[]): readonly string[] {
  return scopes.length === 1 ? scopes[0]! : [...new Set(scopes.flat())].sort();
}

function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const byPlace = new Map<string, Evidence>();
  for (const each of evidence) {
    const { start, end } = each.range ?? {};
    const place = [each.path, start?.line, start?.character, end?.line, end?.character].join('\0');
    if (!byPlace.has(place)) byPlace.set(place, each);
  }
  return [...byPlace.values()];
}

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
  /** What made it so. */
  readonly evidence: readonly Evidence[];
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
  return { holds, clause, evidence: about.evidence ?? [], scope: about.scope };
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

export function toVerdict({ holds, clause, evidence, scope }: Outcome): Verdict {
  const said = cut(cleanLine(clause), maxReason);
  const places = distinct(evidence);
  const shown =
    places.length > maxEvidence ? ` (${maxEvidence} of ${counted(places.length, 'place')} are listed)` : '';
  return {
    holds,
    reason: `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}${shown}.`,
    evidence: places.slice(0, maxEvidence),
    scope,
  };
}

function joined(outcomes: readonly Outcome[]): Omit<Outcome, 'holds'> {
  const clauses = [...new Set(outcomes.map(({ clause }) => clause))];
  const scopes = outcomes.flatMap(({ scope }) => (scope === undefined ? [] : [scope]));
  return {
    clause: clauses.join(', and '),
    evidence: outcomes.length === 1 ? outcomes[0]!.evidence : outcomes.flatMap(({ evidence }) => evidence),
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

/** Each place once: first those in files, then the whole files of which nothing is shown yet. */
function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const inFiles = evidence.filter(({ range }) => range !== undefined);
  const places = new Map(inFiles.map((place) => [JSON.stringify(place), place]));
  const shown = new Set(inFiles.map(({ path }) => path));
  const files = evidence.filter(({ path }) => shown.size < shown.add(path).size);
  return [...places.values(), ...files];
}

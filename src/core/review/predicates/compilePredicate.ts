import type { Predicate as PredicateData } from '../../guidance/predicateSchema';
import type { Path } from '../../guidance/yamlTree';
import { predicateKeys } from './predicateKeys';
import { type Mapping, type Predicate, predicateOf } from './mapping';
import { allOf, anyOf, notOf, type Outcome, outcome } from './outcome';
import type { PredicateReader } from './predicateReader';
import type { View } from './view';

/** What a mapping says of which a part could not be read: the item stays in. */
export const unreadable: Outcome = outcome(undefined, 'a part of what is asked here could not be read');

/** Compiles a mapping of predicates. Each key is read, so that each problem is told. */
export function compilePredicate(data: PredicateData, reader: PredicateReader, path: Path): Predicate {
  const { all, any, not, ...leaves } = data;
  const parts = Object.entries(leaves).map(([name, value]) => {
    const place = [...path, name];
    // Items that ask the same share what they remember of each file.
    const part = reader.shared([name, value], () =>
      predicateKeys[name as keyof typeof leaves](value as never, reader, place),
    );
    return reader.isWhole(value, place) ? part : undefined;
  });
  const inner: Predicate[] = [];
  const each = (list: readonly PredicateData[], name: string) =>
    list.map((one, index) => compilePredicate(one, reader, [...path, name, index]));
  if (all !== undefined) inner.push(joining(each(all, 'all'), allOf, 'all'));
  if (any !== undefined) inner.push(joining(each(any, 'any'), anyOf, 'any'));
  if (not !== undefined) {
    const predicate = compilePredicate(not, reader, [...path, 'not']);
    inner.push(async (view) => notOf(await predicate(view)));
  }
  const isWhole = [path, [...path, 'all'], [...path, 'any']].every((place) => reader.isComplete(place));
  if (!isWhole || parts.includes(undefined)) return () => unreadable;
  const read = parts.filter((part) => part !== undefined);
  if (read.some(({ slow = [] }) => slow.length > 0)) reader.reads = true;
  return predicateOf({
    filters: read.flatMap(({ filters = [] }) => filters),
    fileKeys: read.flatMap(({ fileKeys = [] }) => fileKeys),
    quick: read.flatMap(({ quick = [] }) => quick),
    slow: [...read.flatMap(({ slow = [] }) => slow), ...inner],
  } satisfies Mapping);
}

function joining(
  predicates: readonly Predicate[],
  join: (outcomes: readonly Outcome[]) => Outcome,
  name: string,
): Predicate {
  return async (view: View) => {
    const outcomes: Outcome[] = [];
    for (const predicate of predicates) outcomes.push(await predicate(view));
    const joined = join(outcomes);
    return predicates.length === 0 ? { ...joined, clause: `its "${name}" is empty` } : joined;
  };
}

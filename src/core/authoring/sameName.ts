import type { Name, NamedKind, Names } from './names';

/**
 * All places that name what one of them does, itself included: a folder's guidance speaks of what is written in it, in
 * the folders around it and in those inside it, and an inner entry that replaces an outer one has its name on purpose.
 */
export function sameName(name: Name, names: Names): readonly Name[] {
  const { of } = name;
  const known = names.named(name.name);
  const alike = known.some((each) => isSamePlace(each, name)) ? known : [name, ...known];
  if (of === 'owner' || of === 'tag') return alike.filter((each) => each.of === of);
  if (of === 'item' || of === 'step')
    return alike.filter((each) => each.of === of && each.within === name.within && each.uri === name.uri);
  const kinds = kindsMeant(name, alike);
  const left = new Set(alike.filter((each) => kinds.has(each.of)));
  const found: Name[] = [];
  const queue = [...left].filter((each) => isSamePlace(each, name)).slice(0, 1);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    left.delete(next);
    found.push(next);
    for (const each of left) {
      if (!isRelated(each, next)) continue;
      left.delete(each);
      queue.push(each);
    }
  }
  return found;
}

/** The definitions that hold where a name stands: of the nearest folder that has one, own guidance before packs. */
export function definitionsOf(name: Name, names: Names): readonly Name[] {
  const all = sameName(name, names).filter(({ isDefinition }) => isDefinition);
  const around = all.filter(({ folder }) => name.folder.startsWith(folder));
  const nearest = Math.max(...around.map(({ folder }) => folder.length));
  const here = around.length === 0 ? all : around.filter(({ folder }) => folder.length === nearest);
  const own = here.filter(({ folder, linkBase }) => folder === linkBase);
  return own.length > 0 ? own : here;
}

/** Whether guidance of the two folders can speak of each other. */
export function isRelated(a: Pick<Name, 'folder'>, b: Pick<Name, 'folder'>): boolean {
  return a.folder.startsWith(b.folder) || b.folder.startsWith(a.folder);
}

/** Kinds that have ids by which others refer to them. */
const entryKinds: ReadonlySet<NamedKind> = new Set([
  'philosophy',
  'decision',
  'change',
  'marker',
  'checklist',
  'walkthrough',
  'area',
  'term',
]);

/** What only says an id means whatever entry has it. */
function kindsMeant({ of }: Name, alike: readonly Name[]): ReadonlySet<NamedKind> {
  if (of !== 'entry') return new Set([of, 'entry']);
  return new Set(['entry', ...alike.flatMap((each) => (entryKinds.has(each.of) ? [each.of] : []))]);
}

function isSamePlace(a: Name, b: Name): boolean {
  const [from, to] = [a.range.start, b.range.start];
  return a.uri === b.uri && a.of === b.of && from.line === to.line && from.character === to.character;
}

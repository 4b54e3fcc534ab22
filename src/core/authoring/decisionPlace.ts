import { decisionNumber, decisionPrefix, nameOf } from '../guidance/formats/decisionFile';
import type { Guidance } from '../guidance/guidance';
import { isInside, relativePath, resolveLink } from '../text/links';
import { slug } from '../text/slug';
import { grouped } from '../text/grouped';
import type { DecisionModel } from './decisionModels';

/** Where the next decision is to be written. */
export interface DecisionPlace {
  /** Path of the folder in the workspace folder, ending in `/`. */
  readonly folder: string;
  /** URIs of the records there, the newest first. */
  readonly records: readonly string[];
  /** What to write it like where there is none. */
  readonly model: DecisionModel;
}

/** The folder with most records of those that are nearest to a path; else the one that is named for them, or MADR's. */
export function decisionPlace(guidance: Guidance, path: string): DecisionPlace {
  const { root, decisions } = guidance;
  const inWorkspace = decisions.all.filter(({ uri }) => isInside(uri, root));
  const near = decisions.nearest(inWorkspace, path);
  const folders = [...grouped(near, ({ uri }) => [uri.slice(0, uri.lastIndexOf('/') + 1)])];
  const [most] = folders.toSorted(([, a], [, b]) => b.length - a.length);
  if (most === undefined) return { ...namedPlace(guidance), records: [] };
  const [folder, records] = most;
  const age = ({ number, date = '', file }: (typeof records)[number]) =>
    `${String(number ?? 0).padStart(8, '0')} ${date} ${file}`;
  return {
    folder: relativePath(folder, root)!,
    records: records.toSorted((a, b) => (age(a) < age(b) ? 1 : -1)).map(({ uri }) => uri),
    model: 'madr',
  };
}

function namedPlace({ root, sources }: Guidance): Omit<DecisionPlace, 'records'> {
  for (const { uri, folder, read } of sources) {
    const named = read.find(({ group }) => group === 'decisions');
    const target = named && resolveLink(`${named.value.replace(/\/+$/, '')}/`, { linkBase: folder, root });
    const path = target && relativePath(target.replace(/\/*$/, '/'), root);
    if (path === undefined || path === '') continue;
    const model = uri.endsWith('.adr-dir')
      ? 'adrTools'
      : /\.log4brains\.ya?ml$/.test(uri)
        ? 'log4brains'
        : 'madr';
    return { folder: path, model };
  }
  return { folder: 'docs/decisions/', model: 'madr' };
}

export interface NextDecision {
  /** The name of the file, with its ending. */
  readonly name: string;
  readonly number: number | undefined;
}

/**
 * The name of the next record: numbered or dated as those are that are there, with as many digits, and the same between
 * the words. `names` are all files of the folder.
 */
export function nextDecision(
  names: readonly string[],
  { title, today, model }: { readonly title: string; readonly today: string; readonly model: DecisionModel },
): NextDecision {
  const records = names.filter((name) => /\.(?:md|markdown|mdx)$/i.test(name));
  const numbered = records.filter((name) => decisionNumber(nameOf(name)) !== undefined);
  const last = numbered.toSorted((a, b) => decisionNumber(nameOf(a))! - decisionNumber(nameOf(b))!).at(-1);
  const dated = records
    .filter((name) => /\d{8}|\d-\d\d-\d/.test(decisionPrefix(nameOf(name))))
    .toSorted()
    .at(-1);
  const like =
    last ??
    dated ??
    records.toSorted().at(-1) ??
    { madr: '0000-a.md', adrTools: '0000-a.md', log4brains: '20260101-a.md' }[model];
  const file = nameOf(like);
  const prefix = decisionPrefix(file);
  const number = decisionNumber(file) === undefined ? undefined : decisionNumber(file)! + 1;
  const rest = file.slice(prefix.length);
  const gap = /^[-_. ]+/.exec(rest)?.[0] ?? (prefix === '' ? '' : '-');
  const lead =
    number === undefined
      ? prefix.replace(/\d{4}-\d\d-\d\d/, today).replace(/\d{8}/, today.replaceAll('-', ''))
      : prefix.replace(/\d+/, (digits) => String(number).padStart(digits.length, '0'));
  const between = /^[^-]*_[^-]*$/.test(rest.slice(gap.length)) ? '_' : '-';
  const name = `${lead}${gap}${slug(title).replaceAll('-', between)}${like.slice(file.length)}`;
  return { name: freeName(name, names), number };
}

function freeName(name: string, names: readonly string[]): string {
  const taken = new Set(names.map((each) => each.toLowerCase()));
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1)
    free = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
  return free;
}

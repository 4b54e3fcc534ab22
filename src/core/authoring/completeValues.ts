import { fileNames } from '../comments/languageFiles';
import { languageOfName, languages } from '../comments/languages';
import { defaultTags } from '../markers/defaultTags';
import type { Entry, Kind } from '../guidance/model';
import { guidanceFolderOf } from '../guidance/formats';
import type { SchemaKey } from '../guidance/schemaKeys';
import { addDays, addMonths } from '../text/day';
import { counted } from '../text/counted';
import { grouped } from '../text/grouped';
import { cleanLine } from '../text/markdown';
import { pathFrom } from '../text/pathFrom';
import { tools } from '../text/tools';
import { uriAt } from '../text/uriAt';
import type { AuthoringCompletion } from './completion';
import type { Known } from './known';
import { isOwnIn } from './ownName';

/** A value without its place. */
export type Value = Pick<AuthoringCompletion, 'kind' | 'label' | 'detail'>;

/** What a key can hold, where that is known; paths and globs are completed step by step instead. */
export function valuesOf({ values, holds, isList }: SchemaKey, known: Known): readonly Value[] {
  return [
    ...(values ?? []).map((value): Value => ({ kind: 'value', label: value, detail: '' })),
    ...(holds === undefined ? [] : (held[holds]?.(known, isList) ?? [])),
  ];
}

type Held = (known: Known, isList: boolean) => readonly Value[];

/** By what a text is. */
const held: Partial<Record<NonNullable<SchemaKey['holds']>, Held>> = {
  // The id of an entry is for its author to find; a list of ids names others.
  id: (known, isList) => (isList ? otherIds(known) : []),
  philosophy: (known) => idsOf(known, 'philosophy'),
  walkthrough: (known) => idsOf(known, 'walkthrough'),
  checklist: (known) => idsOf(known, 'checklist'),
  decision: ({ guidance, folderUri }) =>
    guidance.entries
      .filter(({ kind }) => kind === 'decision')
      .map(({ uri, title }) => ({ kind: 'file', label: pathFrom(folderUri, uri), detail: cleanLine(title) })),
  owner: ({ owners }) => owners.map(({ handle, why }) => ({ kind: 'owner', label: handle, detail: why })),
  language: languageIds,
  module: ({ modules }) => [...modules].map(([label, detail]) => ({ kind: 'value', label, detail })),
  diagnostic: ({ diagnostics }) =>
    diagnostics.map((label) => ({ kind: 'value', label, detail: 'seen here' })),
  symbol: ({ symbols }) => [...symbols].map(([label, detail]) => ({ kind: 'value', label, detail })),
  command: ({ runs }) => runs.commands.map(({ run, from }) => ({ kind: 'value', label: run, detail: from })),
  tool: ({ runs }) => [
    ...runs.tools.map(({ wish, from }): Value => ({ kind: 'value', label: wish, detail: from })),
    ...Object.keys(tools).map((label): Value => ({ kind: 'value', label, detail: '' })),
  ],
  group: ({ guidance }) =>
    frequent(guidance.entries.flatMap((entry) => (entry.kind === 'philosophy' ? entry.tags : []))),
  role: ({ guidance }) =>
    frequent(
      guidance.entries.flatMap((entry) =>
        entry.kind === 'walkthrough'
          ? [...entry.roles, ...entry.steps.flatMap(({ roles = [] }) => roles)]
          : [],
      ),
    ),
  pack: packs,
  length: () => [
    { kind: 'value', label: '30d', detail: '30 days' },
    { kind: 'value', label: '90d', detail: '90 days' },
    { kind: 'value', label: '6mo', detail: '6 months' },
    { kind: 'value', label: '1y', detail: 'a year' },
  ],
  tag: () =>
    defaultTags.flatMap(({ tag, aliases = [], means }) =>
      [tag, ...aliases].map((label): Value => ({ kind: 'value', label, detail: means })),
    ),
  day: days,
};

/** An entry does not refer to itself. */
function idsOf(known: Known, kind: Kind): readonly Value[] {
  const isOwn = isOwnIn(known);
  return known.guidance.entries.filter((entry) => entry.kind === kind && !isOwn(entry)).map(idOf);
}

/** Of what holds here and is written elsewhere: in an outer folder, or in a pack. */
function otherIds({ guidance, folderUri }: Known): readonly Value[] {
  return guidance.entries
    .filter(({ folder, uri, readBy }) => {
      const isOuter = folderUri.startsWith(folder) && !uri.startsWith(`${folderUri}.leadlight/`);
      return isOuter && readBy === undefined;
    })
    .map(idOf);
}

function idOf({ id, title }: Entry): Value {
  return { kind: 'id', label: id, detail: cleanLine(title) };
}

/** Those of the workspace's files come first. */
function languageIds({ files }: Known): readonly Value[] {
  const counts = new Map<string, number>();
  const count = (language: string | undefined, more: number) => {
    if (language !== undefined && more > 0) counts.set(language, (counts.get(language) ?? 0) + more);
  };
  for (const [ending, more] of files.endings('')) count(languageOfName(`a${ending}`), more);
  for (const [name, language] of fileNames) count(language, files.named(name).length);
  const here = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const others = languages.map(({ id }) => id).filter((id) => !id.includes(':') && !counts.has(id));
  return [
    ...here.map(([label, count]): Value => ({ kind: 'value', label, detail: counted(count, 'file') })),
    ...others.map((label): Value => ({ kind: 'value', label, detail: '' })),
  ];
}

/** Folders with guidance that does not hold here anyway. */
function packs({ files, folder, folderUri, guidance }: Known): readonly Value[] {
  const found = new Set(files.paths.map(guidanceFolderOf));
  return [...found]
    .filter((path) => path !== undefined)
    .filter((path) => !folder.startsWith(path))
    .map((path) => {
      const label = pathFrom(folderUri, uriAt(guidance.root, path)).replace(/\/$/, '');
      return { kind: 'folder', label: label.startsWith('../') ? label : `./${label}`, detail: '' };
    });
}

/** Words that others use, the frequent first. */
function frequent(words: readonly string[]): readonly Value[] {
  const uses = [...grouped(words, (word) => [word])].sort(([, a], [, b]) => b.length - a.length);
  return uses.map(([label, { length }]) => ({ kind: 'value', label, detail: counted(length, 'use') }));
}

function days({ today }: Known): readonly Value[] {
  const month = Number(today.slice(5, 7));
  const endOf = (months: number) => addDays(addMonths(`${today.slice(0, 8)}01`, months), -1);
  const choices: readonly (readonly [string, string])[] = [
    [today, 'today'],
    [addDays(today, 7), 'in a week'],
    [addDays(today, 30), 'in 30 days'],
    [endOf(3 - ((month - 1) % 3)), 'the end of the quarter'],
    [addMonths(today, 6), 'in six months'],
    [endOf(13 - month), 'the end of the year'],
    [addMonths(today, 12), 'in a year'],
  ];
  return [...new Map(choices)].map(([label, detail]) => ({ kind: 'day', label, detail }));
}

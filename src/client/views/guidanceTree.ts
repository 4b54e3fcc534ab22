import type {
  DeadText,
  GuidanceReport,
  ReportedEntry,
  ReportedSource,
} from '../../core/features/guidanceReport';
import { counted } from '../../core/text/counted';
import { escapeInline } from '../../core/text/markdown';
import { kinds } from '../kinds';
import type { SourceNode } from './sourceNode';

/** All guidance as a tree: what is dead, then each source with its entries and the number of files that each governs. */
export function guidanceTree(reports: readonly GuidanceReport[]): readonly SourceNode[] {
  const sources = reports
    .flatMap((report) => report.sources)
    .filter(({ entries, problems }) => entries.length + problems > 0);
  const dead = sources.flatMap(deadNodes);
  const group: SourceNode = {
    id: 'dead',
    label: 'Dead',
    description: `${counted(dead.length, 'place')} that nobody will see`,
    icon: 'circle-slash',
    children: dead,
  };
  return [...(dead.length > 0 ? [group] : []), ...sources.map(sourceNode)];
}

/** Whether there are decisions, of which something may speak. */
export function hasDecisions(reports: readonly GuidanceReport[]): boolean {
  return reports.some(({ sources }) =>
    sources.some(({ entries }) => entries.some(({ kind }) => kind === 'decision')),
  );
}

/** What the view says of all of it, such as `4 sources, 31 entries, 2 dead`. */
export function guidanceSummary(reports: readonly GuidanceReport[]): string {
  const entries = reports.flatMap(({ sources }) => sources.flatMap((source) => source.entries));
  const dead = reports.flatMap(({ sources }) => sources.flatMap(deadNodes)).length;
  const isPartial = reports.some(({ truncated }) => truncated);
  return [
    counted(entries.length, 'entry', 'entries'),
    ...(dead > 0 ? [`${dead} dead`] : []),
    ...(isPartial ? ['counts are partial: there are too many files'] : []),
  ].join(', ');
}

function sourceNode({ uri, path, format, readBy, entries, problems }: ReportedSource): SourceNode {
  const start = { line: 0, character: 0 };
  const others = readBy.length === 0 ? [] : [`also read by ${readBy.join(', ')}`];
  return {
    id: uri,
    label: path,
    description: [format, ...(problems > 0 ? [counted(problems, 'problem')] : [])].join(' · '),
    tooltip: [path, format, counted(entries.length, 'entry', 'entries'), ...others]
      .map(escapeInline)
      .join('\n\n'),
    icon: 'book',
    opens: { uri, range: { start, end: start }, label: path },
    isFolded: true,
    children: entries.map((entry) => entryNode(entry, uri)),
  };
}

function entryNode({ kind, key, title, source, files, dead }: ReportedEntry, uri: string): SourceNode {
  const governs = files === undefined ? [] : [counted(files, 'file')];
  return {
    id: `${uri} ${key}`,
    label: title,
    description: [
      kinds[kind].one.toLowerCase(),
      ...governs,
      ...(dead.length > 0 ? ['dead in part'] : []),
    ].join(' · '),
    icon: kinds[kind].icon,
    opens: source,
  };
}

/** What is dead of a source: that of the file itself first, then that of its entries. */
function deadNodes({ uri, path, entries, dead }: ReportedSource): readonly SourceNode[] {
  return [
    ...dead.map((text, index) => deadNode(text, { id: `${index} ${uri}`, label: path, uri, path })),
    ...entries.flatMap(({ key, title, dead: texts }) =>
      texts.map((text, index) => deadNode(text, { id: `${index} ${uri} ${key}`, label: title, uri, path })),
    ),
  ];
}

function deadNode(
  { message, range }: DeadText,
  { id, label, uri, path }: { id: string; label: string; uri: string; path: string },
): SourceNode {
  const place = `${path}:${range.start.line + 1}`;
  return {
    id: `dead ${id}`,
    label,
    description: label === path ? `line ${range.start.line + 1}: ${message}` : `${message} ${place}`,
    icon: 'circle-slash',
    opens: { uri, range, label: place },
  };
}

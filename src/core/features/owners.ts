import type { Guidance } from '../guidance/guidance';
import type { Area } from '../guidance/model';
import type { WorkspaceFiles } from '../guidance/workspaceFiles';
import type { CancelSignal } from '../host';
import { areaAt, areasAt, contactFor } from '../match/scope';
import { cleanLine } from '../text/markdown';
import { inTurns, type Turns } from '../turns';
import { type CardSource, sourceOf } from './card';

/** An area as it is named beside a file. Plain text, all of it. */
export interface NamedArea {
  readonly name: string;
  /** Who leads it now: the delegate while the lead is away. Empty where nobody does. */
  readonly contact: string;
  /** Where to ask, and in whose place somebody answers. */
  readonly detail: string;
  readonly source: CardSource;
  /** Other tools that read it, too. */
  readonly readBy: readonly string[];
}

export function nameArea(
  area: Area,
  { root, today }: { readonly root: string; readonly today: string },
): NamedArea {
  const contact = contactFor(undefined, area, today);
  const detail = [
    area.ask,
    contact?.insteadOf && `for ${contact.insteadOf}, away until ${contact.awayUntil}`,
  ];
  return {
    name: cleanLine(area.title),
    contact: cleanLine(contact?.handles.join(', ') ?? ''),
    detail: cleanLine(detail.filter(Boolean).join(' · ')),
    source: sourceOf(area, root),
    readBy: area.readBy ?? [],
  };
}

/** Who owns a file, by which rule in which line. Plain text. */
export interface FileOwner {
  /** Who leads it now; where to ask, where nobody is named. */
  readonly who: string;
  /** `/src/pay/ · .github/CODEOWNERS:4` */
  readonly rule: string;
}

/** `undefined` for a file that nobody owns. `path` is relative to the workspace folder. */
export function ownerAt(guidance: Guidance, path: string, today: string): FileOwner | undefined {
  const area = areaAt(guidance, path);
  if (area === undefined) return undefined;
  const { name, contact, detail, source } = nameArea(area, { root: guidance.root, today });
  const who = contact === '' ? detail : contact;
  if (who === '') return undefined;
  return { who, rule: [name, who === detail ? '' : detail, source.label].filter(Boolean).join(' · ') };
}

/** Who owns some files, and which of them nobody does. */
export interface OwnersReport {
  /** How many files were looked at. */
  readonly files: number;
  /** By how many of the files they hold, most first. */
  readonly areas: readonly OwningArea[];
  /** How many files nobody owns, and the first of them. */
  readonly unowned: { readonly files: number; readonly first: readonly UnownedFile[] };
  /** Whether the workspace holds more files than are listed. */
  readonly truncated: boolean;
}

export interface OwningArea extends NamedArea {
  readonly files: number;
}

export interface UnownedFile {
  /** In its workspace folder, `/`-separated, as it is. */
  readonly path: string;
  readonly root: string;
}

/** How many files without an owner are named. */
const mostNamed = 5_000;

export interface OwnersQuery {
  readonly guidance: Guidance;
  readonly files: WorkspaceFiles | undefined;
  /** A file or a folder of the workspace folder, without a slash at its end; empty for all of it. */
  readonly path: string;
  readonly today: string;
  readonly turns: Turns;
  readonly signal?: CancelSignal | undefined;
}

/** Who owns a file, or the files of a folder. A file that is not listed, since git ignores it, is looked at by name. */
export async function ownersIn(query: OwnersQuery): Promise<OwnersReport> {
  const { guidance, files, path, today, turns, signal } = query;
  const inside = path === '' ? files?.files : files?.files.filter((file) => file.startsWith(`${path}/`));
  const wanted = inside === undefined || inside.length === 0 ? [path].filter((each) => each !== '') : inside;
  const counts = new Map<Area, number>();
  const unowned: UnownedFile[] = [];
  const look = (file: string) => {
    const areas = areasAt(guidance, file);
    for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1);
    if (areas.every(({ leads }) => leads.length === 0)) unowned.push({ path: file, root: guidance.root });
  };
  await inTurns(wanted, look, { ...turns, signal });
  return {
    files: wanted.length,
    areas: [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([area, count]) => ({ ...nameArea(area, { root: guidance.root, today }), files: count })),
    unowned: { files: unowned.length, first: unowned.slice(0, mostNamed) },
    truncated: files?.truncated ?? false,
  };
}

/** What several workspace folders say, as one. */
export function joinOwners(reports: readonly OwnersReport[]): OwnersReport {
  return {
    files: reports.reduce((sum, { files }) => sum + files, 0),
    areas: reports.flatMap(({ areas }) => areas).sort((a, b) => b.files - a.files),
    unowned: {
      files: reports.reduce((sum, { unowned }) => sum + unowned.files, 0),
      first: reports.flatMap(({ unowned }) => unowned.first).slice(0, mostNamed),
    },
    truncated: reports.some(({ truncated }) => truncated),
  };
}

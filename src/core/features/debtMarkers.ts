import { isCodeowners } from '../guidance/owners/codeowners';
import type { Guidance } from '../guidance/guidance';
import type { Area } from '../guidance/model';
import type { FolderPolicies } from '../markers/folderPolicies';
import { judge } from '../markers/judge';
import { isExcused } from '../markers/scannedMarker';
import { ownersIn } from '../markers/owners';
import type { ScannedMarker } from '../markers/scanner';
import { areaAt, contactFor } from '../match/scope';
import type { DebtMarker } from './debt';

/** What the markers of all files are judged by. */
export interface DebtGround {
  readonly guidance: Guidance;
  /** Of the same guidance. */
  readonly policies: FolderPolicies;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  isMe(owner: string): boolean;
}

/** A file with markers, and what git knows of them. */
export interface DebtFile {
  readonly uri: string;
  /** Relative to its workspace folder. */
  readonly path: string;
  readonly markers: readonly ScannedMarker[];
  /** Whether the current branch added a marker; `undefined` where git does not tell. */
  isNew(marker: ScannedMarker): boolean | undefined;
  /** The day a marker was written; `undefined` until that is known. */
  since(marker: ScannedMarker): string | undefined;
}

/** The markers of a file, judged. */
export interface JudgedFile {
  readonly uri: string;
  readonly markers: readonly DebtMarker[];
}

/** The markers of a file with what is known around them. */
export function debtMarkers(file: DebtFile, ground: DebtGround): readonly DebtMarker[] {
  const { uri, path } = file;
  const { guidance, policies, today, isMe } = ground;
  const area = areaAt(guidance, path);
  const lead = contactFor(undefined, area, today)?.handles.join(' ');
  return file.markers.map((marker): DebtMarker => {
    const since = file.since(marker);
    const isNew = file.isNew(marker);
    const policy = policies.policyOf(path, marker.tag);
    return {
      ...marker,
      uri,
      path,
      ...(area && { area: areaName(area) }),
      ...(lead && { lead }),
      level: policy?.level ?? 'none',
      ...judge(marker, policy ?? { require: [] }, { today, ...(since !== undefined && { since }) }),
      ...(isExcused(marker, policy) && { missing: [], isOverdue: false }),
      isMine: marker.owner !== undefined && isMe(marker.owner),
      ...(isNew !== undefined && { isNew }),
      ...(since !== undefined && { since }),
    };
  });
}

/**
 * Whether one of a marker's owners is one of these handles: without case, without the `@` before them, and of an e-mail
 * address what stands before its `@` is enough on one side.
 */
export function createIsMe(me: readonly string[]): (owner: string) => boolean {
  const mine = new Set(me.map(bareHandle).filter((name) => name !== ''));
  const short = new Set([...mine].map(localPart));
  return (owner) =>
    ownersIn(owner)
      .map(bareHandle)
      .some((name) => mine.has(name) || short.has(name) || mine.has(localPart(name)));
}

/** The name by which two ways to write an owner are the same. */
export function bareHandle(owner: string): string {
  return owner.trim().replace(/^@/, '').toLowerCase();
}

function localPart(name: string): string {
  return name.replace(/@.*$/s, '');
}

/** A rule of CODEOWNERS has no name of its own: a pattern such as `*` says less than who owns what it admits. */
function areaName({ uri, title, leads }: Area): string {
  return isCodeowners(uri) && leads.length > 0 ? leads.join(', ') : title;
}

import { decisionNumber, decisionSlug, nameOf } from '../guidance/formats/decisionFile';
import type { Guidance } from '../guidance/guidance';
import type { Philosophy } from '../guidance/model';
import type { Problem } from '../guidance/problem';
import { relativePath, resolveLink } from '../text/links';
import { cleanLine, escapeInline } from '../text/markdown';
import { decisionLike } from './decisionLike';
import { decisionModels } from './decisionModels';
import { decisionPlace } from './decisionPlace';

/** A decision that an entry names by its path and that is not there. */
export interface MissingDecision {
  readonly uri: string;
  /** In the workspace folder. */
  readonly path: string;
  readonly entry: Philosophy;
}

/** `undefined` for a problem that is not about one, or where no file can be. */
export function missingDecision(problem: Problem, guidance: Guidance): MissingDecision | undefined {
  if (problem.code !== 'missing-decision') return undefined;
  const entry = guidance.entries.find(
    (each) =>
      each.kind === 'philosophy' &&
      each.uri === problem.uri &&
      JSON.stringify(each.parts.range(['decision'])) === JSON.stringify(problem.range),
  );
  if (entry?.kind !== 'philosophy' || entry.decision === undefined) return undefined;
  const target = entry.decision.replace(/#.*$/, '');
  const uri = resolveLink(target, { linkBase: entry.linkBase, root: guidance.root });
  const path = uri === undefined ? undefined : relativePath(uri, guidance.root);
  return uri === undefined || path === undefined || !/\.(?:md|markdown|mdx)$/i.test(path)
    ? undefined
    : { uri, path, entry };
}

/** URIs of the records that a new one is written like: those of its folder, or else of the nearest, the newest first. */
export function recordsLike({ uri, path }: MissingDecision, guidance: Guidance): readonly string[] {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const { records } = decisionPlace(guidance, path);
  const beside = guidance.decisions.all.map((each) => each.uri).filter((each) => each.startsWith(folder));
  return records.some((each) => each.startsWith(folder)) || beside.length === 0 ? records : beside;
}

/** The text of the record, for a person to write the context; `records` are the texts of others, the newest first. */
export function decisionText(
  { path, entry }: MissingDecision,
  { records, guidance, today }: { readonly records: readonly string[]; guidance: Guidance; today: string },
): string {
  const file = nameOf(path);
  const words = decisionSlug(file)
    .replace(/[-_.]+/g, ' ')
    .trim();
  const decision = {
    title: words === '' ? cleanLine(entry.title) : words.charAt(0).toUpperCase() + words.slice(1),
    number: decisionNumber(file),
    today,
    files: entry.applies?.files?.[0]?.glob.source ?? '**',
    link: `${escapeInline(entry.title)} (${escapeInline(relativePath(entry.uri, guidance.root) ?? '')})`,
  };
  const { text } = decisionLike(records, decision) ?? decisionLike([decisionModels.madr], decision)!;
  return text;
}

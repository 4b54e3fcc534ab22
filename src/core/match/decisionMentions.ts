import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Region, regionAt } from '../comments/regions';
import type { DecisionIndex } from '../guidance/decisionIndex';
import type { Decision } from '../guidance/decisionModel';
import type { Stretch } from '../markers/markerBody';

/** What a comment calls a decision: `ADR-0012`, a path or the name of its file, or `decision: slug`. */
export interface Mention extends Stretch {
  readonly written: string;
  readonly number?: number;
  /** A path or a name. */
  readonly name?: string;
}

/** A mention of decisions that there are; of none where it names one that is missing. */
export interface DecisionReference extends Mention {
  /** Several where a number is taken more than once. */
  readonly decisions: readonly Decision[];
}

const prose: ReadonlySet<string> = new Set(['markdown', 'plaintext', 'asciidoc', 'restructuredtext', 'mdx']);

const mention =
  /(?<![\w/.@-])(?:(?:ADR[-_ ]?#?|adr[-_])(?<number>\d{1,5})(?![\w.]*\/)(?![\w]|\.\d)(?:-(?<tail>[\w-]*[a-z][\w-]*))?|(?<label>[Dd]ecision: ?)(?<slug>[a-z0-9][\w.-]*[\w])|(?<path>(?:\.{0,2}\/)?(?:[\w@.-]+\/)*(?:ADR-|adr-)?\d{1,8}[-_][\w.-]*\w))/g;

/** Whether a text of a language is read by people as a whole, and not its comments only. */
export function isProse(languageId: string): boolean {
  return prose.has(languageId);
}

/** What every mention has in it. One pass over the whole text is much faster than looking into each comment. */
const telling = /ADR|adr[-_/]|[Dd]ecision|\d[-_]/g;

export interface MentionPlace {
  readonly document: TextDocument;
  readonly text: string;
  readonly regions: readonly Region[];
  /** Relative to the workspace folder; `undefined` for a text that is no file yet. */
  readonly path: string | undefined;
}

/** The mentions of a document that mean decisions; nothing is looked for where there are none. */
export function findReferences(
  { document, text, regions, path = '' }: MentionPlace,
  decisions: DecisionIndex,
): readonly DecisionReference[] {
  if (decisions.all.length === 0) return [];
  return findMentions(text, regions, document.languageId).flatMap((mention) => {
    const found = resolveMention(mention, path, decisions);
    return found === undefined ? [] : [{ ...mention, decisions: found }];
  });
}

/** The mentions in the comments and docstrings of code, and anywhere in prose; by where they begin. */
export function findMentions(
  text: string,
  regions: readonly Region[],
  languageId: string,
): readonly Mention[] {
  if (isProse(languageId)) return mentionsIn(text, 0);
  const hit = new Set<Region>();
  for (const { index } of text.matchAll(telling)) {
    const region = regionAt(regions, index);
    if (region !== undefined) hit.add(region);
  }
  return [...hit].flatMap(({ kind, start, end }) => {
    const part = text.slice(start, end);
    return kind === 'comment' || /^\w{0,2}(?:"""|''')/.test(part) ? mentionsIn(part, start) : [];
  });
}

function mentionsIn(part: string, shift: number): readonly Mention[] {
  return [...part.matchAll(mention)].map(({ 0: whole, index, groups = {} }): Mention => {
    const { number, slug, path, label } = groups;
    const start = shift + index + (label?.length ?? 0);
    return {
      start,
      end: shift + index + whole.length,
      written: whole.slice(label?.length ?? 0),
      ...(number === undefined ? { name: (slug ?? path)! } : { number: Number(number) }),
    };
  });
}

/**
 * What a mention in a file means. A number is looked for in the nearest folder that has it, and then everywhere. The
 * result is `undefined` where it seems to be about something else, and has no decisions where one is missing.
 */
export function resolveMention(
  { number, name, written }: Pick<Mention, 'number' | 'name' | 'written'>,
  path: string,
  decisions: DecisionIndex,
): readonly Decision[] | undefined {
  if (number !== undefined) {
    const found = decisions.numbered(number);
    const slugged = found.filter(({ id }) => written.toLowerCase().endsWith(`-${id}`));
    // Where nobody numbers decisions, the three letters stand for something else, and `#` is often an issue's.
    const isUnclear = written.includes('#') || decisions.all.every((each) => each.number === undefined);
    if (found.length === 0 && isUnclear) return undefined;
    return decisions.nearest(slugged.length > 0 ? slugged : found, path);
  }
  const found = decisions.named(name!);
  const folder = /^(?:\.{0,2}\/)*(.*)\//.exec(name!)?.[1];
  if (folder === undefined) return found.length > 0 ? decisions.nearest(found, path) : undefined;
  const inFolder = (uri: string) => uri.slice(0, uri.lastIndexOf('/')).endsWith(`/${folder}`);
  const exact = found.filter(({ uri }) => inFolder(uri));
  if (exact.length > 0) return decisions.nearest(exact, path);
  // A path into a folder of decisions, where that file is not.
  return decisions.all.some(({ uri }) => inFolder(uri)) ? [] : undefined;
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LocatedGlob } from '../../match/selector';
import { compilePathPattern, type PathPattern } from '../../text/pathPattern';
import type { Source } from '../model';
import { inOneGo, type Steps } from '../../turns';
import { entriesOnly, type SourceText } from '../sourceText';
import { regexPattern } from './kubernetes';
import { areasOf, globOf, linesRange, type OwnersRule } from './ownersArea';

interface Section {
  readonly title: string;
  /** 0-based, both included. */
  readonly from: number;
  to: number;
  readonly fields: { readonly letter: string; readonly value: string; readonly line: number }[];
}

/**
 * Reads the kernel's MAINTAINERS as `scripts/get_maintainer.pl` does: each section that names files is an area, and of
 * several that hold a file the one whose pattern goes deepest comes first. Other files of that name hold no such
 * section, and nothing is said of them.
 */
export function readMaintainers(source: SourceText): Source {
  return inOneGo(maintainersInSteps(source));
}

/** The same section by section: there are thousands. */
export function* maintainersInSteps(source: SourceText): Steps<Source> {
  const { uri, text } = source;
  const document = TextDocument.create(uri, 'plaintext', 0, text);
  const lines = text.split(/\r\n|\n|\r/u);
  const rules: OwnersRule[] = [];
  for (const section of sectionsIn(lines)) {
    yield;
    const rule = ruleOf(section, { source, lines });
    if (rule !== undefined) rules.push(rule);
  }
  const entries = areasOf(rules, { source, document, prefix: 'maintainers' });
  return entriesOnly(source, { entries, problems: [] });
}

/** A title and, below it, lines such as `F:	drivers/net/`. */
function* sectionsIn(lines: readonly string[]): Iterable<Section> {
  let title: { readonly text: string; readonly line: number } | undefined;
  let open: Section | undefined;
  for (const [line, content] of lines.entries()) {
    const [, letter, value] = /^([A-Z]):\s*(.*\S)\s*$/u.exec(content) ?? [];
    if (letter === undefined || value === undefined) {
      if (open !== undefined) yield open;
      open = undefined;
      title = /^\S/u.test(content) ? { text: content.trim(), line } : undefined;
    } else if (open === undefined && title !== undefined) {
      open = { title: title.text, from: title.line, to: line, fields: [{ letter, value, line }] };
    } else if (open !== undefined) {
      open.fields.push({ letter, value, line });
      open.to = line;
    }
  }
  if (open !== undefined) yield open;
}

function ruleOf(
  { title, from, to, fields }: Section,
  { source, lines }: { readonly source: SourceText; readonly lines: readonly string[] },
): OwnersRule | undefined {
  const valuesOf = (letter: string) => fields.filter((field) => field.letter === letter);
  const except = valuesOf('X').flatMap(({ value }) => patternsOf(value));
  const globs: LocatedGlob[] = [];
  const ranks: number[] = [];
  for (const { value, line } of valuesOf('F')) {
    globs.push({ glob: globOf(value, patternsOf(value), except), range: linesRange(lines, line, line) });
    ranks.push(depthOf(value));
  }
  for (const { value, line } of valuesOf('N')) {
    const pattern = regexPattern(source.compilers.pattern(value));
    // What only Perl can read is left to Perl.
    if ('message' in pattern) continue;
    globs.push({ glob: globOf(value, [pattern], except), range: linesRange(lines, line, line) });
    ranks.push(0);
  }
  if (globs.length === 0) return undefined;
  const [list] = valuesOf('L');
  return {
    title,
    leads: valuesOf('M').map(({ value }) => /<([^<>\s]+@[^<>\s]+)>/u.exec(value)?.[1] ?? value),
    range: linesRange(lines, from, to),
    globs,
    ranks,
    group: title.toLowerCase(),
    ...(list && { ask: list.value.replace(/\s*\(.*$/u, '') }),
  };
}

/** A folder with all that is in it, or what begins so at the same depth. */
function patternsOf(value: string): readonly PathPattern[] {
  const segments = value.split('/').filter((segment) => segment !== '' && segment !== '.');
  const last = segments.at(-1);
  if (last === undefined || segments.includes('..')) return [];
  const isFolder = value.endsWith('/');
  const isName = !/[*?[]/.test(last);
  // Nearly all are names, and there are thousands: they need no wildcards.
  const start = segments.join('/').replace(/\*+$/, '');
  if (!/[*?[]/.test(start) && (isName || !isFolder))
    return [
      { ...beginning(start, { isFolder, isName }), prefix: isFolder ? segments : segments.slice(0, -1) },
    ];
  // Brackets are classes, as in the script's regular expressions; braces are plain text.
  const escaped = segments.map((segment) => segment.replaceAll('\\', '\\\\'));
  if (isFolder) return [compilePathPattern(escaped, 'within')];
  const longer = [...escaped.slice(0, -1), escaped.at(-1)!.replace(/\**$/u, '*')];
  return [compilePathPattern(longer, 'exact'), ...(isName ? [compilePathPattern(escaped, 'within')] : [])];
}

/** What begins with a text: all in it as a folder, else what goes on in the same segment; with a name, both. */
function beginning(
  start: string,
  { isFolder, isName }: { readonly isFolder: boolean; readonly isName: boolean },
): Omit<PathPattern, 'prefix'> {
  const inside = `${start}/`;
  return {
    matches: (path) =>
      path.startsWith(start) &&
      ((isName && path.startsWith(inside)) || (!isFolder && !path.includes('/', start.length))),
    coversFolder: (folder) => isName && `${folder}/`.startsWith(inside),
  };
}

function depthOf(value: string): number {
  if (value.startsWith('*')) return -1;
  let slashes = 0;
  for (let at = value.indexOf('/'); at >= 0; at = value.indexOf('/', at + 1)) slashes += 1;
  return slashes + (value.endsWith('/') ? 0 : 1);
}

import type { Range } from 'vscode-languageserver-types';
import { isDecisionPath } from '../guidance/decisionNamed';
import { type FileList, fileListOf } from '../guidance/fileList';
import type { Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import { ownEntries } from '../guidance/ownEntries';
import type { Problem } from '../guidance/problem';
import { type ProblemCode, problemCodes } from '../guidance/problemCodes';
import type { Path } from '../guidance/yamlTree';
import { counted } from '../text/counted';
import { relativePath, resolveLink } from '../text/links';
import { cleanLine } from '../text/markdown';
import { yamlValue } from '../text/yamlText';
import type { LinkTargets } from './linkTargets';

export interface LinkQuery {
  /** Paths of the workspace folder's files. */
  readonly files: readonly string[];
  readonly targets: LinkTargets;
  /** Resolves when this work may go on. */
  turn(): Promise<void>;
}

/** The exemplars, decisions and other pages that entries name by a path, and that are not there, or not as long. */
export async function linkProblems(guidance: Guidance, query: LinkQuery): Promise<readonly Problem[]> {
  const files = fileListOf(query.files);
  const problems: Problem[] = [];
  for (const link of ownEntries(guidance).flatMap(linksOf)) {
    await query.turn();
    const problem = await problemOf(link, { guidance, files, targets: query.targets });
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

interface Link {
  readonly entry: Entry;
  readonly path: Path;
  /** As it was written. */
  readonly target: string;
  readonly code: 'missing-file' | 'missing-decision';
}

/** What reads as a path; a page may also be named in words. */
function linksOf(entry: Entry): readonly Link[] {
  if (entry.kind === 'term' && entry.see !== undefined && isPath(entry.see))
    return [{ entry, path: ['see'], target: entry.see, code: 'missing-file' }];
  if (entry.kind !== 'philosophy' || entry.status === 'deprecated' || entry.status === 'superseded')
    return [];
  const { exemplars, decision } = entry;
  return [
    ...exemplars.flatMap((target, index): Link[] =>
      isPath(target) ? [{ entry, path: ['exemplars', index], target, code: 'missing-file' }] : [],
    ),
    ...(decision !== undefined && isDecisionPath(decision)
      ? [{ entry, path: ['decision'], target: decision, code: 'missing-decision' } as const]
      : []),
  ];
}

function isPath(target: string): boolean {
  const [path = ''] = target.split('#', 1);
  return /\/|\.\w{1,8}$/.test(path);
}

async function problemOf(
  { entry, path, target, code }: Link,
  { guidance, files, targets }: { guidance: Guidance; files: FileList; targets: LinkTargets },
): Promise<Problem | undefined> {
  const { linkBase, parts, uri } = entry;
  const resolved = resolveLink(target, { linkBase, root: guidance.root });
  const file = resolved === undefined ? undefined : relativePath(resolved.replace(/#.*$/, ''), guidance.root);
  if (resolved === undefined || file === undefined) return undefined;
  const [, fragment] = target.split('#', 2);
  if (files.has(file) && fragment === undefined) return undefined;
  const found = await targets.at(resolved);
  if (found.kind === 'there') return undefined;
  const place = { uri, range: parts.range(path) };
  if (found.kind === 'short') {
    const message = `${cleanLine(file)} ${found.lines === undefined ? `has no heading "#${cleanLine(fragment ?? '')}"` : `has only ${counted(found.lines, 'line')}`}.`;
    return problem('missing-lines', message, place);
  }
  const written = target.replace(/#.*$/, '');
  const what = code === 'missing-decision' ? 'decision' : 'file';
  const message = `There is no ${what} "${cleanLine(written)}" here.`;
  const moved = movedTo(file, { files, inside: relativePath(linkBase, guidance.root) ?? '' });
  if (moved === undefined) return problem(code, message, place);
  const newText = yamlValue(fragment === undefined ? moved : `${moved}#${fragment}`);
  return {
    ...problem(code, `${message} Did you mean "${cleanLine(moved)}"?`, place),
    fix: { title: `Change to "${cleanLine(moved)}"`, range: place.range, newText },
  };
}

/** The one file with that name elsewhere, as a path from a folder; `undefined` where there is none, or several. */
function movedTo(
  file: string,
  { files, inside }: { readonly files: FileList; readonly inside: string },
): string | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const [found, ...others] = files
    .named(name)
    .filter((each) => `/${each}`.endsWith(`/${name}`) && each.startsWith(inside));
  return others.length > 0 ? undefined : found?.slice(inside.length);
}

function problem(code: ProblemCode, message: string, place: { uri: string; range: Range }): Problem {
  return { code, severity: problemCodes[code].severity, message, ...place };
}

import { readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageIdOf } from '../core/comments/languages';
import { firstParagraph } from '../core/features/decisionCard';
import type { ExplainedEntry } from '../core/features/explain';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { paragraph, plainText, printableJson } from './output';
import { openWorkspace } from './workspace';

export const explain: Command = {
  call: 'explain FILE[:LINE[:COLUMN]]',
  says: 'what governs a file, a line or a place, counted from 1',
  options: {},
  formats: ['text', 'json'],
  run: explainPlace,
};

async function explainPlace({ positionals, workspace, format, write }: CommandInput): Promise<ExitCode> {
  const [target, ...extra] = positionals;
  if (target === undefined || extra.length > 0)
    throw new UsageError('explain takes one FILE[:LINE[:COLUMN]].');
  const root = resolve(workspace);
  const { file, line, column } = await findPlace(target, root);
  const path = relative(root, file).split(sep).join('/');
  if (path === '..' || path.startsWith('../') || path === '' || /^[a-z]:/i.test(path)) {
    throw new UsageError(`"${target}" is not a file in the workspace "${workspace}".`);
  }
  const text = await readFile(file, 'utf8');
  const document = TextDocument.create(pathToFileURL(file).toString(), languageIdOf(path, text), 1, text);
  if (line !== undefined && (line < 1 || line > document.lineCount || column === 0)) {
    throw new UsageError(`"${path}" has lines 1 to ${document.lineCount}, and columns begin at 1.`);
  }
  const { service } = await openWorkspace(workspace);
  // What texts name leads to a document once it is open, and they were looked through.
  await service.documentChanged(document);
  await service.settled();
  const entries =
    service.documents.explain(document, { line: line && line - 1, character: column && column - 1 })
      ?.entries ?? [];
  service.dispose();
  write(format === 'json' ? printableJson({ entries }) : asText(entries, target));
  return exitCodes.answered;
}

interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A file may have a colon in its name, so the longest name that exists is meant. */
async function findPlace(target: string, root: string): Promise<Place> {
  const [, withLine, line] = /^(.*):(\d+)$/s.exec(target) ?? [];
  const [, withColumn, first] = /^(.*):(\d+)$/s.exec(withLine ?? '') ?? [];
  const candidates: readonly {
    name: string | undefined;
    line?: string | undefined;
    column?: string | undefined;
  }[] = [{ name: target }, { name: withLine, line }, { name: withColumn, line: first, column: line }];
  for (const { name, ...place } of candidates) {
    if (name === undefined) continue;
    const file = resolve(root, name);
    const isFile = await stat(file).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isFile) return { file, line: toNumber(place.line), column: toNumber(place.column) };
  }
  throw new UsageError(`There is no file "${withColumn ?? withLine ?? target}".`);
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function asText(entries: readonly ExplainedEntry[], target: string): string {
  if (entries.length === 0) return `Nothing was written about ${plainText(target)}.\n`;
  return `${entries.map(entryText).join('\n\n')}\n`;
}

/** One entry for a person: title, what it says in short, who to ask, source. */
export function entryText(entry: ExplainedEntry): string {
  const { kind, title, status, owner, named, readBy = [], source, range } = entry;
  const at = range === undefined ? '' : ` (line ${range.start.line + 1})`;
  const head = [plainText(title), kind, ...(status === undefined ? [] : [status])];
  const lines = [`${head.join(' · ')}${at}`, ...saidBy(entry).map((text) => paragraph(text))];
  if (named !== undefined) lines.push(`  Because its text names ${plainText(named)}`);
  if (owner !== undefined) lines.push(`  Ask ${plainText(owner)}`);
  if (readBy.length > 0) lines.push(`  Also read by ${plainText(readBy.join(', '))}`);
  lines.push(`  ${plainText(source.path)}:${source.range.start.line + 1}`);
  return lines.join('\n');
}

/** Of a decision, and of what others have written, one paragraph: the source has the rest. */
function saidBy({ kind, why = '', text = '', named }: ExplainedEntry): readonly string[] {
  const said =
    kind === 'decision'
      ? [labelled('Decided', oneParagraph(text)), labelled('Because', oneParagraph(why))]
      : [why, named === undefined ? oneParagraph(text) : text];
  return said.filter((each) => each !== '');
}

function labelled(label: string, text: string): string {
  if (text === '') return '';
  return /^(?:[-*+]\s|[>|]|\d+[.)]\s)/.test(text) ? `${label}:\n${text}` : `${label}: ${text}`;
}

/** Without the line breaks inside of it that Markdown does not show. */
function oneParagraph(markdown: string): string {
  return firstParagraph(markdown).replace(/(?<=\S)[ \t]*\r?\n[ \t]*(?!\s|[-*+]\s|[>|]|\d+[.)]\s)/g, ' ');
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MissingCorpus, UnpackedCorpus } from '../host/corpora.mjs';
import { tryCases } from './cases';
import { type CodeFile, codeFiles } from './codeFiles';
import { compare, type Disagreement } from './compare';
import { isExplained, listOf, staleExplanations } from './explanations';
import { rates, type Row, summaryOf, tableOf, total } from './table';
import { TextMate } from './textMate';

export interface Stage {
  /** The repository's root folder. */
  readonly root: string;
  /** Where the grammars and their engine were installed. */
  readonly textMate: string;
  /** The bundled script of the worker thread. */
  readonly tokenizer: string;
  readonly corpora: readonly UnpackedCorpus[];
  readonly missing: readonly MissingCorpus[];
}

const threads = 2;
const goal = 0.999;

/** Compares, prints the table, and returns the exit code: 0 where the goals are met. */
export async function main(stage: Stage, args: readonly string[]): Promise<number> {
  const languages = args.filter((arg) => !arg.startsWith('--'));
  const shows = args.includes('--show');
  for (const { name, version, reason } of stage.missing)
    console.log(`left out: ${name} ${version}: ${reason}`);
  const oracles = Array.from({ length: threads }, () => new TextMate(stage.tokenizer, stage.textMate));
  const rows: Row[] = [];
  const disagreements: Disagreement[] = [];
  for (const [languageId, files] of codeFiles(stage.corpora, languages)) {
    const found = await compareAll(files, oracles);
    rows.push(rowOf(languageId, found));
    disagreements.push(...found.disagreements);
    console.log(`${languageId}: ${found.compared.length} of ${files.length} files compared`);
    for (const reason of found.skipped) console.log(`  skipped: ${reason}`);
    if (shows) for (const each of found.disagreements) console.log(sentenceOf(each));
  }
  const cases = await tryCases(stage.root, oracles[0]!);
  await Promise.all(oracles.map((oracle) => oracle.dispose()));
  const compared = rows.filter(({ files }) => files > 0);
  const table = `${tableOf(compared)}\n${summaryOf(compared)}\n${listOf(disagreements)}`;
  console.log(`\n${table}`);
  if (cases !== undefined)
    console.log(`hard cases: Leadlight ${cases.ours}, TextMate ${cases.theirs}, of ${cases.all}`);
  if (languages.length === 0) {
    for (const stale of staleExplanations(disagreements)) console.log(`explained, but agreed on: ${stale}`);
    if (args.includes('--write')) writeTable(stage, table);
  }
  const { precision, recall } = rates(total(rows));
  const casesRight = cases === undefined || cases.ours === cases.all;
  return casesRight && precision >= goal && recall >= goal ? 0 : 1;
}

interface Found {
  readonly compared: readonly CodeFile[];
  readonly skipped: readonly string[];
  readonly agreed: number;
  readonly disagreements: readonly Disagreement[];
}

async function compareAll(files: readonly CodeFile[], oracles: readonly TextMate[]): Promise<Found> {
  const compared: CodeFile[] = [];
  const skipped: string[] = [];
  const disagreements: Disagreement[] = [];
  let agreed = 0;
  const queue = files.values();
  const work = async (oracle: TextMate) => {
    for (const file of queue) {
      const seen = await oracle.see(file.text, file.languageId);
      if ('reason' in seen) {
        skipped.push(`${file.path}: ${seen.reason}`);
        continue;
      }
      const found = compare(file, seen.comments);
      compared.push(file);
      agreed += found.agreed;
      disagreements.push(...found.disagreements);
    }
  };
  await Promise.all(oracles.map(work));
  disagreements.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return { compared, skipped, agreed, disagreements };
}

function rowOf(language: string, { compared, agreed, disagreements }: Found): Row {
  const open = disagreements.filter((each) => !isExplained(each));
  const onlyOurs = open.filter(({ found }) => found === 'ours').length;
  return {
    language,
    files: compared.length,
    bytes: compared.reduce((sum, { text }) => sum + text.length, 0),
    agreed,
    explained: disagreements.length - open.length,
    onlyOurs,
    onlyTheirs: open.length - onlyOurs,
  };
}

function sentenceOf(disagreement: Disagreement): string {
  const { found, path, line, text } = disagreement;
  const who = `${isExplained(disagreement) ? 'explained, ' : ''}only ${found}`;
  return `  ${who} ${path}:${line}  ${text}`;
}

/** Between the marks in media/truth.md, with what was compared. */
function writeTable({ root, corpora }: Stage, table: string): void {
  const path = join(root, 'media', 'truth.md');
  const names = corpora.map(({ name, version }) => `${name} ${version}`).join(', ');
  const written = readFileSync(path, 'utf8').replace(
    /(<!-- truth -->)[^]*(<!-- \/truth -->)/,
    (_, start: string, end: string) => `${start}\n\n${table}\nCompared in: ${names}.\n\n${end}`,
  );
  writeFileSync(path, written);
}

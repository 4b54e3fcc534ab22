import type { Range } from 'vscode-languageserver-types';
import type { DecisionIndex } from '../guidance/decisionIndex';
import type { Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import { counted } from '../text/counted';
import { cleanLine } from '../text/markdown';
import { slug } from '../text/slug';
import { addedLines } from './addedLines';
import type { DiffFile } from './diff';
import { maxEvidence } from './predicates/outcome';
import { entryId, groupOf, type Judgement, type Question } from './question';
import type { Evidence, FileMatch, ReviewFacts } from './verdict';

/** A line of the `checklist` of a philosophy, a decision or a change. */
export interface GoverningQuestion extends Question {
  readonly entry: FileMatch['entry'];
}

/** What philosophies, decisions and changes ask where they govern code; those that hold no longer ask nothing. */
export function governingQuestions({ folders, decisions }: Guidance): readonly GoverningQuestion[] {
  return folders.flatMap(({ path, entries }) =>
    entries.flatMap((entry) => (asksStill(entry, decisions) ? questionsOf(entry, path) : [])),
  );
}

function asksStill(entry: Entry, decisions: DecisionIndex): entry is FileMatch['entry'] {
  switch (entry.kind) {
    case 'philosophy':
      return entry.status !== 'deprecated' && entry.status !== 'superseded';
    case 'decision':
      return decisions.holds(entry);
    case 'change':
      return entry.state !== 'done' && entry.state !== 'dropped';
    default:
      return false;
  }
}

function questionsOf(entry: FileMatch['entry'], folder: string): readonly GoverningQuestion[] {
  const why = entry.kind === 'decision' ? entry.context : entry.why;
  return entry.checklist.map((ask, index) => ({
    id: `${entryId(folder, entry.id)}/${slug(ask)}`,
    ask,
    ...(why !== undefined && { why }),
    for: 'anyone',
    source: { uri: entry.uri, range: entry.parts.range(['checklist', index]) },
    group: groupOf(folder, entry),
    entry,
  }));
}

/** Looks at every changed file once, and then judges each question by what was found. */
export async function governingJudge(
  facts: ReviewFacts,
): Promise<(question: GoverningQuestion) => Judgement> {
  const governed = new Map<FileMatch['entry'], Governed>();
  for (const file of facts.diff.files) {
    for (const { entry, places } of await facts.matchesOf(file)) {
      const found = governed.get(entry) ?? { evidence: [], places: 0, scope: new Set(), untold: new Set() };
      governed.set(entry, found);
      add(file, places, found);
    }
  }
  return ({ entry }) => judge(entry, governed.get(entry));
}

interface Governed {
  /** The first of all places. */
  readonly evidence: Evidence[];
  places: number;
  readonly scope: Set<string>;
  /** Files where it cannot be told. */
  readonly untold: Set<string>;
}

function add(file: DiffFile, places: readonly Range[] | undefined, found: Governed): void {
  const { path } = file;
  if (places === undefined) {
    show([{ path }], found);
    return;
  }
  if (file.status === 'deleted') return;
  if (places.length === 0 || (file.isCut && file.status !== 'added')) {
    found.untold.add(path);
    return;
  }
  const touched = places.filter(addedLines(file)).map((range) => ({ path, range }));
  if (touched.length > 0) show(touched, found);
}

function show(places: readonly Evidence[], found: Governed): void {
  found.evidence.push(...places.slice(0, maxEvidence - found.evidence.length));
  found.places += places.length;
  for (const { path } of places) found.scope.add(path);
}

function judge(entry: FileMatch['entry'], found: Governed | undefined): Judgement {
  const selector = entry.kind === 'change' ? entry.from : entry.applies;
  const locates = selector?.locates === true;
  if (found !== undefined && found.scope.size > 0) {
    const { scope, evidence, places } = found;
    const reason = locates
      ? `It is about ${counted(places, 'place')} on added lines.`
      : `It governs ${counted(scope.size, 'changed file')}.`;
    // An edit of a file of which nothing can be told may be about it, too.
    return { applies: true, reason, evidence, scope: [...scope, ...found.untold] };
  }
  if (found !== undefined && found.untold.size > 0) {
    const [first = '', ...others] = [...found.untold];
    const more = others.length === 0 ? '' : ` and ${counted(others.length, 'more file')}`;
    const reason = `It cannot be told whether it is about what was added to ${cleanLine(first)}${more}.`;
    return { applies: undefined, reason, evidence: [], scope: [...found.untold] };
  }
  const reason =
    selector === undefined
      ? 'It names no code that it governs.'
      : locates
        ? 'No added line is what it is about.'
        : 'It governs none of the changed files.';
  return { applies: false, reason, evidence: [], scope: [] };
}

import { keyOf, type Guidance, type GuidanceFolder } from '../guidance/guidance';
import type { Checklist, ChecklistItem, Philosophy } from '../guidance/model';
import { cleanLine } from '../text/markdown';
import { isSlug, slug } from '../text/slug';
import { factsIn, type FolderView, isWhole } from './folderFacts';
import { entryId, groupOf, type Judgement, type Question } from './question';
import type { ChecklistSummary } from './reviewItem';
import type { Auto, Condition, ReviewFacts, Verdict } from './verdict';

/** An item of a checklist, and where the checklist holds. */
export interface ChecklistQuestion extends Question {
  /** As in `ChecklistSummary`. */
  readonly checklist: string;
  readonly item: ChecklistItem;
  readonly view: FolderView;
}

/** The checklists of a guidance that can be opened by themselves, the outermost folder's first. */
export function checklistSummaries(
  { folders }: Guidance,
  from: ChecklistSummary['from'],
): readonly ChecklistSummary[] {
  return folders.flatMap(({ path, entries }) =>
    entries.flatMap((entry) => {
      if (entry.kind !== 'checklist') return [];
      const { uri, range, items } = entry;
      const { title } = groupOf(path, entry);
      return [{ id: entryId(path, entry.id), title, items: items.length, from, source: { uri, range } }];
    }),
  );
}

/** Everything that the checklists of a guidance ask, the outermost folder's first. */
export function checklistQuestions(guidance: Guidance): readonly ChecklistQuestion[] {
  return guidance.folders.flatMap((folder) =>
    folder.entries.flatMap((entry) =>
      entry.kind === 'checklist' ? questionsOf(entry, { guidance, folder }) : [],
    ),
  );
}

function questionsOf(
  checklist: Checklist,
  { guidance, folder }: { readonly guidance: Guidance; readonly folder: GuidanceFolder },
): readonly ChecklistQuestion[] {
  const inner = guidance.folders.filter(({ path }) => path !== folder.path && path.startsWith(folder.path));
  const view: FolderView = {
    path: folder.path,
    without: inner
      .filter(({ keys, disabled }) => keys.has(keyOf(checklist)) || disabled.has(checklist.id))
      .map(({ path }) => path),
  };
  const id = entryId(folder.path, checklist.id);
  return checklist.items.map((item) => {
    const why = item.why ?? philosophyAt(item.philosophy, guidance, folder)?.why;
    return {
      id: `${id}/${isSlug(item.id) ? item.id : slug(item.id)}`,
      checklist: id,
      ask: item.ask,
      ...(why !== undefined && { why }),
      for: checklist.for,
      source: { uri: checklist.uri, range: item.range },
      group: groupOf(folder.path, checklist),
      item,
      view,
    };
  });
}

/** The philosophy that an id names in a folder: its own, or that of a folder around it which it did not switch off. */
function philosophyAt(
  id: string | undefined,
  { folders }: Guidance,
  folder: GuidanceFolder,
): Philosophy | undefined {
  if (id === undefined) return undefined;
  for (const each of folders.filter(({ path }) => folder.path.startsWith(path)).toReversed()) {
    const found = each.entries.find((entry) => entry.kind === 'philosophy' && entry.id === id);
    if (found?.kind === 'philosophy') return found;
    if (each.disabled.has(id)) return undefined;
  }
  return undefined;
}

/** Holds the items of checklists against a diff; folders that see the same of it share one look. */
export function checklistJudge(facts: ReviewFacts): (question: ChecklistQuestion) => Promise<Judgement> {
  const seen = new Map<string, ReviewFacts>();
  const factsFor = (view: FolderView): ReviewFacts => {
    const key = [view.path, ...view.without].join('\0');
    const known = seen.get(key) ?? factsIn(facts, view);
    seen.set(key, known);
    return known;
  };
  return async ({ item: { when, auto }, view }) => {
    const inView = factsFor(view);
    if (inView.diff.files.length === 0) {
      const reason = view.path === '' ? 'Nothing changed.' : `Nothing changed in ${cleanLine(view.path)}.`;
      return { applies: false, reason, evidence: [], scope: [] };
    }
    const { holds, ...verdict } = when === undefined ? always : await when.evaluate(inView);
    const scope = verdict.scope ?? (isWhole(view) ? undefined : inView.diff.files.map(({ path }) => path));
    const seenByMachine = holds === false ? undefined : await autoOf(auto, verdict, inView);
    return { ...verdict, applies: holds, scope, ...(seenByMachine && { auto: seenByMachine }) };
  };
}

const always: Verdict = {
  holds: true,
  reason: 'It is asked of every change.',
  evidence: [],
  scope: undefined,
};

/** What calls for attention is said before what is well. */
async function autoOf(
  auto: Auto | undefined,
  { reason, evidence }: Pick<Verdict, 'reason' | 'evidence'>,
  facts: ReviewFacts,
): Promise<Judgement['auto']> {
  if (auto === undefined) return undefined;
  if (auto === 'attention') return { result: 'attention', reason, evidence };
  const results = { attention: auto.attention, pass: auto.pass };
  for (const [result, condition] of Object.entries(results) as [
    'attention' | 'pass',
    Condition | undefined,
  ][]) {
    const verdict = await condition?.evaluate(facts);
    if (verdict?.holds === true) return { result, reason: verdict.reason, evidence: verdict.evidence };
  }
  return undefined;
}

import { reviewOf } from './features/checklist';
import type { Meter } from './features/meter';
import { ownerAt } from './features/owners';
import { reviewExport } from './features/reviewExport';
import { type Verification, verifyReview } from './features/verifyReview';
import type { Git } from './git';
import type { Guidance } from './guidance/guidance';
import type { CancelSignal, Host } from './host';
import type { Answer } from './review/answer';
import { answerOf } from './review/answers';
import type { HeldReview } from './review/heldItem';
import { checklistSummaries } from './review/checklistQuestions';
import { itemsOfChecklist } from './review/holdItems';
import { type ReadOptions, readAnswers } from './review/readAnswers';
import { readBlock } from './review/readBlock';
import type {
  AnswerDraft,
  ChecklistSummary,
  OwnedPath,
  ReadBlock,
  ReviewExportQuery,
  ReviewQuery,
  ReviewResult,
} from './review/reviewItem';
import { unsavedNote } from './review/unsavedFiles';
import { dayOf } from './text/day';
import { folderUri, type WorkspaceFolder, type WorkspaceFolders } from './workspaceFolders';

export interface ReviewServiceOptions {
  readonly host: Host;
  readonly meter: Meter;
  readonly folders: WorkspaceFolders;
  /** `undefined` where git may not be asked, or is not there. */
  git(): Git | undefined;
  /** The checklists that Leadlight brings along. */
  readStarter(): Promise<Guidance | undefined>;
  /** The handles of the reader: those that are told, or else what git knows of who commits here. */
  reader(me: readonly string[]): Promise<readonly string[]>;
}

/** Which text of which file; see `BaseTextParams` of the protocol. */
export interface BaseTextQuery {
  readonly folder: string;
  readonly base?: string;
  /** Of the new text. */
  readonly path: string;
}

/** What the service answers about the review of a workspace folder. */
export class ReviewService {
  readonly #options: ReviewServiceOptions;
  #starter: Promise<Guidance | undefined> | undefined;

  constructor(options: ReviewServiceOptions) {
    this.#options = options;
  }

  /** `undefined` where no folder is open, and when cancelled. */
  query(query: ReviewQuery, signal?: CancelSignal): Promise<ReviewResult | undefined> {
    return this.#options.meter.measure('reviewing', async () => {
      // Editors tell late of a switch of branches, and answers are kept by branch.
      const looking = query.checklist === undefined ? this.#options.folders.lookAtHead() : undefined;
      const folder = await this.#folderOf(query, signal);
      // Git opens the repository once for both; where the branch is another one, the diff is asked for once more.
      if (looking !== undefined) void folder?.review.diff(query.base, signal);
      await looking;
      const held = await this.#held(query, folder, signal);
      if (held === undefined) return undefined;
      const result = reviewOf(held, query);
      if (held.diff === undefined || folder === undefined) return result;
      return {
        ...result,
        owners: this.#owners(result, folder.guidance.guidance),
        notes: [
          ...result.notes,
          ...(query.mine ? readerNote(await this.#options.reader(query.me)) : []),
          ...unsavedNote(await folder.review.unsaved()),
        ],
      };
    });
  }

  #owners({ groups }: ReviewResult, guidance: Guidance): readonly OwnedPath[] {
    const today = dayOf(this.#options.host.now());
    const paths = groups
      .flatMap(({ items }) => items.flatMap(({ evidence, auto }) => [...evidence, ...(auto?.evidence ?? [])]))
      .map(({ path }) => path);
    return [...new Set(paths)].flatMap((path) => {
      const owner = ownerAt(guidance, path, today);
      return owner === undefined ? [] : [{ path, ...owner }];
    });
  }

  /** A review as text to share; empty where no folder is open, and when cancelled. */
  async export({ format, concerns, ...query }: ReviewExportQuery, signal?: CancelSignal): Promise<string> {
    const result = await this.query(query, signal);
    return result === undefined ? '' : reviewExport(result, { format, concerns });
  }

  /** Reads answers back from a text that somebody may have edited. */
  async readBlock(query: ReviewQuery, text: string, signal?: CancelSignal): Promise<ReadBlock> {
    const held = await this.#heldFor(query, signal);
    return held === undefined
      ? { answers: [], problems: [] }
      : readBlock(text, held, { known: query.answers, ...this.#readOptions(query) });
  }

  /** How far a text, such as the body of a pull request, answers the items; `undefined` where no folder is open. */
  async verify(query: ReviewQuery, text: string, signal?: CancelSignal): Promise<Verification | undefined> {
    const held = await this.#heldFor(query, signal);
    const { now } = this.#readOptions(query);
    return held && verifyReview(text, held, { now, ...(query.role && { role: query.role }) });
  }

  /** The answers in the trailers of the branch's commits; of two to one item the newer one counts. */
  async committedAnswers(query: ReviewQuery, signal?: CancelSignal): Promise<readonly Answer[]> {
    const held = await this.#heldFor(query, signal);
    const messages = (held?.diff?.commits ?? []).map(({ message }) => message).toReversed();
    if (held === undefined || messages.length === 0) return [];
    return readAnswers(messages.join('\n'), held, this.#readOptions(query)).answers.map(
      ({ answer }) => answer,
    );
  }

  /** What a person says to an item as the diff is now, for them to keep; `undefined` where there is no such item. */
  async answer(query: ReviewQuery, draft: AnswerDraft, signal?: CancelSignal): Promise<Answer | undefined> {
    const held = await this.#heldFor(query, signal);
    return held && answerOf(held, draft, this.#options.host.now());
  }

  /** Refs that a diff may be based on, the likely ones first. */
  async bases(folder: string): Promise<readonly string[]> {
    return (await this.#options.git()?.bases(folderUri(folder))) ?? [];
  }

  /** The old text of a changed file; `undefined` where it is new, no text or too large. */
  async baseText({ folder, base, path }: BaseTextQuery): Promise<string | undefined> {
    const found = await this.#folderOf({ folder }, undefined);
    return found?.review.baseText(base, path);
  }

  /** Those of the team first; one of the team takes the place of one that Leadlight brings along under the same id. */
  async checklists(): Promise<readonly ChecklistSummary[]> {
    await Promise.all(this.#options.folders.all.map(({ guidance }) => guidance.settled()));
    const lists = (await this.#withChecklists()).flatMap(({ guidance, from }) =>
      checklistSummaries(guidance, from),
    );
    return [...new Map(lists.toReversed().map((each) => [each.id, each])).values()].toReversed();
  }

  async #withChecklists(): Promise<readonly { guidance: Guidance; from: ChecklistSummary['from'] }[]> {
    const { folders, readStarter } = this.#options;
    const starter = await (this.#starter ??= readStarter());
    return [
      ...folders.all.map(({ guidance: { guidance } }) => ({ guidance, from: 'team' as const })),
      ...(starter === undefined ? [] : [{ guidance: starter, from: 'starter' as const }]),
    ];
  }

  /** A checklist that is opened by itself; it is about the folder, whoever wrote it. */
  async #heldChecklist(id: string, { root }: WorkspaceFolder): Promise<HeldReview | undefined> {
    for (const { guidance } of await this.#withChecklists()) {
      const held = itemsOfChecklist(guidance, id);
      if (held.items.length > 0) return { ...held, folder: root };
    }
    return undefined;
  }

  async #heldFor(query: ReviewQuery, signal: CancelSignal | undefined): Promise<HeldReview | undefined> {
    return this.#held(query, await this.#folderOf(query, signal), signal);
  }

  #readOptions({ role = 'author' }: ReviewQuery): ReadOptions {
    return { role, now: this.#options.host.now().toISOString() };
  }

  async #held(
    query: ReviewQuery,
    folder: WorkspaceFolder | undefined,
    signal: CancelSignal | undefined,
  ): Promise<HeldReview | undefined> {
    const { checklist, base } = query;
    if (folder === undefined) return undefined;
    if (checklist !== undefined) return this.#heldChecklist(checklist, folder);
    return folder.review.hold({ base, reader: this.#options.reader(query.me), signal });
  }

  async #folderOf(
    { folder, base, checklist }: Pick<ReviewQuery, 'folder' | 'base' | 'checklist'>,
    signal: CancelSignal | undefined,
  ): Promise<WorkspaceFolder | undefined> {
    const { all } = this.#options.folders;
    if (folder !== undefined) return all.find(({ root }) => root === folderUri(folder));
    for (const each of all.length > 1 && checklist === undefined ? all : []) {
      if ((await each.review.diff(base, signal))?.kind === 'diff') return each;
    }
    return all[0];
  }
}

/** That nothing is left out as somebody else's, as a sentence; none where it is known who reads. */
function readerNote(me: readonly string[]): readonly string[] {
  return me.length > 0
    ? []
    : ['It is not known which files are yours: the setting "leadlight.me" is empty, and git names nobody.'];
}

import * as vscode from 'vscode';
import type {
  AnswerDraft,
  ReadBlock,
  ReviewFormat,
  ReviewItem,
  ReviewResult,
} from '../core/review/reviewItem';
import { AnswerSteps } from './answerSteps';
import type { Concerns } from './concerns/concerns';
import { Latest } from './latest';
import { type AskedReview, askReview, type AskReviewOptions } from './askReview';
import { neverCancelled } from './neverCancelled';
import { unlessStopped } from './patience';
import { isOn, onDidChangeSettings, reviewRole } from './settings';
import { type ReviewSubject, roleFor } from './state/reviewChoices';
import { throttle } from './throttle';

const refreshMs = 400;

export interface ReviewOptions extends AskReviewOptions {
  readonly concerns: Pick<Concerns, 'in'>;
}

/** `failed`: the server gave no answer, and the log says why. */
export type ReviewState = 'never' | 'asking' | 'ready' | 'failed';

/**
 * The review that is on: what is reviewed, the items that fit it, and what this person answered. Nothing is asked of
 * the server before somebody starts one.
 */
export class Review implements vscode.Disposable {
  readonly #options: ReviewOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #latest = new Latest();
  readonly #soon = throttle(refreshMs, () => this.refresh());
  readonly #listeners: vscode.Disposable;
  readonly #steps: AnswerSteps;
  #state: ReviewState = 'never';
  #mine = false;
  #asked: AskedReview | undefined;
  #look: Promise<void> = Promise.resolve();
  /** A base that was picked, until the branch is known that it is for. */
  #picked: { readonly base: string | undefined } | undefined;

  constructor(options: ReviewOptions) {
    this.#options = options;
    this.#steps = new AnswerSteps(options.answers);
    const { link } = options;
    const soon = () => this.#state !== 'never' && this.#soon.call();
    this.#listeners = vscode.Disposable.from(
      link.onDidChangeReview(soon),
      link.onDidChangeGuidance(soon),
      link.onDidChangeState(soon),
      onDidChangeSettings(soon),
      vscode.workspace.onDidGrantWorkspaceTrust(soon),
      vscode.workspace.onDidChangeWorkspaceFolders(soon),
      // Another window may have kept answers meanwhile.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && soon()),
    );
  }

  get state(): ReviewState {
    return this.#state;
  }

  /** `undefined` where no review is on, or the server has not answered yet. */
  get result(): ReviewResult | undefined {
    return this.#asked?.result;
  }

  get subject(): ReviewSubject | undefined {
    return this.#state === 'never' ? undefined : this.#options.choices.subject;
  }

  get role(): 'author' | 'reviewer' | 'both' {
    return this.#options.choices.role ?? reviewRole();
  }

  get isMine(): boolean {
    return this.#mine;
  }

  get canUndo(): boolean {
    return this.#steps.canUndo;
  }

  /**
   * Resolves once the items are known, or `token` says that nobody wants them any more: the review that was on before
   * is on again then.
   */
  async start(subject: ReviewSubject, token?: vscode.CancellationToken): Promise<void> {
    const before = { subject: this.subject, state: this.#state, asked: this.#asked };
    await this.#options.choices.start(subject);
    const takeBack = this.#forget('asking');
    const goBack = async () => {
      await this.#options.choices.start(before.asked && before.subject);
      this.#forget(before.asked === undefined ? 'never' : before.state);
      this.#asked = before.asked;
      takeBack();
      this.#changed.fire();
    };
    await unlessStopped(this.refresh(), token, goBack);
  }

  /** Goes on with the review that was on when the window was closed. */
  async resume(): Promise<void> {
    const { subject } = this.#options.choices;
    if (this.#state === 'never' && subject !== undefined && isOn('review')) await this.start(subject);
  }

  async end(): Promise<void> {
    await this.#options.choices.start(undefined);
    this.#forget('never');
  }

  async setRole(role: 'author' | 'reviewer' | 'both'): Promise<void> {
    await this.#options.choices.setRole(role);
    await this.refresh();
  }

  async setMine(mine: boolean): Promise<void> {
    this.#mine = mine;
    await this.refresh();
  }

  /** For the branch that is checked out; without a base the upstream's or the default branch. */
  async setBase(base: string | undefined, token?: vscode.CancellationToken): Promise<void> {
    this.#picked = { base };
    await this.refreshUntil(token);
  }

  /** Asks anew, and keeps what is known where `token` says that it takes too long. */
  async refreshUntil(token: vscode.CancellationToken | undefined): Promise<void> {
    await unlessStopped(this.refresh(), token, async () => {
      if (this.#asked === undefined) return this.end();
      this.#latest.dispose();
      this.#picked = undefined;
    });
  }

  async bases(token: vscode.CancellationToken): Promise<readonly string[]> {
    if (this.result === undefined) return [];
    return (await this.#options.link.bases(this.result.folder, token)) ?? [];
  }

  /**
   * Keeps an answer to an item as the diff is now.
   *
   * @throws where it cannot be kept, with a sentence to show
   */
  async answer(item: ReviewItem, said: Pick<AnswerDraft, 'state' | 'note'>): Promise<void> {
    if (this.#asked === undefined) throw new Error('No review is on. Start one, then answer.');
    const { query, place } = this.#asked;
    const draft = { ...said, item: item.id, role: roleFor(item, this.role) };
    const answer = await this.#options.link.answer({ query, draft }, neverCancelled());
    if (answer === undefined)
      throw new Error('The answer was not kept: its question is gone, or the server gives no answer.');
    await this.#steps.keep(place, [answer]);
    await this.refresh();
  }

  /**
   * Takes back what was done last in this window, if anything was: what was said before holds again.
   *
   * @throws where that cannot be kept, with a sentence to show
   */
  async undo(): Promise<void> {
    await this.#steps.undo();
    await this.refresh();
  }

  /**
   * Opens every item again; it can be taken back.
   *
   * @throws where that cannot be kept, with a sentence to show
   */
  async startOver(): Promise<void> {
    if (this.#asked === undefined) return;
    await this.#steps.startOver(this.#asked.place);
    await this.refresh();
  }

  async exported(format: ReviewFormat): Promise<string | undefined> {
    if (this.#asked === undefined) return undefined;
    const { query, result } = this.#asked;
    // Concerns are about code, and a checklist that was opened by itself is not.
    const concerns =
      query.checklist === undefined ? await this.#options.concerns.in(vscode.Uri.parse(result.folder)) : [];
    return this.#options.link.exportReview({ ...query, format, concerns }, neverCancelled());
  }

  /**
   * Takes over the answers in a text that somebody may have edited; `undefined` without a review or a server.
   *
   * @throws where they cannot be kept, with a sentence to show
   */
  async read(text: string): Promise<ReadBlock | undefined> {
    if (this.#asked === undefined) return undefined;
    const { query, place } = this.#asked;
    const block = await this.#options.link.readBlock({ query, text }, neverCancelled());
    await this.#steps.keep(place, block?.answers ?? []);
    await this.refresh();
    return block;
  }

  /**
   * Asks anew. What was asked before and is not answered yet is not wanted any more: whoever waits for that waits for
   * what is asked now.
   */
  async refresh(): Promise<void> {
    for (let look = (this.#look = this.#lookAnew()); ; look = this.#look) {
      await look;
      if (look === this.#look) return;
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#listeners, this.#soon, this.#latest, this.#changed).dispose();
  }

  async #lookAnew(): Promise<void> {
    if (this.#state === 'never') return;
    if (!isOn('review')) return void this.#forget('asking');
    const token = this.#latest.next();
    const picked = this.#picked;
    const base = picked === undefined ? this.#asked?.query.base : picked.base;
    const how = { place: this.#asked?.place ?? [], base, isPicked: picked !== undefined };
    const asked = await askReview(this.#options, { ...how, role: this.role, isMine: this.#mine }, token);
    if (token.isCancellationRequested) return;
    this.#state = asked === undefined ? 'failed' : 'ready';
    this.#asked = asked;
    // The branch is known that it is for, and remembers it now.
    if (asked !== undefined && asked.result.withoutDiff === undefined && this.#picked === picked)
      this.#picked = undefined;
    this.#changed.fire();
  }

  /** What is returned brings back what can be taken back. */
  #forget(state: ReviewState): () => void {
    this.#latest.dispose();
    this.#state = state;
    this.#asked = undefined;
    this.#picked = undefined;
    const bringBack = this.#steps.forget();
    this.#changed.fire();
    return bringBack;
  }
}

import type { Answer } from '../core/review/answer';
import type { RecordFiles } from './state/recordFiles';

/** What one act kept, and where. */
interface Step {
  readonly place: readonly string[];
  /** What to keep so that it is as it was before, first to last. */
  readonly before: readonly Answer[];
}

/** Keeps what is answered in this window, act by act, so that it can be taken back. */
export class AnswerSteps {
  readonly #answers: Pick<RecordFiles<Answer>, 'read' | 'write'>;
  #steps: readonly Step[] = [];

  constructor(answers: Pick<RecordFiles<Answer>, 'read' | 'write'>) {
    this.#answers = answers;
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  /**
   * Keeps answers as one act.
   *
   * @throws where one cannot be kept, with a sentence to show; those before it are kept
   */
  async keep(place: readonly string[], answers: readonly Answer[]): Promise<void> {
    const known = await this.#answers.read(place);
    const before: Answer[] = [];
    try {
      for (const answer of answers) {
        await this.#write(place, answer);
        before.push(...beforeOf(answer, known));
      }
    } finally {
      if (before.length > 0) this.#steps = [...this.#steps, { place, before }];
    }
  }

  /**
   * Opens all that is answered at a place, as one act.
   *
   * @throws as `keep` does
   */
  async startOver(place: readonly string[]): Promise<void> {
    const known = await this.#answers.read(place);
    const at = timeAfter(known);
    const given = known.filter(({ state }) => state !== 'open');
    await this.keep(
      place,
      given.map((answer) => reopened(answer, textOf(at))),
    );
  }

  /**
   * Takes the last act back, if there is one: what was said before holds again.
   *
   * @throws where that cannot be kept, with a sentence to show
   */
  async undo(): Promise<void> {
    const last = this.#steps.at(-1);
    if (last === undefined) return;
    const at = timeAfter(await this.#answers.read(last.place));
    for (const [index, answer] of last.before.entries())
      await this.#write(last.place, { ...answer, at: textOf(at + index) });
    this.#steps = this.#steps.filter((step) => step !== last);
  }

  /** Nothing can be taken back any more, unless what is returned is called. */
  forget(): () => void {
    const steps = this.#steps;
    this.#steps = [];
    return () => void (this.#steps = steps);
  }

  async #write(place: readonly string[], answer: Answer): Promise<void> {
    try {
      await this.#answers.write(place, answer);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`The answer could not be kept, and what was said before holds: ${why}`, {
        cause: error,
      });
    }
  }
}

/** Who is both roles sees the later of two answers: it has to be the later one again. */
function beforeOf(answer: Answer, known: readonly Answer[]): readonly Answer[] {
  const ofItem = known.filter(({ item }) => item === answer.item);
  const own = ofItem.find(({ role }) => role === answer.role);
  const other = ofItem.find(({ role }) => role !== answer.role);
  const isOtherShown = other !== undefined && (own === undefined || own.at < other.at);
  return [own ?? reopened(answer, answer.at), ...(isOtherShown ? [other] : [])];
}

function reopened({ version, item, role, fingerprint }: Answer, at: string): Answer {
  return { version, item, role, fingerprint, state: 'open', at };
}

/** Now, or the first moment at which none of them is the later word; in milliseconds. */
function timeAfter(answers: readonly Answer[]): number {
  return Math.max(Date.now(), ...answers.map(({ at }) => (Date.parse(at) || 0) + 1));
}

function textOf(time: number): string {
  return new Date(time).toISOString();
}

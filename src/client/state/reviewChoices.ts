import type * as vscode from 'vscode';
import type { ReviewRole } from '../../core/review/answer';
import type { ChecklistSummary, ReviewItem } from '../../core/review/reviewItem';

const stateKey = 'leadlight.reviewChoices';

/** What is reviewed: the changes of a folder, or a checklist that was opened by itself. */
export interface ReviewSubject {
  /** URI of a workspace folder; without one the first that has a repository. */
  readonly folder?: string;
  readonly checklist?: Pick<ChecklistSummary, 'id' | 'title'>;
}

interface Choices {
  /** Absent while no review is on. */
  readonly subject?: ReviewSubject | undefined;
  readonly role?: ReviewRole | 'both';
  /** Picked bases, by folder and branch. */
  readonly bases?: Readonly<Record<string, string>>;
}

/** What a person chose for the reviews of this workspace; it outlives the window. */
export class ReviewChoices {
  readonly #store: vscode.ExtensionContext['workspaceState'];

  constructor(store: vscode.ExtensionContext['workspaceState']) {
    this.#store = store;
  }

  get subject(): ReviewSubject | undefined {
    return this.#read().subject;
  }

  get role(): ReviewRole | 'both' | undefined {
    return this.#read().role;
  }

  /** The base that was picked while this branch was checked out. */
  baseOf(folder: string, branch: string | undefined): string | undefined {
    return this.#read().bases?.[keyOf(folder, branch)];
  }

  /** `undefined` ends the review. */
  async start(subject: ReviewSubject | undefined): Promise<void> {
    await this.#write({ ...this.#read(), subject });
  }

  async setRole(role: ReviewRole | 'both'): Promise<void> {
    await this.#write({ ...this.#read(), role });
  }

  /** Without a base, that of the upstream or the default branch holds again. */
  async setBase(folder: string, branch: string | undefined, base: string | undefined): Promise<void> {
    const choices = this.#read();
    const key = keyOf(folder, branch);
    const others = Object.entries(choices.bases ?? {}).filter(([other]) => other !== key);
    const bases = Object.fromEntries(base === undefined ? others : [...others, [key, base]]);
    await this.#write({ ...choices, bases });
  }

  #read(): Choices {
    return this.#store.get<Choices>(stateKey) ?? {};
  }

  async #write(choices: Choices): Promise<void> {
    await this.#store.update(stateKey, choices);
  }
}

/** As what a person answers an item who reviews as `role`. */
export function roleFor({ for: whom }: Pick<ReviewItem, 'for'>, role: ReviewRole | 'both'): ReviewRole {
  if (role !== 'both') return role;
  return whom === 'reviewer' ? 'reviewer' : 'author';
}

function keyOf(folder: string, branch = ''): string {
  return `${folder} ${branch}`;
}

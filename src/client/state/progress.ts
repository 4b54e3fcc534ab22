/** What a person made of a step. */
export interface StepMark {
  readonly state: 'done' | 'skipped';
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** See `PlayedStep.fingerprint`: with another one, the step says something else now. */
  readonly fingerprint: string;
  /** It was done, and does not hold any more: what was found instead, as a sentence. */
  readonly untrue?: string;
}

/** Marks by a step's id. */
export type StepMarks = Readonly<Record<string, StepMark>>;

/** Steps that a person has seen: the fingerprint that each had then, by its id. */
export type SeenSteps = Readonly<Record<string, string>>;

/** What is remembered of one repository. */
export interface RepositoryProgress {
  /** A walkthrough opened by itself here, or a person does not want that; ISO 8601 in UTC. */
  readonly welcomed?: string;
  /** Whose steps the person walks; without it everybody's. */
  readonly role?: string;
  /** By the walkthrough's key. */
  readonly walkthroughs: Readonly<Record<string, StepMarks>>;
  /** By the walkthrough's key. */
  readonly seen?: Readonly<Record<string, SeenSteps>>;
}

export interface Progress {
  readonly version: 1;
  /** By the repository's key, see `repositoryKey`. */
  readonly repositories: Readonly<Record<string, RepositoryProgress>>;
}

export const noProgress: Progress = { version: 1, repositories: {} };

const nothingYet: RepositoryProgress = { walkthroughs: {} };

/** `newer`: a later version of Leadlight wrote it; `broken`: a part of it is no progress, and this is the rest. */
export type ReadProgress =
  { readonly kind: 'progress' | 'broken'; readonly progress: Progress } | { readonly kind: 'newer' };

/** What another version, or another machine, may have stored. */
export function readProgress(stored: unknown): ReadProgress {
  if (stored === undefined) return { kind: 'progress', progress: noProgress };
  if (!isRecord(stored)) return { kind: 'broken', progress: noProgress };
  const { version, repositories } = stored;
  if (typeof version === 'number' && version > 1) return { kind: 'newer' };
  if (version === 1 && isRecordOf(repositories, isRepository))
    return { kind: 'progress', progress: { version, repositories } };
  const readable = mapped(version === 1 ? repositories : undefined, readableRepository);
  return { kind: 'broken', progress: { version: 1, repositories: readable } };
}

/** What of a repository's progress can be read. */
function readableRepository(value: unknown): RepositoryProgress | undefined {
  if (!isRecord(value)) return undefined;
  const { welcomed, walkthroughs } = value;
  return {
    ...(typeof welcomed === 'string' && { welcomed }),
    walkthroughs: mapped(walkthroughs, (marks) =>
      isRecord(marks) ? mapped(marks, (mark) => (isMark(mark) ? mark : undefined)) : undefined,
    ),
  };
}

export function progressIn(progress: Progress, repository: string): RepositoryProgress {
  return own(progress.repositories, repository) ?? nothingYet;
}

export function marksIn(progress: Progress, { repository, key }: WalkthroughPlace): StepMarks {
  return own(progressIn(progress, repository).walkthroughs, key) ?? {};
}

export function markOf(marks: StepMarks, step: string): StepMark | undefined {
  return own(marks, step);
}

export interface WalkthroughPlace {
  readonly repository: string;
  readonly key: string;
}

/** Progress with other marks of one walkthrough; without any it is forgotten. */
export function withMarks(
  progress: Progress,
  { repository, key }: WalkthroughPlace,
  marks: StepMarks,
): Progress {
  const before = progressIn(progress, repository);
  const walkthroughs =
    Object.keys(marks).length === 0
      ? without(before.walkthroughs, key)
      : withValue(before.walkthroughs, key, marks);
  return withRepository(progress, repository, { ...before, walkthroughs });
}

/** Marks with another one of a step; `undefined` opens it again. */
export function withMark(marks: StepMarks, step: string, mark: StepMark | undefined): StepMarks {
  return mark === undefined ? without(marks, step) : withValue(marks, step, mark);
}

export function withWelcome(progress: Progress, repository: string, at: string): Progress {
  return withRepository(progress, repository, { ...progressIn(progress, repository), welcomed: at });
}

/** Without a role, all steps are walked again. */
export function withRole(progress: Progress, repository: string, role: string | undefined): Progress {
  const { role: before, ...rest } = progressIn(progress, repository);
  if (before === role) return progress;
  return withRepository(progress, repository, role === undefined ? rest : { ...rest, role });
}

/** `undefined` where the person was never in that walkthrough. */
export function seenIn(progress: Progress, { repository, key }: WalkthroughPlace): SeenSteps | undefined {
  return own(progressIn(progress, repository).seen ?? {}, key);
}

/** With `undefined`, the person was never there. */
export function withSeen(
  progress: Progress,
  { repository, key }: WalkthroughPlace,
  steps: SeenSteps | undefined,
): Progress {
  const before = progressIn(progress, repository);
  const all = before.seen ?? {};
  const seen = steps === undefined ? without(all, key) : withValue(all, key, steps);
  return withRepository(progress, repository, { ...before, seen });
}

function withRepository(progress: Progress, repository: string, value: RepositoryProgress): Progress {
  return { ...progress, repositories: withValue(progress.repositories, repository, value) };
}

function isRepository(value: unknown): value is RepositoryProgress {
  if (!isRecord(value)) return false;
  const { welcomed, role, walkthroughs, seen } = value;
  return (
    [welcomed, role].every((text) => text === undefined || isText(text)) &&
    (seen === undefined || isRecordOf(seen, (steps): steps is SeenSteps => isRecordOf(steps, isText))) &&
    isRecordOf(walkthroughs, (marks): marks is StepMarks => isRecordOf(marks, isMark))
  );
}

function isMark(value: unknown): value is StepMark {
  if (!isRecord(value)) return false;
  const { state, at, fingerprint, untrue } = value;
  return (
    (state === 'done' || state === 'skipped') &&
    typeof at === 'string' &&
    typeof fingerprint === 'string' &&
    (untrue === undefined || typeof untrue === 'string')
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf<T>(
  value: unknown,
  isOne: (each: unknown) => each is T,
): value is Readonly<Record<string, T>> {
  return isRecord(value) && Object.values(value).every(isOne);
}

/** A record of what can be made of a value's parts. */
function mapped<T>(value: unknown, make: (each: unknown) => T | undefined): Readonly<Record<string, T>> {
  const made = Object.entries(isRecord(value) ? value : {}).map(([key, each]) => [key, make(each)] as const);
  return Object.fromEntries(made.filter((entry): entry is [string, T] => entry[1] !== undefined));
}

/** Ids come from files: `constructor` is one like any other. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function withValue<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T,
): Readonly<Record<string, T>> {
  return Object.fromEntries([...Object.entries(record).filter(([name]) => name !== key), [key, value]]);
}

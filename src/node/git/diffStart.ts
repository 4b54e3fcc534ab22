import type { DiffQuery } from '../../core/review/diff';
import { cleanLine } from '../../core/text/markdown';
import { type Base, defaultBase, mergeBase, pickedBase } from './base';
import type { Repository } from './repository';

export interface DiffStart {
  /** `undefined` before the first commit. */
  readonly base: Base | undefined;
  readonly commit: string;
  readonly notes: readonly string[];
}

/** Where the branch left its base, or a sentence that says why that cannot be told. */
export async function diffStart(
  repository: Repository,
  { query, branch }: { readonly query: DiffQuery; readonly branch: Promise<string | undefined> },
): Promise<DiffStart | string> {
  const { base: picked } = query;
  const base =
    picked === undefined
      ? ((await defaultBase(repository, branch)) ?? unknownBase)
      : await pickedBase(repository, picked);
  const commit = base && (await mergeBase(repository, base));
  if (commit !== undefined) {
    const notes = base!.note === undefined ? [] : [base!.note];
    if (repository.isShallow) notes.push(shallowNote);
    return { base, commit, notes };
  }
  const head = await repository.run({ args: ['rev-parse', '--verify', '--quiet', 'HEAD'] });
  if (head.code !== 0) return { base: undefined, commit: repository.emptyTree, notes: [unbornNote] };
  const name = cleanLine(base?.name ?? picked ?? '');
  if (base === undefined)
    return `${name === '' ? 'The base' : name} is no branch, tag or commit here. Fetch it, or pick another base.`;
  return repository.isShallow
    ? `This clone is shallow and ends before the branch left ${name}. Run git fetch --unshallow, or pick another base.`
    : `This branch and ${name} have no commit in common. Pick another base.`;
}

const unknownBase: Base = {
  ref: 'HEAD',
  name: 'HEAD',
  note: 'No default branch and no upstream is known, so only what is not committed counts. Pick a base to see more.',
};
const shallowNote = 'This clone is shallow, so commits of the base may be taken for commits of this branch.';
const unbornNote = 'Nothing is committed on this branch yet, so every file counts as added.';

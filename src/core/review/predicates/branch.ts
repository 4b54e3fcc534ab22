import { counted } from '../../text/counted';
import type { Pattern } from '../../text/pattern';
import { skippedClause } from './changedLines';
import { compileLineSearch } from './lineSearch';
import { type Outcome, outcome } from './outcome';
import { quoted } from './quoted';
import type { View } from './view';

/** The name of the branch matches a pattern. */
export function branch(patterns: readonly Pattern[]): (view: View) => Outcome {
  const search = compileLineSearch(patterns);
  const what = quoted(patterns.map(({ source }) => source));
  return ({ facts: { diff } }) => {
    if (diff.branch === undefined)
      return outcome(undefined, `no branch is checked out that ${what} could match`);
    const holds = search.inText(diff.branch).hits.length > 0;
    return outcome(
      holds,
      `the branch ${quoted([diff.branch])} ${holds ? 'matches' : 'does not match'} ${what}`,
    );
  };
}

/** The message of a commit that the base lacks matches a pattern. */
export function commitMessage(patterns: readonly Pattern[]): (view: View) => Outcome {
  const search = compileLineSearch(patterns);
  const what = quoted(patterns.map(({ source }) => source));
  return ({ facts: { diff } }) => {
    const found = diff.commits.map(({ message }) => search.inText(message));
    const count = found.filter(({ hits }) => hits.length > 0).length;
    if (count > 0)
      return outcome(
        true,
        `${counted(count, 'commit message')} ${count === 1 ? 'matches' : 'match'} ${what}`,
      );
    const skipped = skippedClause(found.map(({ skippedLines }) => ({ skipped: skippedLines })));
    if (skipped === '') return outcome(false, `no commit message matches ${what}`);
    return outcome(undefined, `no commit message that was searched matches ${what}, but ${skipped}`);
  };
}

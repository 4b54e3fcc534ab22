import type { Problem } from '../guidance/problem';
import type { FixInput, SourceFix } from './fixInput';
import { missingKeyFixes } from './missingKeyFixes';
import { quoteFix } from './quoteFix';
import { removeException } from './removeException';

/**
 * What mends a problem beyond the fix that it brings itself, by changes of its source. A fix is offered only where the
 * text with it reads as it should.
 */
export function problemFixes(problem: Problem, input: FixInput): readonly SourceFix[] {
  switch (problem.code) {
    case 'yaml-syntax':
    case 'unknown-alias':
    case 'wrong-type':
      return problem.fix === undefined ? listed(quoteFix(problem, input)) : [];
    case 'missing-why':
    case 'missing-value':
      return missingKeyFixes(problem, input);
    case 'expired-exception':
      return listed(removeException(problem, input));
    default:
      return [];
  }
}

function listed(fix: SourceFix | undefined): readonly SourceFix[] {
  return fix === undefined ? [] : [fix];
}

import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../core/guidance/problem';
import { isBefore, touches } from '../core/text/ranges';
import type { AnchorFix } from '../core/walkthroughAuthoring';
import { toDiagnostic } from './diagnostics';

export interface ActionPlace {
  readonly document: TextDocument;
  readonly range: Range;
}

/** The quick fixes of the problems that a range touches. */
export function codeActions(problems: readonly Problem[], { document, range }: ActionPlace): CodeAction[] {
  return problems.flatMap((problem): CodeAction[] => {
    if (problem.fix === undefined || problem.uri !== document.uri || !touches(problem.range, range))
      return [];
    const { title, newText, range: place } = problem.fix;
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(problem)],
        isPreferred: true,
        edit: { changes: { [document.uri]: [{ range: place, newText }] } },
      },
    ];
  });
}

/** What can be written instead of anchors that are not found; what may have been meant is a person's choice. */
export function anchorActions(
  fixes: readonly AnchorFix[],
  { document, range, problems }: ActionPlace & { readonly problems: readonly Problem[] },
): CodeAction[] {
  return fixes
    .filter(({ at }) => touches(at, range))
    .map(({ at, repair, isSure }): CodeAction => {
      const about = problems.filter(
        (problem) => problem.uri === document.uri && isAnchorCode(problem) && isSame(problem.range, at),
      );
      return {
        title: repair.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: about.map((problem) => toDiagnostic(problem)),
        isPreferred: isSure,
        edit: { changes: { [document.uri]: [{ range: repair.range, newText: repair.newText }] } },
      };
    });
}

function isAnchorCode({ code }: Problem): boolean {
  return code === 'missing-anchor' || code === 'ambiguous-anchor';
}

function isSame(a: Range, b: Range): boolean {
  return !isBefore(a.start, b.start) && !isBefore(b.start, a.start) && !isBefore(a.end, b.end);
}

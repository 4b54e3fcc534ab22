import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../core/guidance/problem';
import { toDiagnostic } from './diagnostics';

/** The quick fixes of the problems that a range touches. */
export function codeActions(
  problems: readonly Problem[],
  { document, range }: { readonly document: TextDocument; readonly range: Range },
): CodeAction[] {
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

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

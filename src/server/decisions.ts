import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DecisionFix } from '../core/features/decisionReferences';

/** The successors of a superseded decision as quick fixes; the first is the one that is meant where there is no other. */
export function decisionActions(
  fixes: readonly DecisionFix[],
  { document, diagnostics }: { readonly document: TextDocument; readonly diagnostics: readonly Diagnostic[] },
): CodeAction[] {
  return fixes.map(({ title, range, newText }): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter(
      (each) => each.source === 'leadlight' && JSON.stringify(each.range) === JSON.stringify(range),
    ),
    isPreferred: fixes.length === 1,
    edit: { changes: { [document.uri]: [{ range, newText }] } },
  }));
}

import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { MarkerFix } from '../core/features/markerFixes';
import { snippetEdit } from './snippetEdit';

export interface MarkerActionOptions {
  readonly document: TextDocument;
  /** Those that the editor shows where it asks. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the editor can put the cursor where a person has to write the rest. */
  readonly canInsertSnippets: boolean;
}

/**
 * What can be added to a marker: what its policy asks for as quick fixes, everything else as rewriting. What a person
 * has to write is offered only where the cursor can be put there. None is preferred: who and when is a person's choice.
 */
export function markerActions(
  fixes: readonly MarkerFix[],
  { document, diagnostics, canInsertSnippets }: MarkerActionOptions,
): CodeAction[] {
  const broken = diagnostics.filter(({ source, data }) => source === 'leadlight' && isOfMarker(data));
  return fixes
    .filter(({ blank }) => blank === undefined || canInsertSnippets)
    .map((fix): CodeAction => ({
      title: fix.title,
      kind: fix.isWanted ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
      ...(fix.isWanted && { diagnostics: broken }),
      edit: editOf(fix, document),
    }));
}

/** See `Notice.key`. */
function isOfMarker(data: unknown): boolean {
  const { key } = (data ?? {}) as { readonly key?: unknown };
  return typeof key === 'string' && /(?:^|\/)marker:[^/]*$/.test(key);
}

function editOf({ start, end, text, blank }: MarkerFix, document: TextDocument): WorkspaceEdit {
  if (blank !== undefined) return snippetEdit(document, { start, end, text, blank });
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return { changes: { [document.uri]: [{ range, newText: text }] } };
}

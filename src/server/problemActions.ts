import {
  type CodeAction,
  CodeActionKind,
  type WorkspaceEdit,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NewFile, ProblemAction } from '../core/authoringFixes';
import { toDiagnostic } from './diagnostics';
import { snippetEdit } from './snippetEdit';

/** What an editor can do with an edit. */
export interface EditAbilities {
  /** Put the cursor where a person has to write the rest. */
  readonly canInsertSnippets: boolean;
  readonly canCreate: boolean;
  /** Show an edit before it is made, where it is asked to. */
  readonly canConfirm: boolean;
}

export function editAbilities(told: WorkspaceEditClientCapabilities | undefined): EditAbilities {
  return {
    canInsertSnippets: told?.snippetEditSupport === true,
    canCreate: told?.documentChanges === true && told.resourceOperations?.includes('create') === true,
    canConfirm: told?.changeAnnotationSupport !== undefined,
  };
}

export interface ProblemActionOptions extends EditAbilities {
  readonly document: TextDocument;
}

/** What mends the problems of a source, as quick fixes. What the editor cannot do as it should be done is left out. */
export function problemActions(
  actions: readonly ProblemAction[],
  options: ProblemActionOptions,
): CodeAction[] {
  return actions.flatMap((action): CodeAction[] => {
    const edit = 'change' in action ? changeOf(action, options) : fileOf(action, options);
    if (edit === undefined) return [];
    const { title, problem } = action;
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(problem)], edit }];
  });
}

function changeOf(
  { change, blank }: Extract<ProblemAction, { readonly change: unknown }>,
  { document, canInsertSnippets }: ProblemActionOptions,
): WorkspaceEdit | undefined {
  if (blank !== undefined) return canInsertSnippets ? snippetEdit(document, { ...change, blank }) : undefined;
  const range = { start: document.positionAt(change.start), end: document.positionAt(change.end) };
  return { changes: { [document.uri]: [{ range, newText: change.text }] } };
}

/** A new file is shown before it is made, and never takes the place of one that is there. */
function fileOf(
  { uri, text }: NewFile,
  { canCreate, canConfirm }: ProblemActionOptions,
): WorkspaceEdit | undefined {
  if (!canCreate) return undefined;
  const start = { line: 0, character: 0 };
  const asked = canConfirm ? { annotationId: 'create' } : {};
  const insert = { range: { start, end: start }, newText: text, ...asked };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false }, ...asked },
      { textDocument: { uri, version: null }, edits: [insert] },
    ],
    ...(canConfirm && {
      changeAnnotations: { create: { label: 'Create the decision', needsConfirmation: true } },
    }),
  };
}

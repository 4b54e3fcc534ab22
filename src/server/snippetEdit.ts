import type { WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A replacement with a place in it, `blank`, where the cursor goes. UTF-16 offsets. */
export interface SnippetChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly blank: number;
}

/** For editors that put the cursor where a snippet says. */
export function snippetEdit(
  document: TextDocument,
  { start, end, text, blank }: SnippetChange,
): WorkspaceEdit {
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const value = `${escape(text.slice(0, blank))}$0${escape(text.slice(blank))}`;
  const textDocument = { uri: document.uri, version: document.version };
  return { documentChanges: [{ textDocument, edits: [{ range, snippet: { kind: 'snippet', value } }] }] };
}

function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

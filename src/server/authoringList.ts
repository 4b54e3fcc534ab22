import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AuthoringCompletion } from '../core/authoring/completion';
import { plainSnippet } from '../core/authoring/entrySnippets';

const kinds: Readonly<Record<AuthoringCompletion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  entry: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  glob: CompletionItemKind.Operator,
  owner: CompletionItemKind.Constant,
  id: CompletionItemKind.Reference,
  day: CompletionItemKind.Event,
  heading: CompletionItemKind.Class,
};

export interface AuthoringListOptions {
  readonly document: TextDocument;
  /** Whether the editor knows snippets in completions; what has blanks is plain text otherwise. */
  readonly canUseSnippets: boolean;
}

/** What can be written in a source, in its order. The list is asked for anew with each letter. */
export function authoringList(
  completions: readonly AuthoringCompletion[],
  { document, canUseSnippets }: AuthoringListOptions,
): CompletionList {
  const items = completions.map((completion, index): CompletionItem => {
    const { kind, label, detail, documentation, text, isSnippet, start, end } = completion;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const hasBlanks = isSnippet && canUseSnippets;
    const isHandle = document.getText(range).startsWith('@');
    return {
      label,
      kind: kinds[kind],
      detail,
      labelDetails: { description: detail },
      ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
      sortText: String(index).padStart(4, '0'),
      // Editors compare with what was typed, and a handle may be typed without its sign.
      filterText: isHandle ? label : label.replace(/^@/, ''),
      insertTextFormat: hasBlanks ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.adjustIndentation,
      textEdit: { range, newText: isSnippet && !canUseSnippets ? plainSnippet(text) : text },
    };
  });
  return { isIncomplete: true, items };
}

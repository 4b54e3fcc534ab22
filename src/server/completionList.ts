import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WordingCompletion } from '../core/discourse/completeWording';
import type { MarkerCompletion } from '../core/features/markerCompletion';

type Completion = MarkerCompletion | WordingCompletion;

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  tag: CompletionItemKind.Keyword,
  owner: CompletionItemKind.Constant,
  issue: CompletionItemKind.Reference,
  due: CompletionItemKind.Event,
  cost: CompletionItemKind.Value,
  reason: CompletionItemKind.Text,
  label: CompletionItemKind.Keyword,
  decoration: CompletionItemKind.EnumMember,
};

/** Completions in their order. The list is asked for anew with each letter: it holds what begins with them. */
export function completionList(completions: readonly Completion[], document: TextDocument): CompletionList {
  const items = completions.map(({ kind, text, detail, start, end }, index): CompletionItem => {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const isHandle = document.getText(range).startsWith('@');
    return {
      label: text,
      kind: kinds[kind],
      detail,
      // What stands there is seen in every line, and not only in the chosen one.
      labelDetails: { description: detail },
      sortText: String(index).padStart(4, '0'),
      // Editors compare with what was typed, and a handle may be typed without its sign.
      filterText: isHandle ? text : text.replace(/^@/, ''),
      textEdit: { range, newText: text },
    };
  });
  return { isIncomplete: true, items };
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { commentDecorations, commentLabels } from './conventionalComments';

/** A label or a decoration to write. Plain text. */
export interface WordingCompletion {
  readonly kind: 'label' | 'decoration';
  /** What is inserted in place of `start` to `end`, UTF-16 offsets. */
  readonly text: string;
  /** What it asks of the reader. */
  readonly detail: string;
  readonly start: number;
  readonly end: number;
}

/** No line that begins with a label is longer before its parentheses end. */
const maxBefore = 200;

/**
 * What fits at an offset of a comment, of a commit message or of notes on a review: labels that begin with the word at
 * the start of a line, and in the parentheses behind a label the decorations. Nothing in any other text.
 */
export function completeWording(document: TextDocument, offset: number): readonly WordingCompletion[] {
  const { line } = document.positionAt(offset);
  const lineStart = document.offsetAt({ line, character: 0 });
  if (offset - lineStart > maxBefore) return [];
  const before = document.getText({
    start: document.positionAt(lineStart),
    end: document.positionAt(offset),
  });
  const [, word, list] = wordBefore.exec(before) ?? [];
  if (word === undefined || !isDiscourse(document)) return [];
  if (list === undefined) return labels(word, offset);
  return commentLabels.some(({ label }) => label === word) ? decorations(list, offset) : [];
}

/** Behind a list's bullet, a quote's sign and emphasis: a word, and the parentheses that it opens. */
const wordBefore = /^[ \t]*(?:[-*+>][ \t]+)*(?:\*\*|__)?([a-z]+)(?:[ \t]*\(([^()]*))?$/;

/** Whether a text is one where people speak to each other, in VS Code or in other editors. */
function isDiscourse(document: TextDocument): boolean {
  const { languageId, uri } = document;
  if (isInput(uri) || ['scminput', 'git-commit', 'gitcommit'].includes(languageId)) return true;
  return languageId === 'markdown' && (hasReviewName(uri) || reviewLine.test(document.getText()));
}

/** The box of a comment thread, and that of a commit message. */
export function isInput(uri: string): boolean {
  return /^(?:comment|vscode-scm):/.test(uri);
}

function hasReviewName(uri: string): boolean {
  return /(?:^|[^a-z])(?:code-?reviews?|reviews?|pull_request_template)(?:[^a-z]|$)/i.test(
    URI.parse(uri).path.split('/').at(-1) ?? '',
  );
}

/** Ordinary prose has its notes and questions too, but decorations only where somebody uses these labels. */
const reviewLine =
  /^[ \t]*(?:[-*+>][ \t]+)*(?:\*\*)?(?:(?:praise|nitpick|suggestion|issue|chore)(?: \([^()\n]{0,60}\))?|[a-z]{4,10} \((?:non-blocking|blocking|if-minor)\)):/m;

function labels(word: string, end: number): readonly WordingCompletion[] {
  const start = end - word.length;
  return commentLabels
    .filter(({ label }) => label.startsWith(word))
    .map(({ label, asks }) => ({ kind: 'label', text: label, detail: asks, start, end }));
}

function decorations(list: string, end: number): readonly WordingCompletion[] {
  const parts = list.split(',').map((part) => part.trim());
  const word = parts.at(-1)!;
  const start = end - word.length;
  return commentDecorations
    .filter(({ decoration }) => decoration.startsWith(word) && !parts.slice(0, -1).includes(decoration))
    .map(({ decoration, asks }) => ({ kind: 'decoration', text: decoration, detail: asks, start, end }));
}

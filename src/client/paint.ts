import * as vscode from 'vscode';
import { debounce } from './debounce';
import { isReadable } from './documents';
import { Latest } from './latest';
import type { ServerLink } from './link/serverLink';
import { onDidChangeSettings } from './settings';

const editDelayMs = 250;

/** What is drawn where in a document. */
export type Painting = ReadonlyMap<vscode.TextEditorDecorationType, readonly vscode.Range[]>;

export interface Painter {
  readonly link: ServerLink;
  /** All that it draws with; disposed together with what is registered here. */
  readonly types: readonly vscode.TextEditorDecorationType[];
  /** Paints what is visible, once more, whatever happens besides edits, guidance and settings. */
  readonly again: readonly vscode.Event<unknown>[];
  /** What to draw; a type that is not named draws nothing. Asked for readable documents only. */
  paint(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<Painting>;
}

/** Keeps decorations of the visible editors up to date. */
export function registerPainter({ link, types, again, paint }: Painter): vscode.Disposable {
  const latest = new Latest();
  const paintOne = async (editor: vscode.TextEditor, token: vscode.CancellationToken) => {
    const painting: Painting = isReadable(editor.document) ? await paint(editor.document, token) : new Map();
    if (token.isCancellationRequested) return;
    for (const type of types) editor.setDecorations(type, [...(painting.get(type) ?? [])]);
  };
  const paintAll = () => {
    const token = latest.next();
    for (const editor of vscode.window.visibleTextEditors) void paintOne(editor, token);
  };
  const afterEdit = debounce(editDelayMs, paintAll);
  return vscode.Disposable.from(
    ...types,
    latest,
    afterEdit,
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.workspace.onDidChangeTextDocument(() => afterEdit.call()),
    link.onDidChangeGuidance(paintAll),
    link.onDidChangeState(paintAll),
    onDidChangeSettings(paintAll),
    ...again.map((event) => event(paintAll)),
  );
}

import * as vscode from 'vscode';
import type { ResolvedAnchor } from '../../core/walkthrough/resolvedAnchor';
import { toRange } from '../openSource';
import { plainText } from '../plainText';
import { isOn, onDidChangeSettings } from '../settings';
import type { Onboarding } from './onboarding';

/** Marks the place of the step that is shown, with a code lens that says so and leads back to the page. */
export function registerStepPlace(onboarding: Onboarding): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
  });
  const changed = new vscode.EventEmitter<void>();
  let moved = { anchor: onboarding.step?.anchor, lines: 0 };
  // The editor itself moves what is marked while somebody types; the server says later where the place is now.
  const paint = () => {
    const anchor = onboarding.step?.anchor;
    for (const editor of vscode.window.visibleTextEditors) {
      const range = anchor?.range && placeIn(editor.document, anchor);
      editor.setDecorations(mark, range === undefined ? [] : [range]);
    }
  };
  const show = () => {
    if (moved.anchor !== onboarding.step?.anchor) moved = { anchor: onboarding.step?.anchor, lines: 0 };
    paint();
    changed.fire();
  };
  return vscode.Disposable.from(
    mark,
    changed,
    onboarding.onDidChange(show),
    onDidChangeSettings(show),
    vscode.window.onDidChangeVisibleTextEditors(paint),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const range = placeIn(document, moved.anchor);
      if (range === undefined) return;
      const start = range.start.line + moved.lines;
      moved.lines += linesAdded(contentChanges, start);
    }),
    vscode.languages.registerCodeLensProvider('*', {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => {
        const range = placeIn(document, onboarding.step?.anchor);
        if (range === undefined) return [];
        const line = Math.min(range.start.line + moved.lines, document.lineCount - 1);
        return [new vscode.CodeLens(document.lineAt(line).range, lensCommand(onboarding))];
      },
    }),
  );
}

function lensCommand({ open, step }: Onboarding): vscode.Command {
  const { walkthrough, current } = open!;
  return {
    title: `$(compass) Step ${current + 1} of ${walkthrough.played.length}: ${plainText(step!.title)}`,
    tooltip: 'Back to the page of the walkthrough',
    command: 'leadlight.openWalkthrough',
    arguments: [walkthrough.key, step!.id],
  };
}

/** Where an anchor is in a document, as the server last said; the first line for the whole file. */
function placeIn(
  document: vscode.TextDocument,
  anchor: ResolvedAnchor | undefined,
): vscode.Range | undefined {
  if (anchor?.uri === undefined || !['found', 'moved'].includes(anchor.state)) return undefined;
  if (document.uri.toString() !== vscode.Uri.parse(anchor.uri).toString()) return undefined;
  if (!isOn('stepLens', document)) return undefined;
  return anchor.range === undefined ? new vscode.Range(0, 0, 0, 0) : toRange(anchor.range);
}

/** Lines that an edit put before a line, less those that it took from there. */
function linesAdded(changes: readonly vscode.TextDocumentContentChangeEvent[], line: number): number {
  return changes
    .filter(({ range }) => range.end.line < line || (range.end.line === line && range.end.character === 0))
    .reduce(
      (sum, { range, text }) => sum + text.split('\n').length - 1 - (range.end.line - range.start.line),
      0,
    );
}

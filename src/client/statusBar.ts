import * as vscode from 'vscode';
import { escapeInline } from '../core/text/markdown';
import type { Here, HereState } from './here';
import { isOn } from './settings';
import { statusWords } from './statusWords';

/** One item: how many entries govern the file in the active editor, or else who owns it. A click lists all. */
export function registerStatusBar(here: Here): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('leadlight.governs', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Leadlight';
  item.command = 'leadlight.showHere';
  return vscode.Disposable.from(
    item,
    here.onDidChange((state) => show(item, state)),
    vscode.window.onDidChangeVisibleTextEditors(() => show(item, here.state)),
  );
}

function show(item: vscode.StatusBarItem, state: HereState | undefined): void {
  if (state === undefined || !isVisible(state) || !isOn('statusBar', state.document)) return item.hide();
  const words = statusWords(state.here);
  if (words === undefined) return item.hide();
  const { text, sentence } = words;
  item.text = text;
  item.tooltip = new vscode.MarkdownString([escapeInline(sentence), ...detailsOf(state)].join('\n\n'));
  item.accessibilityInformation = { label: `Leadlight: ${sentence}`, role: 'button' };
  item.show();
}

function isVisible({ document }: HereState): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

function detailsOf({ here: { areas, focus, problems } }: HereState): string[] {
  const details = areas.map(({ name, contact, detail, source }) => {
    const who = [contact, detail, source.label].filter(Boolean).join(', ');
    return `**${escapeInline(name)}** · ${escapeInline(who)}`;
  });
  if (focus)
    details.push(
      `Focus: ${escapeInline(focus.text)}${focus.until === undefined ? '' : `, until ${escapeInline(focus.until)}`}`,
    );
  if (problems > 0)
    details.push(problems === 1 ? 'One problem in the guidance' : `${problems} problems in the guidance`);
  return details;
}

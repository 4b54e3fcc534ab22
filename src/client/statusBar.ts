import * as vscode from 'vscode';
import { escapeInline } from '../core/text/markdown';
import type { Here, HereState } from './here';
import { isOn } from './settings';

/** One item: how many entries govern the file in the active editor. A click lists them. */
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
  const count = state?.here.file.length ?? 0;
  if (state === undefined || count === 0 || !isVisible(state) || !isOn('statusBar', state.document))
    return item.hide();
  const sentence =
    count === 1 ? 'One entry of guidance governs this file' : `${count} entries of guidance govern this file`;
  item.text = `$(book) ${count}`;
  item.tooltip = new vscode.MarkdownString([sentence, ...detailsOf(state)].join('\n\n'));
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

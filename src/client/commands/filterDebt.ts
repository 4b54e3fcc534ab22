import * as vscode from 'vscode';
import type { Debt } from '../debt';
import { type FilterChoice, filterChoices, filterOf } from '../debtFilter';
import { plainText } from '../plainText';

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice?: FilterChoice;
}

/** Chooses what the view Debt leaves out: several lines together, and words. */
export function registerFilterDebt(debt: Debt): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.filterDebt', async () => {
    const knowsBranch = debt.git === 'trusted';
    const choices = filterChoices(debt.filter, { tags: await debt.tags(), knowsBranch });
    const picked = await vscode.window.showQuickPick(toItems(choices), {
      canPickMany: true,
      placeHolder: 'Show only markers that are all of this',
      matchOnDescription: true,
    });
    if (picked === undefined) return;
    const chosen = picked.flatMap(({ choice }) => choice ?? []);
    const text = chosen.some(({ does }) => does === 'text') ? await askWords(debt.filter.text) : '';
    if (text !== undefined) await debt.setFilter(filterOf(chosen, text));
  });
}

/** `undefined` where a person left without an answer. */
function askWords(now: string | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    prompt: 'Words that its text, tag, owner, issue or path hold',
    value: now ?? '',
  });
}

function toItems(choices: readonly FilterChoice[]): ChoiceItem[] {
  const firstTag = choices.findIndex(({ does }) => typeof does === 'object');
  const items = choices.map((choice): ChoiceItem => ({
    choice,
    label: plainText(choice.label),
    description: plainText(choice.detail),
    picked: choice.isOn,
  }));
  if (firstTag === -1) return items;
  return items.toSpliced(firstTag, 0, { label: 'Tags', kind: vscode.QuickPickItemKind.Separator });
}

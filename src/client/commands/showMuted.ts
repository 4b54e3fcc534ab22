import * as vscode from 'vscode';
import { plainText } from '../plainText';
import type { MarkedEntry } from '../state/marks';
import type { PersonalState } from '../state/personalState';

interface MarkedItem extends vscode.QuickPickItem {
  readonly entry?: MarkedEntry;
}

const bringBack: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('discard'),
  tooltip: 'Bring Back',
};
const bringBackAll: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('clear-all'),
  tooltip: 'Bring Back All',
};

/** Lists what a person muted and folded in this workspace, to bring one of it back, or all. */
export function registerShowMuted(personal: PersonalState): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showMuted', () => showMuted(personal));
}

async function showMuted(personal: PersonalState): Promise<void> {
  const pick = vscode.window.createQuickPick<MarkedItem>();
  pick.title = 'Muted and Folded Guidance';
  pick.placeholder = 'Choose what to bring back';
  pick.matchOnDescription = true;
  const refresh = async () => {
    const marked = await personal.marked();
    pick.items =
      marked.length > 0 ? marked.map(toItem) : [{ label: 'Nothing is muted or folded in this workspace' }];
    pick.buttons = marked.length > 0 ? [bringBackAll] : [];
  };
  const back = async (items: readonly MarkedItem[]) => {
    await personal.bringBack(items.flatMap(({ entry }) => entry ?? []));
    await refresh();
  };
  const listeners = [
    pick.onDidAccept(() => void back(pick.selectedItems)),
    pick.onDidTriggerItemButton(({ item }) => void back([item])),
    pick.onDidTriggerButton(() => void back(pick.items)),
    pick.onDidHide(() => vscode.Disposable.from(pick, ...listeners).dispose()),
  ];
  await refresh();
  pick.show();
}

function toItem(entry: MarkedEntry): MarkedItem {
  return {
    entry,
    label: plainText(entry.title),
    description: `${entry.kind} · ${entry.mark}`,
    iconPath: new vscode.ThemeIcon(entry.mark === 'muted' ? 'bell-slash' : 'fold'),
    buttons: [bringBack],
  };
}

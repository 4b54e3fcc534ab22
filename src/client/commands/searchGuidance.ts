import * as vscode from 'vscode';
import type { SearchHit } from '../../core/features/search';
import { debounce } from '../debounce';
import { kinds } from '../kinds';
import { Latest } from '../latest';
import type { ServerLink } from '../link/serverLink';
import { openSource } from '../openSource';
import { plainText } from '../plainText';

const typingDelayMs = 80;

interface HitItem extends vscode.QuickPickItem {
  readonly hit: SearchHit;
}

const beside: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('split-horizontal'),
  tooltip: 'Open to the Side',
};

/** Searches everything that was written, as a person types. The best hit is on top, and Enter opens it. */
export function registerSearchGuidance(link: Searchable): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.searchGuidance', () => search(link));
}

type Searchable = Pick<ServerLink, 'search' | 'onDidChangeGuidance'>;

function search(link: Searchable): void {
  const pick = vscode.window.createQuickPick<HitItem>();
  keepOrder(pick);
  pick.placeholder = 'Search everything that is written down';
  const latest = new Latest();
  const look = async () => {
    const token = latest.next();
    pick.busy = true;
    const hits = await link.search(pick.value, token);
    if (token.isCancellationRequested) return;
    pick.items = (hits ?? []).map(toItem);
    pick.busy = false;
  };
  const soon = debounce(typingDelayMs, () => void look());
  const open = async ({ hit }: HitItem, column?: vscode.ViewColumn) => {
    pick.hide();
    await openSource(hit.source, column);
  };
  const listeners = [
    pick.onDidChangeValue(() => soon.call()),
    link.onDidChangeGuidance(() => void look()),
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item !== undefined) void open(item);
    }),
    pick.onDidTriggerItemButton(({ item }) => void open(item, vscode.ViewColumn.Beside)),
    pick.onDidHide(() => vscode.Disposable.from(pick, latest, soon, ...listeners).dispose()),
  ];
  pick.show();
  void look();
}

function toItem(hit: SearchHit): HitItem {
  return {
    hit,
    label: plainText(hit.title),
    description: `${kinds[hit.kind].one.toLowerCase()} · ${plainText(hit.source.label)}`,
    detail: plainText(hit.detail),
    iconPath: new vscode.ThemeIcon(kinds[hit.kind].icon),
    buttons: [beside],
    // The server has chosen already: what it found need not hold the words as they were typed.
    alwaysShow: true,
  };
}

/** Newer than the editor that the manifest asks for: without it, hits whose title fits come first. */
function keepOrder(pick: vscode.QuickPick<HitItem>): void {
  if ('sortByLabel' in pick) pick.sortByLabel = false;
}

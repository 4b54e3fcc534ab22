import * as vscode from 'vscode';
import type { ServerLink } from '../link/serverLink';
import { noticeText } from '../notice';
import { isOn } from '../settings';
import { newsKey, newsWords } from './news';
import type { Onboarding } from './onboarding';
import type { Player } from './player';

const stateKey = 'leadlight.toldNews';

export interface TellNewsOptions {
  readonly link: ServerLink;
  readonly onboarding: Onboarding;
  readonly player: Player;
  /** Of the workspace. */
  readonly store: vscode.Memento;
}

/**
 * Tells a person, when their window opens, that a walkthrough which they have played says something new: one
 * notification, and never the same news again. What changes later waits for the next window.
 */
export function registerTellNews(options: TellNewsOptions): vscode.Disposable {
  let isDone = false;
  return options.link.onDidChangeGuidance(async () => {
    if (isDone || !isOn('onboarding') || !isOn('firstOpen')) return;
    const all = await options.onboarding.walkthroughs();
    if (isDone || all.length === 0) return;
    isDone = true;
    await tell(options);
  });
}

async function tell({ onboarding, player, store }: TellNewsOptions): Promise<void> {
  const told = store.get<Readonly<Record<string, string>>>(stateKey) ?? {};
  for (const { key, title, outline, news } of await onboarding.withNews()) {
    const now = newsKey(outline, news);
    // The page says it by itself.
    if (news.size === 0 || told[key] === now || player.shown === key) continue;
    await store.update(stateKey, { ...told, [key]: now });
    const show = 'Show';
    const sentence = noticeText(`${title}: ${newsWords(news)}`);
    const chosen = await vscode.window.showInformationMessage(sentence, show, 'Not Now');
    if (chosen === show) await player.open(key);
    return;
  }
}

import * as vscode from 'vscode';
import type { WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import type { ServerLink } from '../link/serverLink';
import { noticeText } from '../notice';
import { isOn } from '../settings';
import { progressIn, withWelcome } from '../state/progress';
import type { ProgressStore } from '../state/progressStore';
import type { Onboarding } from './onboarding';
import type { Player } from './player';

export interface FirstOpenOptions {
  readonly link: ServerLink;
  readonly onboarding: Onboarding;
  readonly progress: ProgressStore;
  readonly player: Player;
}

/** Opens a repository's walkthrough by itself, the first time that a person is there. */
export function registerFirstOpen(options: FirstOpenOptions): vscode.Disposable {
  let isDone = false;
  return options.link.onDidChangeGuidance(async () => {
    if (isDone || !isOn('onboarding') || !isOn('firstOpen')) return;
    const found = await toOpen(options);
    if (found === undefined || isDone) return;
    isDone = true;
    await welcome(found, options);
  });
}

interface Found {
  readonly walkthrough: WalkthroughSummary;
  readonly repository: string;
}

/** What was stored in a way that cannot be read may say that a person was welcomed. */
async function toOpen({ onboarding, progress }: FirstOpenOptions): Promise<Found | undefined> {
  if (progress.fault !== undefined) return undefined;
  for (const walkthrough of await onboarding.walkthroughs()) {
    if (walkthrough.open !== 'first-open') continue;
    const repository = await onboarding.repositoryOf(walkthrough);
    if (progressIn(progress.progress, repository).welcomed === undefined) return { walkthrough, repository };
  }
  return undefined;
}

async function welcome({ walkthrough, repository }: Found, options: FirstOpenOptions): Promise<void> {
  const { progress, player } = options;
  const remember = () => progress.change((all) => withWelcome(all, repository, new Date().toISOString()));
  if (player.shown !== undefined) return remember();
  if (!hasEditors()) {
    await remember();
    await player.open(walkthrough.key, { quietly: true });
    return;
  }
  const [open, later, never] = ['Open', 'Later', 'Never Here'];
  const chosen = await vscode.window.showInformationMessage(
    noticeText(`This repository has a walkthrough for you: ${walkthrough.title}`),
    open!,
    later!,
    never!,
  );
  if (chosen === open || chosen === never) await remember();
  if (chosen === open) await player.open(walkthrough.key);
}

/** Whether a person has anything open; the editor's own Welcome is no input that extensions know. */
function hasEditors(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input !== undefined));
}

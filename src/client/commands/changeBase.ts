import * as vscode from 'vscode';
import { say } from '../notice';
import { plainText } from '../plainText';
import { withPatience } from '../patience';
import type { Review } from '../review';

interface BaseItem extends vscode.QuickPickItem {
  readonly picked?: boolean;
  /** Absent for what the upstream or the default branch gives. */
  readonly base?: string;
  readonly isTyped?: boolean;
}

/** Chooses what the changes are compared with; each branch remembers it. */
export function registerChangeBase(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.changeBase', async (given: unknown) => {
    if (review.result === undefined)
      return say('No review is on. Leadlight: Start Review begins one; then its base can be changed.');
    if (typeof given === 'string') return setBase(review, given);
    const picked = await vscode.window.showQuickPick(items(review), {
      placeHolder: `Compare with (now: ${plainText(review.result.base ?? 'nothing')})`,
    });
    if (picked === undefined) return;
    const base = picked.isTyped ? await typeBase() : picked.base;
    if (!picked.isTyped || base !== undefined) await setBase(review, base);
  });
}

function setBase(review: Review, base: string | undefined): Promise<void> {
  return withPatience('Looking at what changed', (token) => review.setBase(base, token));
}

async function items(review: Review): Promise<readonly BaseItem[]> {
  const bases = await review.bases(new vscode.CancellationTokenSource().token);
  const check = new vscode.ThemeIcon('check');
  return [
    { label: 'As usual', description: 'the upstream of the branch, or the default branch' },
    { label: 'A commit, or another name...', isTyped: true },
    ...bases.map((base) => ({
      base,
      label: plainText(base),
      ...(base === review.result?.base && { iconPath: check }),
    })),
  ];
}

async function typeBase(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    prompt: 'A branch, a tag or a commit, as git knows it',
    placeHolder: 'origin/main',
  });
  return typed?.trim() || undefined;
}

import * as vscode from 'vscode';
import type { Review } from '../review';

const roles = {
  author: 'What an author asks before anybody else looks',
  reviewer: 'What a reviewer asks',
  both: 'All questions, whoever they are for',
} as const;

/** Chooses for whom the questions are; the workspace remembers it. */
export function registerChangeReviewRole(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.changeReviewRole', async (given: unknown) => {
    const names = Object.keys(roles) as (keyof typeof roles)[];
    const items = names.map((role) => ({
      role,
      label: `${role[0]?.toUpperCase()}${role.slice(1)}`,
      description: roles[role],
      ...(role === review.role && { iconPath: new vscode.ThemeIcon('check') }),
    }));
    const role =
      names.find((name) => name === given) ??
      (await vscode.window.showQuickPick(items, { placeHolder: `Review as (now: ${review.role})` }))?.role;
    if (role !== undefined) await review.setRole(role);
  });
}

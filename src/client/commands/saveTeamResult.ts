import * as vscode from 'vscode';
import { slug } from '../../core/text/slug';
import { escapeInline } from '../../core/text/markdown';
import { sayFailed } from '../notice';
import type { Review } from '../review';
import { saveText } from '../saveText';

/** Saves what a team answered together as Markdown with today's date, where a person says. */
export function registerSaveTeamResult(review: Review): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.saveTeamResult', async (given: unknown) => {
    const title = review.subject?.checklist?.title;
    const text = title === undefined ? undefined : await review.exported('markdown');
    if (title === undefined || text === undefined)
      return sayFailed(
        'There is no result to save: Leadlight: Open Checklist... opens what a team answers together.',
      );
    const day = new Date().toLocaleDateString('sv');
    const content = `# ${escapeInline(title)}, ${day}\n\n${text.trimEnd()}\n`;
    await saveText(content, { name: `${slug(title)}-${day}.md`, filters: { Markdown: ['md'] }, given });
  });
}

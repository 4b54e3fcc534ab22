import * as vscode from 'vscode';
import { appendText } from '../appendText';
import { say, sayFailed } from '../notice';
import { plainText } from '../plainText';
import { showDocument } from '../showDocument';
import type { KeptNote, Notes } from '../walkthrough/notes';
import { noteIssue, noteLine, tookWords } from '../walkthrough/noteText';
import type { Onboarding } from '../walkthrough/onboarding';

const shownMs = 5_000;

interface Action extends vscode.QuickPickItem {
  run(): unknown;
}

/** Lists what a person wrote about steps that were hard, and does with one of them what the person says. */
export function registerShowMyNotes(onboarding: Onboarding, notes: Notes): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showMyNotes', async () => {
    const all = await notes.all();
    if (all.length === 0) return say('You have written no notes here. A step that was hard takes one.');
    const items = all.map((kept) => ({
      kept,
      label: plainText(kept.note.text),
      description: plainText(kept.note.step.title),
      detail: plainText(
        `${kept.note.written.slice(0, 10)} · ${kept.note.walkthrough.title} · took ${tookWords(kept.note.seconds)}`,
      ),
    }));
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: 'Your notes, on this machine only',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked === undefined) return;
    const file = await teamFile(onboarding, picked.kept);
    const action = await vscode.window.showQuickPick(actionsOn(picked.kept, { file, notes }), {
      placeHolder: picked.label,
    });
    try {
      await action?.run();
    } catch (error) {
      sayFailed(`That could not be done: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

function actionsOn(
  kept: KeptNote,
  { file, notes }: { readonly file: string | undefined; readonly notes: Notes },
): readonly Action[] {
  const { isTrusted } = vscode.workspace;
  return [
    {
      label: '$(new-file) Open as the text of an issue',
      run: async () => {
        const content = noteIssue(kept.note);
        await showDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
      },
    },
    {
      label: '$(copy) Copy as the text of an issue',
      run: async () => {
        await vscode.env.clipboard.writeText(noteIssue(kept.note));
        vscode.window.setStatusBarMessage(
          '$(copy) The note is in the clipboard, as the text of an issue',
          shownMs,
        );
      },
    },
    ...(file === undefined
      ? []
      : [
          {
            label: `$(edit) Add to ${plainText(file)}`,
            description: isTrusted ? 'Nothing is saved before you do' : restricted,
            run: () => (isTrusted ? append(kept, file) : say(`${restricted}.`)),
          },
        ]),
    { label: '$(trash) Delete', run: () => notes.delete(kept) },
  ];
}

const restricted = 'Restricted Mode: no file is edited until you trust this folder';

async function append({ note, folder }: KeptNote, file: string): Promise<void> {
  await appendText(vscode.Uri.joinPath(folder, file), {
    lines: noteLine(note),
    heading: '# What was hard',
  });
}

/** The file that the team names for such notes, relative to the workspace folder. */
async function teamFile(onboarding: Onboarding, { note, folder }: KeptNote): Promise<string | undefined> {
  const here = (await onboarding.walkthroughs()).filter(
    (each) =>
      vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(each.folder))?.uri.toString() ===
      folder.toString(),
  );
  return (here.find(({ key }) => key === note.walkthrough.key) ?? here[0])?.friction;
}

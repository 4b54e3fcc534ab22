import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import type { TourImport } from '../../core/walkthroughAuthoring';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say, sayFailed } from '../notice';
import { showDocument } from '../showDocument';
import { importPage } from '../walkthrough/importPage';
import { mayWrite } from '../writable';

/** Shows what CodeTours would be as walkthroughs of our own, and writes them when a person says so. */
export function registerImportTours(link: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.importTours', async (given: unknown) => {
    if (vscode.workspace.workspaceFolders === undefined)
      return say('Open a folder that has tours of CodeTour first.');
    const found = await link.authoring.tourImport(neverCancelled());
    if (found === undefined) return say("Leadlight's language server does not run, so nothing was read.");
    const { files, left } = found;
    if (files.length === 0)
      return say(
        left.length === 0
          ? 'There is no tour of CodeTour here.'
          : `Nothing to import. ${left.map(({ from, why }) => `${from}: ${why}`).join(' ')}`,
      );
    if (!files.every(({ uri }) => mayWrite(vscode.Uri.parse(uri)))) return;
    await showDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content: importPage(found) }),
    );
    // Who calls it with "write", as a script may, has decided.
    const write = `Write ${counted(files.length, 'File')}`;
    const isWanted =
      given === 'write' ||
      (await vscode.window.showInformationMessage(
        'This is what the tours become in .leadlight/walkthroughs. The tours stay as they are.',
        write,
        'Cancel',
      )) === write;
    if (isWanted) await writeFiles(found);
  });
}

async function writeFiles({ files }: TourImport): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  // A file that was created meanwhile is not overwritten.
  for (const { uri, text } of files)
    edit.createFile(vscode.Uri.parse(uri), { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit)))
    return sayFailed('The walkthroughs could not all be written.');
  say(
    `${counted(files.length, 'walkthrough')} written. Delete the tours once you are content, or both are listed.`,
  );
}

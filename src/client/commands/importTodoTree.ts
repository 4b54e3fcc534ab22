import * as vscode from 'vscode';
import { documentSchemes } from '../documents';
import { foreignKeys } from '../import/foreignKeys';
import type { ForeignSettings } from '../import/foreignTags';
import { importSettings } from '../import/importSettings';
import { showDocument } from '../showDocument';
import { unsavedText } from '../unsavedText';

const path = '.leadlight/markers.yaml';

/** Opens the settings of Todo Tree, Better Todo Tree and TODO Highlight as guidance that is not saved yet. */
export function registerImportTodoTree(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.importTodoTree', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const settings = settingsOfOthers(folder?.uri);
    if (Object.keys(settings).length === 0)
      return void vscode.window.showInformationMessage(
        'Nothing to import: no setting of Todo Tree, Better Todo Tree or TODO Highlight is set. Leadlight finds TODO, FIXME, HACK, XXX and BUG without any.',
      );
    const content = importSettings(settings, { schemes: documentSchemes() });
    const document = await unsavedText(await freePlace(folder?.uri), content);
    await showDocument(document);
  });
}

/** What a person has set; the defaults of an installed tool say nothing about that person. */
function settingsOfOthers(folder: vscode.Uri | undefined): ForeignSettings {
  const configuration = vscode.workspace.getConfiguration(undefined, folder);
  return Object.fromEntries(
    foreignKeys.flatMap((key) => {
      const set = configuration.inspect(key);
      const value = set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** `undefined` where the file is there already: what a person wrote is not written over. */
async function freePlace(folder: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (folder === undefined) return undefined;
  const uri = vscode.Uri.joinPath(folder, path);
  const isTaken = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
  return isTaken ? undefined : uri;
}

import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { plainText } from '../plainText';

interface FileItem extends vscode.QuickPickItem {
  readonly uri?: string;
}

/** Lists the files that the scan left out, each with the reason, and opens the one that is chosen. */
export function registerShowLeftOut(link: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showLeftOut', async () => {
    const { files, count } = (await link.leftOut(neverCancelled())) ?? { files: [], count: 0 };
    const items = files.map(({ path, reason, uri }): FileItem => ({
      label: plainText(path),
      description: plainText(`it ${reason}`),
      uri,
    }));
    if (count > files.length) items.push({ label: `${count - files.length} more`, alwaysShow: true });
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder:
        count === 0 ? 'The scan left out no file' : `${counted(count, 'file')} left out of the scan`,
      matchOnDescription: true,
    });
    // An editor of its own kind may show what is no text.
    if (picked?.uri !== undefined)
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(picked.uri));
  });
}

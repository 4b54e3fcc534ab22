import * as vscode from 'vscode';
import type { OwnersReport, OwningArea } from '../../core/features/owners';
import { counted } from '../../core/text/counted';
import type { ServerLink } from '../link/serverLink';
import { openSource } from '../openSource';
import { plainText } from '../plainText';

type Owners = Pick<ServerLink, 'owners'>;

interface OwnerItem extends vscode.QuickPickItem {
  readonly area?: OwningArea;
  readonly file?: vscode.Uri;
  readonly isUnowned?: boolean;
}

/** Says who owns a file or a folder, by which rule in which line, and opens that line. */
export function registerWhoOwnsThis(link: Owners): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.whoOwnsThis', async (clicked?: unknown) => {
    const uri = clicked instanceof vscode.Uri ? clicked : vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      void vscode.window.showInformationMessage(
        'Open a file, or choose one in the Explorer, to see who owns it.',
      );
      return;
    }
    const report = await ask(link, uri);
    if (report === undefined) return;
    const { areas, unowned, files } = report;
    const name = plainText(vscode.workspace.asRelativePath(uri, false));
    const picked = await vscode.window.showQuickPick<OwnerItem>(
      [...areas.map((area) => ownerItem(area, files)), ...(unowned.files === 0 ? [] : [unownedItem(report)])],
      {
        title: files === 1 ? `Who owns ${name}` : `Who owns the ${counted(files, 'file')} of ${name}`,
        placeHolder: areas.length === 0 ? 'Nothing says who owns this' : 'Choose one to open what says so',
        matchOnDescription: true,
        matchOnDetail: true,
      },
    );
    if (picked?.area !== undefined) await openSource(picked.area.source);
    if (picked?.isUnowned && files > 1) await pickUnowned(report);
  });
}

/** Lists the files that nobody owns, and opens the one that is chosen. */
export function registerShowUnowned(link: Owners): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.showUnowned', async () => {
    const report = await ask(link, undefined);
    if (report !== undefined) await pickUnowned(report);
  });
}

function ask(link: Owners, uri: vscode.Uri | undefined): Thenable<OwnersReport | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Looking for owners', cancellable: true },
    async (_, token) => {
      const report = await link.owners(uri?.toString(), token);
      return token.isCancellationRequested ? undefined : report;
    },
  );
}

function ownerItem(area: OwningArea, files: number): OwnerItem {
  const { name, contact, detail, source } = area;
  return {
    label: plainText(contact) || 'Nobody, on purpose',
    description: [plainText(name), ...(files === 1 ? [] : [counted(area.files, 'file')])].join(' · '),
    detail: plainText([source.label, detail].filter(Boolean).join(' · ')),
    iconPath: new vscode.ThemeIcon('organization'),
    area,
  };
}

function unownedItem({ unowned, files }: OwnersReport): OwnerItem {
  return {
    label: 'Nobody',
    description: files === 1 ? 'no rule names an owner' : counted(unowned.files, 'file'),
    iconPath: new vscode.ThemeIcon('question'),
    isUnowned: true,
  };
}

async function pickUnowned({ unowned, files, truncated }: OwnersReport): Promise<void> {
  const items = unowned.first.map(({ path, root }): OwnerItem => ({
    label: plainText(path),
    file: vscode.Uri.joinPath(vscode.Uri.parse(root), path),
  }));
  const more = unowned.files - items.length;
  if (more > 0) items.push({ label: `${more} more`, alwaysShow: true });
  const all = truncated ? `more than ${files} files` : counted(files, 'file');
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Files without an owner',
    placeHolder:
      unowned.files === 0 ? `Each of ${all} has an owner` : `${counted(unowned.files, 'file')} of ${all}`,
  });
  if (picked?.file !== undefined) await vscode.commands.executeCommand('vscode.open', picked.file);
}

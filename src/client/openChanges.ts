import * as vscode from 'vscode';
import type { ReviewItem, ReviewResult } from '../core/review/reviewItem';
import type { Evidence } from '../core/review/verdict';
import { cut } from '../core/text/cut';
import { cleanLine } from '../core/text/markdown';
import { baseUri } from './baseTexts';
import { say } from './notice';
import { toRange } from './openSource';
import type { Review } from './review';
import { pathsOf } from './views/reviewTree';

/** The editor opens each of them. */
const mostFiles = 200;
const longestTitle = 60;

/** A changed file: its URI, the old text and the new one, as far as there are both. */
type Change = readonly [vscode.Uri, vscode.Uri | undefined, vscode.Uri | undefined];

/** Opens the files that an item is about, old beside new; without a diff as they are. */
export async function openChanges({ result }: Review, item: ReviewItem): Promise<void> {
  if (result === undefined) return;
  const paths = pathsOf(item, result);
  if (paths.length === 0)
    return say('This question is about no file: nothing changed, or nothing says what did.');
  if (paths.length > mostFiles) say(`The first ${mostFiles} of ${paths.length} files are opened.`);
  const files = paths.slice(0, mostFiles);
  if (result.baseCommit === undefined)
    return void (await vscode.window.showTextDocument(uriOf(result, files[0]!)));
  const changes = await Promise.all(files.map((path) => changeOf(result, path)));
  const title = cut(cleanLine(item.ask), longestTitle);
  // Older editors show one diff at a time.
  await Promise.resolve(vscode.commands.executeCommand('vscode.changes', title, changes)).catch(() =>
    openDiff(changes[0]!),
  );
}

/** Opens the lines of a place; what changed of a file that is meant as a whole, and the old text of one that is gone. */
export async function openPlace({ result }: Review, { path, range }: Evidence): Promise<void> {
  if (result === undefined) return;
  const isChanged = result.baseCommit !== undefined && result.paths?.includes(path);
  if (range === undefined && isChanged) return openDiff(await changeOf(result, path));
  const uri = uriOf(result, path);
  const isThere = await exists(uri);
  await vscode.commands.executeCommand('vscode.open', isThere ? uri : baseUri(result, path), {
    ...(range !== undefined && isThere && { selection: toRange(range) }),
  });
}

async function changeOf(result: ReviewResult, path: string): Promise<Change> {
  const uri = uriOf(result, path);
  const original = result.addedPaths?.includes(path) ? undefined : baseUri(result, path);
  return [uri, original, (await exists(uri)) ? uri : undefined];
}

function uriOf({ folder }: ReviewResult, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(folder), path);
}

async function openDiff([uri, original, modified]: Change): Promise<void> {
  const name = uri.path.replace(/^.*\//, '');
  if (original === undefined || modified === undefined)
    await vscode.commands.executeCommand('vscode.open', original ?? modified ?? uri);
  else await vscode.commands.executeCommand('vscode.diff', original, modified, cleanLine(name));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

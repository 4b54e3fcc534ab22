import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import { cleanLine } from '../../core/text/markdown';
import { slug } from '../../core/text/slug';
import type { WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import { say, sayFailed } from '../notice';
import { plainText } from '../plainText';
import type { Onboarding } from './onboarding';
import type { Recording } from './recording';
import { writableFolder } from '../writable';

export interface RecordParts {
  readonly onboarding: Onboarding;
  readonly recording: Recording;
}

/**
 * Begins a walkthrough, or goes on with one that is there. `given` may hold the `title` of a new one, which nobody is
 * asked for then. Resolves to whether one is recorded.
 */
export async function recordWalkthrough(
  { onboarding, recording }: RecordParts,
  given: unknown,
): Promise<boolean> {
  const { title } = (given ?? {}) as { readonly title?: unknown };
  const folder = await writableFolder('Record a walkthrough through which folder?');
  if (folder === undefined) return false;
  const root = `${folder.uri.toString().replace(/\/+$/, '')}/`;
  const all = await onboarding.walkthroughs();
  const here = all.filter((each) => vscode.Uri.parse(each.folder).toString().replace(/\/*$/, '/') === root);
  const chosen =
    typeof title === 'string' ? 'new' : await chooseOne(here.filter(({ format }) => format === 'markdown'));
  if (chosen === undefined) return false;
  const source =
    chosen === 'new' ? await create(folder.uri, { here, title }) : vscode.Uri.parse(chosen.source.uri);
  if (source === undefined) return false;
  await recording.start(source);
  say('Recording. Go to where a step belongs, and run Add Step Here; Stop Recording ends it.');
  return true;
}

async function chooseOne(
  there: readonly WalkthroughSummary[],
): Promise<WalkthroughSummary | 'new' | undefined> {
  if (there.length === 0) return 'new';
  const fresh = { label: '$(add) New walkthrough', description: '', value: 'new' as const };
  const items = there.map((walkthrough) => ({
    label: plainText(walkthrough.title),
    description: counted(walkthrough.steps, 'step'),
    value: walkthrough,
  }));
  const placeHolder = 'Record a new walkthrough, or go on with one';
  return (await vscode.window.showQuickPick([fresh, ...items], { placeHolder }))?.value;
}

/** Asks for a title and creates the file. `undefined` where there is none, which was said. */
async function create(
  folder: vscode.Uri,
  { here, title: given }: { readonly here: readonly WalkthroughSummary[]; readonly title: unknown },
): Promise<vscode.Uri | undefined> {
  const written = typeof given === 'string' ? given : await askTitle();
  const title = cleanLine(written ?? '');
  if (title === '') return undefined;
  const uri = await freePlace(vscode.Uri.joinPath(folder, '.leadlight', 'walkthroughs'), slug(title), here);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(`# ${title}\n`) });
  if (await vscode.workspace.applyEdit(edit)) return uri;
  sayFailed(`${vscode.workspace.asRelativePath(uri)} could not be created.`);
  return undefined;
}

/** A file that is not there yet, and an id that no walkthrough of the folder has. */
async function freePlace(
  folder: vscode.Uri,
  name: string,
  here: readonly WalkthroughSummary[],
): Promise<vscode.Uri> {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name.slice(0, 58)}-${number}`;
    const uri = vscode.Uri.joinPath(folder, `${id}.md`);
    const isThere = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
      () => true,
      () => false,
    );
    if (!isThere && !here.some((each) => each.id === id)) return uri;
  }
}

function askTitle(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Record Walkthrough',
    prompt: 'What is it called?',
    placeHolder: 'Your first day',
    validateInput: (value) => (cleanLine(value) === '' ? 'A walkthrough needs a title.' : undefined),
  });
}

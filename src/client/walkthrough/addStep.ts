import * as vscode from 'vscode';
import { cleanLine } from '../../core/text/markdown';
import { cut } from '../../core/text/cut';
import type { Proposals } from '../../core/walkthroughAuthoring';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say } from '../notice';
import { plainText } from '../plainText';
import { showBeside } from '../showDocument';
import { editSource } from './editSource';
import type { Recording } from './recording';

const titleLength = 60;

export interface AddStepParts {
  readonly link: ServerLink;
  readonly recording: Recording;
}

/** Adds a step about where the cursor is to the walkthrough that is recorded, and goes to where its text is written. */
export async function addStep({ link, recording }: AddStepParts): Promise<void> {
  const { source } = recording;
  const editor = vscode.window.activeTextEditor;
  if (source === undefined) return;
  if (editor === undefined) return say('Open the file that the step is about, and put the cursor there.');
  const { document, selection } = editor;
  if (document.uri.toString() === source.toString())
    return say('This is the walkthrough itself. Go to the code that the step is about.');
  if (
    vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString() !==
    vscode.workspace.getWorkspaceFolder(source)?.uri.toString()
  )
    return say(
      'This file is in another folder than the walkthrough, which leads through its own folder only.',
    );
  const place = { uri: document.uri.toString(), source: source.toString(), ...linesOf(selection) };
  const found = await link.authoring.anchors(place, neverCancelled());
  if (found === undefined)
    return say('Leadlight cannot anchor a step to this: it is no file with text in the folder.');
  const anchor = await chooseAnchor(found);
  if (anchor === undefined) return;
  const title = await askTitle(anchor.name ?? found.file);
  if (title === undefined) return;
  const id = (await recording.walkthrough())?.id ?? '';
  const change = { kind: 'add', title, ...(anchor.at && { at: anchor.at }) } as const;
  const edited = await editSource({ id, source }, change, { link, saves: false });
  if (edited === undefined) return;
  await showBeside(edited.document, edited.cursor ?? new vscode.Position(0, 0));
}

/** 0-based, both included. A selection that ends in front of a line's first character does not mean that line. */
function linesOf({ start, end, isEmpty }: vscode.Selection): { readonly from: number; readonly to: number } {
  const isBehind = !isEmpty && end.character === 0 && end.line > start.line;
  return { from: start.line, to: isBehind ? end.line - 1 : end.line };
}

interface ChosenAnchor {
  readonly at?: Readonly<Record<string, unknown>>;
  readonly name?: string | undefined;
}

async function chooseAnchor({ file, proposals }: Proposals): Promise<ChosenAnchor | undefined> {
  const items = proposals.map(({ at, label, why, name }, index) => ({
    label: plainText(label),
    description: index === 0 ? 'best here' : '',
    detail: plainText(why),
    value: { at: { file, ...at }, name } as ChosenAnchor,
  }));
  const none = {
    label: 'no place',
    description: '',
    detail: 'The step is text only.',
    value: { name: 'Another step' } as ChosenAnchor,
  };
  const chosen = await vscode.window.showQuickPick([...items, none], {
    title: 'Add Step Here',
    placeHolder: 'What is the step about, so that it is found again after edits?',
    matchOnDetail: true,
  });
  return chosen?.value;
}

async function askTitle(name: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: 'Add Step Here',
    prompt: 'What is the step called? Its text is written next.',
    value: cut(cleanLine(name), titleLength),
    validateInput: (value) => (cleanLine(value) === '' ? 'A step needs a title.' : undefined),
  });
  return title === undefined || cleanLine(title) === '' ? undefined : cleanLine(title);
}

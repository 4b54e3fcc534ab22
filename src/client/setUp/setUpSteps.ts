import * as vscode from 'vscode';
import type { SetUpChosen, SetUpFile, SetUpFound } from '../../core/authoring/setup/found';
import { counted } from '../../core/text/counted';
import type { ServerLink } from '../link/serverLink';
import { neverCancelled } from '../neverCancelled';
import { say } from '../notice';
import { plainText } from '../plainText';
import type { PlannedFile, PlannedFiles } from '../plannedFiles';
import { type Picked, pickStep } from './pickStep';
import { partItems, type PartItem, philosophyItems, type PhilosophyItem } from './setUpItems';

export interface SetUpParts {
  readonly link: Pick<ServerLink, 'setUp'>;
  readonly preview: PlannedFiles;
}

type PartChoice = PartItem & vscode.QuickPickItem;
type PhilosophyChoice = PhilosophyItem & vscode.QuickPickItem;

const title = 'Set Up Team Guidance';
const totalSteps = 3;

/**
 * Asks what to set up, which philosophies, and, beside the diff, whether to write it. Steps back keep what was chosen.
 * `undefined` where a person left, or nothing is to be written, which was said.
 */
export async function askSetUp(
  found: SetUpFound,
  { link, preview }: SetUpParts,
): Promise<readonly SetUpFile[] | undefined> {
  const folder = vscode.Uri.parse(found.folder);
  let parts = partItems(found);
  let philosophies = philosophyItems(found);
  const filesOf = (chosen: SetUpChosen) => link.setUp.files({ found, chosen }, neverCancelled());
  const showOne = async (chosen: SetUpChosen) => {
    const [file] = (await filesOf(chosen)) ?? [];
    if (file !== undefined) await preview.showOne(folder, planned(file));
  };
  let step: 'parts' | 'philosophies' | 'confirm' = 'parts';
  for (;;) {
    const asksPhilosophies = parts.some(({ part, picked }) => part === 'philosophies' && picked);
    if (step === 'parts') {
      const picked = await pickParts(parts, ({ part }) =>
        showOne({ parts: [part], philosophies: idsOf(philosophies) }),
      );
      if (picked === undefined) return undefined;
      if (picked.items.length === 0) return void say('Nothing was chosen, so nothing is written.');
      parts = repicked(parts, picked.items);
      step = picked.items.some(({ part }) => part === 'philosophies') ? 'philosophies' : 'confirm';
    } else if (step === 'philosophies') {
      const picked = await pickPhilosophies(philosophies, ({ id }) =>
        showOne({ parts: ['philosophies'], philosophies: [id] }),
      );
      if (picked === undefined) return undefined;
      philosophies = repicked(philosophies, picked.items);
      step = picked.goes === 'back' ? 'parts' : 'confirm';
    } else {
      const chosen = parts.filter(({ picked }) => picked).map(({ part }) => part);
      const files = await filesOf({ parts: chosen, philosophies: idsOf(philosophies) });
      if (files === undefined)
        return void say("Leadlight's language server does not run, so nothing is written.");
      if (files.length === 0) return void say('Nothing was chosen, so nothing is written.');
      await preview.showAll(folder, files.map(planned));
      const answer = await confirm(files);
      await preview.close();
      if (answer === 'write') return files;
      if (answer !== 'back') return undefined;
      step = asksPhilosophies ? 'philosophies' : 'parts';
    }
  }
}

function planned({ path, text }: SetUpFile): PlannedFile {
  return { path, after: text };
}

function idsOf(philosophies: readonly PhilosophyItem[]): readonly string[] {
  return philosophies.filter(({ picked }) => picked).map(({ id }) => id);
}

function repicked<T extends PartItem | PhilosophyItem>(
  items: readonly T[],
  picked: readonly T[],
): readonly T[] {
  const keys = new Set(picked.map(keyOf));
  return items.map((item) => ({ ...item, picked: keys.has(keyOf(item)) }));
}

function keyOf(item: PartItem | PhilosophyItem): string {
  return 'part' in item ? item.part : item.id;
}

const eye = { iconPath: new vscode.ThemeIcon('eye'), tooltip: 'Show What Would Be Written' };

function pickParts(
  parts: readonly PartItem[],
  onButton: (item: PartItem) => Promise<void>,
): Promise<Picked<PartChoice>> {
  return pickStep<PartChoice>({
    title,
    step: 1,
    totalSteps,
    placeholder: 'What to draft? You see it before it is written',
    items: parts.map((part) => ({ ...part, buttons: [eye] })),
    isChoice: (item): item is PartChoice => 'part' in item,
    isMany: true,
    onButton: (item) => void onButton(item),
  });
}

function pickPhilosophies(
  philosophies: readonly PhilosophyItem[],
  onButton: (item: PhilosophyItem) => Promise<void>,
): Promise<Picked<PhilosophyChoice>> {
  return pickStep<PhilosophyChoice>({
    title,
    step: 2,
    totalSteps,
    placeholder: 'Which of these does your team believe?',
    items: philosophies.flatMap((each) => [
      ...(each.begins === undefined
        ? []
        : [{ label: each.begins, kind: vscode.QuickPickItemKind.Separator }]),
      { ...each, label: plainText(each.label), detail: plainText(each.detail), buttons: [eye] },
    ]),
    isChoice: (item): item is PhilosophyChoice => 'id' in item,
    isMany: true,
    onButton: (item) => void onButton(item),
  });
}

async function confirm(files: readonly SetUpFile[]): Promise<'write' | 'back' | undefined> {
  const items = [
    {
      answer: 'write' as const,
      label: `Write ${counted(files.length, 'File')}`,
      detail: files.map(({ path }) => path).join(', '),
      iconPath: new vscode.ThemeIcon('check'),
    },
    {
      answer: 'back' as const,
      label: 'Back',
      detail: 'Choose again',
      iconPath: new vscode.ThemeIcon('arrow-left'),
    },
    {
      answer: undefined,
      label: 'Cancel',
      detail: 'Write nothing',
      iconPath: new vscode.ThemeIcon('close'),
    },
  ];
  type Answer = (typeof items)[number];
  const picked = await pickStep<Answer>({
    title,
    step: 3,
    totalSteps,
    placeholder: 'These files would be written. Undo takes them back',
    items,
    isChoice: (item): item is Answer => 'answer' in item,
    isMany: false,
  });
  return picked?.goes === 'back' ? 'back' : picked?.items[0]?.answer;
}

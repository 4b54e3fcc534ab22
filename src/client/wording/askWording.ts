import * as vscode from 'vscode';
import { commentDecorations, commentLabels } from '../../core/discourse/conventionalComments';
import { ladder } from '../../core/discourse/ladder';
import type { WordingDraft } from '../../core/discourse/wordComment';

/** A question; `undefined` where a person left, and `back` where they want the one before. */
type Ask = (draft: WordingDraft, step: Step) => Promise<Partial<WordingDraft> | 'back' | undefined>;

interface Step {
  readonly step: number;
  readonly totalSteps: number;
}

const title = 'Help Me Word This';
const asks: readonly Ask[] = [showLadder, askQuote, askPoint, askAsk, askLabel, askDecoration];

/** Shows the levels of disagreement and asks for the parts of a comment; `undefined` where a person left. */
export async function askWording(selected: string): Promise<WordingDraft | undefined> {
  let draft: WordingDraft = { label: '', quote: selected, point: '', ask: '' };
  let at = 0;
  while (at < asks.length) {
    const said = await asks[at]!(draft, { step: at + 1, totalSteps: asks.length });
    if (said === undefined) return undefined;
    if (said === 'back') at = Math.max(at - 1, 0);
    else {
      draft = { ...draft, ...said };
      at += 1;
    }
  }
  return draft;
}

/** Nothing is chosen by it: the list is there to be read, from the top of the ladder down. */
async function showLadder(_draft: WordingDraft, step: Step) {
  const items = ladder.toReversed().map(({ id, name, looks, climb }) => ({
    label: `${id}  ${name}`,
    description: looks,
    detail: climb,
  }));
  const picked = await pick(items, { step, placeholder: 'How it can be said, best first. Enter goes on' });
  return picked === undefined || picked === 'back' ? picked : {};
}

async function askQuote({ quote }: WordingDraft, step: Step) {
  return answer('quote', {
    step,
    value: quote.replace(/\s*\r?\n\s*/g, ' ').trim(),
    prompt: 'What do you answer? Quote it, or leave this empty',
  });
}

async function askPoint({ point }: WordingDraft, step: Step) {
  return answer('point', {
    step,
    value: point,
    prompt: 'What is the central point, and the reason for it? Say what happens, for whom, and when',
  });
}

async function askAsk({ ask }: WordingDraft, step: Step) {
  return answer('ask', {
    step,
    value: ask,
    prompt: 'What do you ask for, or what would change your mind?',
  });
}

async function askLabel(_draft: WordingDraft, step: Step) {
  const items = commentLabels.map(({ label, asks: detail }) => ({ label, description: detail }));
  const picked = await pick(items, { step, placeholder: 'What is it? Its first word tells the reader' });
  return picked === undefined || picked === 'back' ? picked : { label: picked.label };
}

async function askDecoration(_draft: WordingDraft, step: Step) {
  const none = { label: 'Say nothing of it', description: 'The label is enough.' };
  const items = commentDecorations.map(({ decoration, asks: detail }) => ({
    label: decoration,
    description: detail,
  }));
  const picked = await pick([none, ...items], { step, placeholder: 'Does the change wait for it?' });
  if (picked === undefined || picked === 'back') return picked;
  return { decoration: picked === none ? undefined : picked.label };
}

async function answer(
  part: 'quote' | 'point' | 'ask',
  { step, value, prompt }: { readonly step: Step; readonly value: string; readonly prompt: string },
): Promise<Partial<WordingDraft> | 'back' | undefined> {
  const box = vscode.window.createInputBox();
  Object.assign(box, { title, ...step, value, prompt, ignoreFocusOut: true });
  const said = await shown(box, () => box.value);
  return said === undefined || said === 'back' ? said : { [part]: said.text };
}

async function pick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  { step, placeholder }: { readonly step: Step; readonly placeholder: string },
): Promise<T | 'back' | undefined> {
  const list = vscode.window.createQuickPick<T>();
  Object.assign(list, { title, ...step, placeholder, items, ignoreFocusOut: true });
  Object.assign(list, { matchOnDescription: true, matchOnDetail: true });
  const said = await shown(list, () => list.activeItems[0]);
  if (said === undefined || said === 'back') return said;
  return said.text;
}

/** What was entered; `back` where the arrow was pressed, and `undefined` where a person left. */
function shown<T>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  value: () => T | undefined,
): Promise<{ readonly text: T } | 'back' | undefined> {
  if (input.step !== 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const listeners = vscode.Disposable.from(
      input.onDidAccept(() => {
        const entered = value();
        if (entered === undefined) return;
        done({ text: entered });
      }),
      input.onDidTriggerButton(() => done('back')),
      input.onDidHide(() => done(undefined)),
    );
    const done = (said: { readonly text: T } | 'back' | undefined) => {
      // Hiding comes after accepting, too: the first word counts.
      resolve(said);
      listeners.dispose();
      input.dispose();
    };
    input.show();
  });
}

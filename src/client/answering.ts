import * as vscode from 'vscode';
import type { ReviewItem } from '../core/review/reviewItem';
import { cut } from '../core/text/cut';
import { cleanLine } from '../core/text/markdown';
import { say } from './notice';
import { plainText } from './plainText';
import type { Review } from './review';
import { itemOf } from './views/reviewTree';
import { answerOrSay, type ReviewView } from './views/reviewView';
import { isDone, stateWords } from './views/reviewWords';

const longestTitle = 100;

/** What the commands about an item work with. */
export interface Answering {
  readonly review: Review;
  readonly view: ReviewView;
}

/** What the keybindings of the view hand over: the line that the keyboard is on is meant. */
const focused = 'focused';

/** The item that a command was called on, or that is chosen in the view, or that a person picks now. */
export async function chooseItem(
  { review, view }: Answering,
  given: unknown,
): Promise<ReviewItem | undefined> {
  const chosen = itemOf(given) ?? itemOf(given === focused ? await view.chooseFocused() : view.chosen);
  if (chosen !== undefined) return chosen;
  const items = itemsOf(review);
  if (items.length === 0)
    return void say('No question is asked now. Leadlight: Start Review looks for some.');
  const picks = items.map((item) => ({
    item,
    label: plainText(cut(cleanLine(item.ask), longestTitle)),
    description: plainText(stateWords(item)),
  }));
  // What is left to do comes first.
  const sorted = [...picks.filter(({ item }) => !isDone(item)), ...picks.filter(({ item }) => isDone(item))];
  return (await vscode.window.showQuickPick(sorted, { placeHolder: 'Which question?' }))?.item;
}

/** The items that apply, in the order of the view. */
export function itemsOf({ result }: Review): readonly ReviewItem[] {
  return (result?.groups ?? []).flatMap(({ items }) => items);
}

/** Answers that the question does not apply, once a person has said why. Tells whether it was answered. */
export async function answerNotApplicable(
  review: Review,
  item: ReviewItem,
  given?: unknown,
): Promise<boolean> {
  const note =
    textOf(given) ?? (await askNote(item, 'Why does it not apply here? Whoever reads the review sees it.'));
  return note !== undefined && answerOrSay(review, item, { state: 'na', note });
}

/** Answers with a concern, once a person has said which. Tells whether it was answered. */
export async function answerConcern(review: Review, item: ReviewItem, given?: unknown): Promise<boolean> {
  const note =
    textOf(given) ?? (await askNote(item, 'What is your concern? Say what would happen, and a way out.'));
  return note !== undefined && answerOrSay(review, item, { state: 'concern', note });
}

/** A note that another command hands over; menus hand over something else. */
function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}

async function askNote(item: ReviewItem, prompt: string): Promise<string | undefined> {
  const note = await vscode.window.showInputBox({
    title: plainText(cut(cleanLine(item.ask), longestTitle)),
    prompt,
    value: item.answer?.note ?? '',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' ? 'A few words are needed: Escape leaves it as it was.' : undefined,
  });
  return note?.trim();
}

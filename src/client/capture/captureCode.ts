import * as vscode from 'vscode';
import type { CaptureDraft, CaptureQuery } from '../../core/authoringCapture';
import { cleanLine } from '../../core/text/markdown';
import type { Selected } from '../link/server';
import type { ServerLink } from '../link/serverLink';
import { say } from '../notice';
import { showBeside } from '../showDocument';
import { mayWrite } from '../writable';
import { writeDraft } from './writeDraft';

/** Writes down a philosophy, a decision or a term about what is selected, and goes to where the person has to think. */
export async function captureCode(link: ServerLink, kind: CaptureQuery['kind']): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return say('Open the code that it is about, and select it.');
  const { document, selection: range } = editor;
  if (!mayWrite(document.uri)) return;
  const selected = { document, range };
  const query = await queryOf(kind);
  if (query === undefined) return;
  const proposal = await ask(link, selected, query);
  if (proposal === undefined) return;
  if (query.kind === 'term') return write(proposal, () => ask(link, selected, query));
  const title = await askTitle(titles[query.kind], proposal);
  if (title === undefined) return;
  const titled = { ...query, title };
  const draft = await ask(link, selected, titled);
  if (draft !== undefined) await write(draft, () => ask(link, selected, titled));
}

const titles = { philosophy: 'Write Down a Philosophy', decision: 'Write Down a Decision' } as const;

async function queryOf(kind: CaptureQuery['kind']): Promise<CaptureQuery | undefined> {
  if (kind !== 'philosophy') return { kind };
  const items = [
    {
      label: '$(circle-slash) What to avoid',
      detail: 'It is shown wherever the code says the same, with what you selected as an example.',
      as: 'avoid' as const,
    },
    {
      label: '$(star) What good looks like',
      detail: 'What you selected is the exemplar, for the files of its folder.',
      as: 'exemplar' as const,
    },
  ];
  const placeHolder = 'What is the code that you selected?';
  const chosen = await vscode.window.showQuickPick(items, { title: titles.philosophy, placeHolder });
  return chosen && { kind, as: chosen.as };
}

/** `undefined` where there is none; then a sentence has said why. */
async function ask(
  link: ServerLink,
  selected: Selected,
  query: CaptureQuery,
): Promise<CaptureDraft | undefined> {
  const answer = await link.capture(selected, query);
  if (answer !== undefined && !('refused' in answer)) return answer;
  say(answer?.refused ?? "Leadlight's language server does not run, so nothing was written.");
  return undefined;
}

async function askTitle(title: string, { title: value, shown }: CaptureDraft): Promise<string | undefined> {
  const written = await vscode.window.showInputBox({
    title,
    value,
    prompt: `What is it called? ${cleanLine(shown)}`,
    validateInput: (text) => (cleanLine(text) === '' ? 'It needs a title.' : undefined),
  });
  return written === undefined || cleanLine(written) === '' ? undefined : cleanLine(written);
}

async function write(draft: CaptureDraft, again: () => Promise<CaptureDraft | undefined>): Promise<void> {
  const written = await writeDraft(draft, again);
  if (written !== undefined) await showBeside(written.document, written.cursor);
}

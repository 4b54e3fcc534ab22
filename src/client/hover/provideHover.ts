import * as vscode from 'vscode';
import type { Card } from '../../core/features/card';
import { escapeInline } from '../../core/text/markdown';
import type { Place, Server } from '../link/server';
import { toRange } from '../openSource';
import { isOn } from '../settings';
import type { PersonalState } from '../state/personalState';
import { cardRow, moreRow, rowCommands } from './actionRows';
import type { CardHandles } from './cardHandles';
import { chooseCards } from './chooseCards';

export interface HoverOptions {
  readonly server: Pick<Server, 'cards'>;
  readonly personal: PersonalState;
  readonly handles: CardHandles;
  /** A hover is about to be shown. */
  onShown(): void;
  /** What the server says of a place without cards, such as a key of the guidance. */
  otherwise(): vscode.ProviderResult<vscode.Hover>;
}

/**
 * The hover at a place: for each card its text, untrusted, and then a trusted row of our own that holds no text of
 * the repository. `undefined` where nothing is to be shown.
 */
export async function provideHover(
  place: Place,
  token: vscode.CancellationToken,
  { server, personal, handles, onShown, otherwise }: HoverOptions,
): Promise<vscode.Hover | null | undefined> {
  const { document } = place;
  if (!isOn('hover', document)) return undefined;
  const result = await server.cards(place, token);
  if (result === undefined) return otherwise();
  const { marks, repository } = await personal.at(document.uri);
  if (token.isCancellationRequested) return undefined;
  const { shown, more } = chooseCards(result.cards, marks);
  if (shown.length === 0) return undefined;
  const contents = shown.flatMap(({ card, folded }) => [
    untrusted(folded ? foldedText(card) : openText(card)),
    trusted(
      cardRow({
        handle: handles.cards.add({ card, repository }),
        state: folded ? 'folded' : 'open',
        isWritten: card.source !== undefined,
        // What it opens is the light bulb, which has nothing where its switch is off.
        ...(isOn('fixes', document) &&
          card.tag && {
            marker: handles.markers.add(new vscode.Location(document.uri, toRange(card.tag))),
          }),
      }),
    ),
  ]);
  if (more.length > 0) {
    const rest = handles.rests.add(more.map((card) => ({ card, repository })));
    contents.push(trusted(moreRow(rest, more.length)));
  }
  onShown();
  return new vscode.Hover(contents, toRange(result.range));
}

function openText({ markdown, source }: Card): string {
  return source === undefined ? markdown : `${markdown}\n\n*${escapeInline(source.label)}*`;
}

function foldedText({ title }: Card): string {
  return `${escapeInline(title)} · *folded*`;
}

function untrusted(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
}

function trusted(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.isTrusted = { enabledCommands: rowCommands };
  text.supportHtml = false;
  return text;
}

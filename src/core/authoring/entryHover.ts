import { type CardContext, cardOf, contactLine, sourceOf } from '../features/card';
import type { Entry } from '../guidance/model';
import { contactFor } from '../match/scope';
import { counted } from '../text/counted';
import { resolveLink } from '../text/links';
import { escapeInline, markdownLink, safeMarkdown } from '../text/markdown';

/** The cards of what has a name, as one Markdown text with their sources. */
export function entryHover(entries: readonly Entry[], context: CardContext): string {
  return entries
    .map((entry) => withSource(cardText(entry, context), entry, context.root))
    .join('\n\n---\n\n');
}

function withSource(text: string, entry: Entry, root: string): string {
  const { label, uri, range } = sourceOf(entry, root);
  return `${text}\n\nSource: ${markdownLink(label, `${uri}#L${range.start.line + 1}`)}`;
}

const shown = 3;

/** What governs code has a card there; of the others, what they are and what is first in them. */
function cardText(entry: Entry, context: CardContext): string {
  const title = (note: string) => `**${escapeInline(entry.title)}** · ${escapeInline(note)}`;
  const prose = (text: string | undefined) =>
    text === undefined
      ? []
      : [
          safeMarkdown(text, {
            resolveLink: (target) => resolveLink(target, { linkBase: entry.linkBase, root: context.root }),
          }),
        ];
  switch (entry.kind) {
    case 'checklist':
      return [
        title(`checklist, ${counted(entry.items.length, 'question')}`),
        listOf(entry.items.map(({ ask }) => ask)),
      ].join('\n\n');
    case 'walkthrough':
      return [
        title(`walkthrough, ${counted(entry.steps.length, 'step')}`),
        ...prose(entry.text),
        listOf(entry.steps.map((step) => step.title)),
      ].join('\n\n');
    case 'marker':
      return [title('marker'), ...prose(entry.means)].join('\n\n');
    case 'area': {
      const contact = contactFor(undefined, entry, context.today);
      return [title('area'), ...(contact ? [contactLine(contact, context.root)] : [])].join('\n\n');
    }
    default:
      return cardOf(entry, context).markdown;
  }
}

function listOf(texts: readonly string[]): string {
  const rest = texts.length > shown ? [`- and ${texts.length - shown} more`] : [];
  return [...texts.slice(0, shown).map((text) => `- ${escapeInline(text)}`), ...rest].join('\n');
}

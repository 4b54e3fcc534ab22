import { philosophyHeadings } from '../guidance/philosophyMarkdown';
import { keyAt } from '../guidance/schemaKeys';
import type { SourceCursor } from './completeSource';
import type { AuthoringCompletion } from './completion';
import { keyText } from './completeKeys';
import { entrySnippets } from './entrySnippets';
import type { Known } from './known';
import type { HeadingPlace } from './sourcePlace';

/** What a page can go on with: all of it where it is empty, its title, and the sections that are read. */
export function completeHeading(
  { text, kind }: SourceCursor,
  place: HeadingPlace,
  { today }: Known,
): readonly AuthoringCompletion[] {
  const { start, end } = place;
  const page = kind === 'walkthrough' ? 'walkthrough' : 'philosophy';
  const whole = text.trim().length > end - start ? [] : entrySnippets(`${page}Page`, today);
  const steps = page === 'walkthrough' && whole.length === 0 ? entrySnippets('stepHeadings', today) : [];
  const entries = [...whole, ...steps].map(({ name, description, body }): AuthoringCompletion => ({
    kind: 'entry',
    label: `${body.startsWith('## ') ? '## ' : ''}new ${name.toLowerCase()}`,
    detail: description,
    text: body,
    isSnippet: true,
    start,
    end,
  }));
  return [...entries, ...headingsOf(page, place)];
}

function headingsOf(page: 'philosophy' | 'walkthrough', { start, end, headings }: HeadingPlace) {
  const heading = (label: string, key: string): AuthoringCompletion => ({
    kind: 'heading',
    label,
    detail: '',
    documentation: keyText(keyAt([key], page)!),
    text: label,
    isSnippet: false,
    start,
    end,
  });
  const known = new Set(headings.map(({ name }) => name.toLowerCase()));
  const title = headings.some(({ depth }) => depth === 1) ? [] : [heading('# ', 'title')];
  if (page === 'walkthrough') return title;
  const missing = philosophyHeadings.filter(({ name }) => !known.has(name.toLowerCase()));
  return [...title, ...missing.map(({ name, key }) => heading(`## ${name}`, key))];
}

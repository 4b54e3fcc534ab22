import { escapeHtml } from '../../core/text/escapeHtml';

/** What the page shows: the last card that could be made, and what is to be said beside it. */
export interface ShownEntry {
  readonly title: string;
  /** Safe HTML of the core. */
  readonly html: string;
  /** Plain text: why it is not on code. */
  readonly note?: string | undefined;
  /** Plain text: why it is not what the text says now. */
  readonly stale?: string | undefined;
}

/** What `<main>` of the preview of an entry holds. */
export function entryHtml({ html, note, stale }: ShownEntry): string {
  return [
    '<h1 class="small">As it looks on code</h1>',
    stale === undefined ? '' : `<p class="warning">${escapeHtml(stale)}</p>`,
    note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>`,
    html === ''
      ? ''
      : `<article aria-label="Card">${html.replaceAll('<pre>', '<pre tabindex="0">')}</article>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

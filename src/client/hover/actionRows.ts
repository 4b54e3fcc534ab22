/**
 * Rows of command links under cards. A row is trusted Markdown, so it holds our words and numbers only:
 * no text from a repository.
 */

/** The commands that a row may run. */
export const rowCommands = [
  'leadlight.openCardSource',
  'leadlight.completeMarker',
  'leadlight.foldCard',
  'leadlight.unfoldCard',
  'leadlight.muteCard',
  'leadlight.showMoreCards',
] as const;

export interface CardRow {
  /** What the row's links carry: it stands for the card. */
  readonly handle: number;
  readonly state: 'folded' | 'open';
  /** Whether there is a line in a source to open. */
  readonly isWritten: boolean;
  /** Stands for the place of the marker that the card is about. */
  readonly marker?: number;
}

/** `Source · Complete… · Got it · Mute`, without what a card does not have. */
export function cardRow({ handle, state, isWritten, marker }: CardRow): string {
  return [
    isWritten &&
      link('leadlight.openCardSource', { handle, label: 'Source', tooltip: 'Open the line that says so' }),
    marker !== undefined &&
      link('leadlight.completeMarker', {
        handle: marker,
        label: 'Complete…',
        tooltip: 'Add an owner, an issue, a date: what is not there yet',
      }),
    state === 'folded'
      ? link('leadlight.unfoldCard', { handle, label: 'Unfold', tooltip: 'Show the whole card again' })
      : link('leadlight.foldCard', {
          handle,
          label: 'Got it',
          tooltip: 'From now on, one line of this is enough for me',
        }),
    link('leadlight.muteCard', { handle, label: 'Mute', tooltip: 'Do not show this to me again' }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `2 more`, for a handle that stands for these cards. */
export function moreRow(handle: number, count: number): string {
  return link('leadlight.showMoreCards', { handle, label: `${count} more`, tooltip: 'List the rest' });
}

function link(
  command: (typeof rowCommands)[number],
  { handle, label, tooltip }: { readonly handle: number; readonly label: string; readonly tooltip: string },
): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([handle]))} "${tooltip}")`;
}

/**
 * Rows of command links under cards. A row is trusted Markdown, so it holds our words and numbers only:
 * no text from a repository.
 */

/** The commands that a row may run. */
export const rowCommands = [
  'leadlight.openCardSource',
  'leadlight.foldCard',
  'leadlight.unfoldCard',
  'leadlight.muteCard',
  'leadlight.showMoreCards',
] as const;

/** `Source · Got it · Mute` for the card that a handle stands for. */
export function cardRow(handle: number, state: 'folded' | 'open'): string {
  return [
    link('leadlight.openCardSource', { handle, label: 'Source', tooltip: 'Open the line that says so' }),
    state === 'folded'
      ? link('leadlight.unfoldCard', { handle, label: 'Unfold', tooltip: 'Show the whole card again' })
      : link('leadlight.foldCard', {
          handle,
          label: 'Got it',
          tooltip: 'From now on, one line of this is enough for me',
        }),
    link('leadlight.muteCard', { handle, label: 'Mute', tooltip: 'Do not show this to me again' }),
  ].join(' · ');
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

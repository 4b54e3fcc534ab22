import type { HereResult } from '../core/features/here';
import { cut } from '../core/text/cut';

export interface StatusWords {
  /** With an icon of VS Code's in front. */
  readonly text: string;
  /** Plain text. */
  readonly sentence: string;
}

const longestOwner = 30;

/**
 * What the status bar says of a file: how many entries govern it, or else who owns it. `undefined` where there is
 * neither.
 */
export function statusWords({ file, areas }: Pick<HereResult, 'file' | 'areas'>): StatusWords | undefined {
  const count = file.length;
  if (count === 1) return { text: '$(book) 1', sentence: 'One entry of guidance governs this file' };
  if (count > 1)
    return { text: `$(book) ${count}`, sentence: `${count} entries of guidance govern this file` };
  const owner = areas.find(({ contact }) => contact !== '')?.contact;
  if (owner === undefined) return undefined;
  // In the text of the status bar `$(name)` is an icon.
  const label = cut(owner, longestOwner).replaceAll('$(', '(');
  return { text: `$(organization) ${label}`, sentence: `Owner of this file: ${owner}` };
}

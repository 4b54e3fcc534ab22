import { check } from './check';
import { checklist } from './checklist';
import type { Command } from './command';
import { explain } from './explain';
import { guidance } from './guidance';
import { lsp } from './lsp';
import { markers } from './markers';
import { walkthroughs } from './walkthroughs';

/** The commands by their names. */
export const commands = {
  explain,
  guidance,
  markers,
  check,
  checklist,
  walkthroughs,
  lsp,
} satisfies Readonly<Record<string, Command>>;

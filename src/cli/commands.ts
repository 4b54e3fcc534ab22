import { check } from './check';
import { checklist } from './checklist';
import type { Command } from './command';
import { explain } from './explain';
import { exportGuidance } from './exportGuidance';
import { guidance } from './guidance';
import { lsp } from './lsp';
import { markers } from './markers';
import { owners } from './owners';
import { walkthroughs } from './walkthroughs';

/** The commands by their names. */
export const commands = {
  explain,
  owners,
  guidance,
  markers,
  check,
  checklist,
  export: exportGuidance,
  walkthroughs,
  lsp,
} satisfies Readonly<Record<string, Command>>;

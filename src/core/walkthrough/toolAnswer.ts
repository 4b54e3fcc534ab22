import type { CancelSignal } from '../host';

/** What came of asking a tool for its version. */
export type ToolAnswer =
  /** All that it printed. */
  | { readonly kind: 'said'; readonly output: string }
  /** There is no program of that name. */
  | { readonly kind: 'missing' }
  /** It could not be asked, or did not answer: half a sentence that goes on after the tool's name. */
  | { readonly kind: 'failed'; readonly why: string };

export interface AskToolOptions {
  /** URI of the folder in which it is asked, as some tools have a version for each folder. */
  readonly folder: string;
  readonly signal: CancelSignal;
}

/** Asks one of the known tools, and nothing else. Never rejects. */
export type AskTool = (tool: string, options: AskToolOptions) => Promise<ToolAnswer>;

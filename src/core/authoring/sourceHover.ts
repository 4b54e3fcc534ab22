import type { Range } from 'vscode-languageserver-types';

/** What is shown about a place of a source. */
export interface SourceHover {
  readonly range: Range;
  /** Untrusted Markdown, safe to render. */
  readonly markdown: string;
}

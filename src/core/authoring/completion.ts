/** Something to write in a source. Texts that come from a repository are plain, on one line. */
export interface AuthoringCompletion {
  readonly kind: 'key' | 'value' | 'entry' | 'file' | 'folder' | 'glob' | 'owner' | 'id' | 'day' | 'heading';
  /** What is shown, and what is compared with what was typed. */
  readonly label: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Written in place of `start` to `end`, UTF-16 offsets. Lines after the first are indented as the line that it is in. */
  readonly text: string;
  /** Whether the text has the blanks of a snippet, as LSP writes them. */
  readonly isSnippet: boolean;
  readonly start: number;
  readonly end: number;
}

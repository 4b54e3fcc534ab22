/** What a person said in answer to the prompts; all of it may be empty. */
export interface WordingDraft {
  readonly label: string;
  readonly decoration?: string | undefined;
  /** What is answered, word for word. */
  readonly quote: string;
  /** The central point, and the reason. */
  readonly point: string;
  /** What is asked for, or what would change the writer's mind. */
  readonly ask: string;
}

/** A comment as its writer meant it: the label and the point, the quote under it, and what is asked for. Markdown. */
export function wordComment({ label, decoration, quote, point, ask }: WordingDraft): string {
  const head = `${label}${decoration === undefined ? '' : ` (${decoration})`}:`;
  const quoted = quote.trim() === '' ? '' : quote.trim().replace(/^/gm, '> ').replace(/ +$/gm, '');
  return [`${head} ${point.trim()}`.trimEnd(), quoted, ask.trim()].filter((part) => part !== '').join('\n\n');
}

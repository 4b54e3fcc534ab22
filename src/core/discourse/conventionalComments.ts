/** A word at the start of a comment that says what it is; https://conventionalcomments.org. */
export interface CommentLabel {
  readonly label: string;
  /** What it asks of the reader, one plain sentence. */
  readonly asks: string;
}

export interface CommentDecoration {
  /** What stands in the parentheses behind a label. */
  readonly decoration: string;
  readonly asks: string;
}

export const commentLabels: readonly CommentLabel[] = [
  { label: 'praise', asks: 'Nothing: enjoy it. Something here is done well.' },
  { label: 'nitpick', asks: 'A matter of taste: take it or leave it.' },
  { label: 'suggestion', asks: 'Weigh another way, and say if you keep yours.' },
  { label: 'issue', asks: 'Something is wrong here: mend it, or show that it is not.' },
  { label: 'todo', asks: 'A small change that is needed, and that nobody disputes.' },
  { label: 'question', asks: 'An answer: the writer does not know whether there is a problem.' },
  { label: 'thought', asks: 'Nothing now: an idea that came up while reading.' },
  { label: 'chore', asks: 'A task that belongs to the process: do it, or link to where it is done.' },
  { label: 'note', asks: 'Only to know it.' },
];

export const commentDecorations: readonly CommentDecoration[] = [
  { decoration: 'non-blocking', asks: 'The change can go in without it.' },
  { decoration: 'blocking', asks: 'The change waits until this is settled.' },
  { decoration: 'if-minor', asks: 'Do it if it is little work; leave it otherwise.' },
];

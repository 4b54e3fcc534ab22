import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Blame } from '../git';
import { judge, type Judgement } from '../markers/judge';
import { writtenDay } from '../markers/writtenDay';
import type { PlacedMarker } from '../match/documentMatches';

/** Who wrote a document's lines; `undefined` where git cannot tell. */
export type BlameState = Blame | 'loading' | undefined;

export interface JudgeMarkerOptions {
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  readonly blame: BlameState;
}

/** What holds for a marker of a document today. One that is not committed yet was written today. */
export function judgeMarker(
  document: TextDocument,
  { marker, policy }: Pick<PlacedMarker, 'marker' | 'policy'>,
  { today, blame }: JudgeMarkerOptions,
): Judgement {
  const line = typeof blame === 'object' ? blame.lines[document.positionAt(marker.start).line] : undefined;
  const since = writtenDay(line, today);
  return judge(marker, policy, { today, ...(since !== undefined && { since }) });
}

import { RequestType } from 'vscode-languageserver-protocol';
import type { PlayedWalkthrough, WalkthroughSummary } from '../core/walkthrough/playedWalkthrough';

/** The messages about walkthroughs. Nobody's progress is in them: it stays with the person's editor. */

/** All walkthroughs, in the order in which they are offered. */
export const WalkthroughsRequest = new RequestType<
  Record<string, never>,
  readonly WalkthroughSummary[],
  void
>('leadlight/walkthroughs');

/** One of them with its steps, their anchors resolved now; `null` where it is gone. */
export const WalkthroughRequest = new RequestType<{ readonly key: string }, PlayedWalkthrough | null, void>(
  'leadlight/walkthrough',
);

/** The best anchor for a place in a document, as the value of a step's `at`, to be written as YAML. */
export const AnchorRequest = new RequestType<AnchorParams, AnchorProposal | null, void>('leadlight/anchor');

export interface AnchorParams {
  readonly uri: string;
  /** 0-based lines, `to` included. */
  readonly from: number;
  readonly to: number;
}

export interface AnchorProposal {
  readonly at: Readonly<Record<string, unknown>>;
  /** What it is, in words, such as `the symbol closeTheDay`. */
  readonly label: string;
}

import type { Range } from 'vscode-languageserver-types';

/**
 * Where a step's anchor is now. `moved`: elsewhere than its source says, and followed. `ambiguous`: it cannot be told
 * which of several places is meant. `none`: the step has no anchor in the workspace.
 */
export type AnchorState = 'found' | 'moved' | 'ambiguous' | 'missing' | 'none';

/** A step's anchor held against the files as they are now; JSON. */
export interface ResolvedAnchor {
  readonly state: AnchorState;
  /** Relative to the workspace folder, of the file or directory; absent for what has none. */
  readonly path?: string;
  readonly uri?: string;
  /** Of `found` and `moved`; absent for a whole file and a directory. */
  readonly range?: Range;
  /** A view of the editor that the step opens instead. */
  readonly view?: string;
  /** Why there is no place, or that it moved, with what was looked for; one plain sentence. */
  readonly message?: string;
  /** What to write in the source instead, so that the anchor is found where it is now. */
  readonly repair?: AnchorRepair;
}

/** An edit of the source that holds the anchor. */
export interface AnchorRepair {
  /** What a person reads, such as `Anchor it by the symbol closeTheDay`. */
  readonly title: string;
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

import type * as vscode from 'vscode';
import type { HeldCard } from '../state/personalState';
import { Handles } from './handles';

/** What the command links of recent hovers stand for. */
export interface CardHandles {
  readonly cards: Handles<HeldCard>;
  readonly rests: Handles<readonly HeldCard[]>;
  /** Tags of markers. */
  readonly markers: Handles<vscode.Location>;
}

export function createCardHandles(): CardHandles {
  return { cards: new Handles(600), rests: new Handles(200), markers: new Handles(200) };
}

import { RequestType } from 'vscode-languageserver-protocol';
import type { SetUpChosen, SetUpFile, SetUpFound } from '../core/authoring/setup/found';

/** The messages of Set Up Team Guidance. Nothing is written by the server. */

/** What a starter `.leadlight/` of a workspace folder (a URI) can be made of; `null` where nobody can tell. */
export const LookAroundRequest = new RequestType<{ readonly folder: string }, SetUpFound | null, void>(
  'leadlight/lookAround',
);

/** What would be written of what was found. */
export const SetUpRequest = new RequestType<SetUpParams, readonly SetUpFile[], void>('leadlight/setUp');

export interface SetUpParams {
  readonly found: SetUpFound;
  readonly chosen: SetUpChosen;
}

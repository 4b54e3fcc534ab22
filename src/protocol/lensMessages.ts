import { RequestType } from 'vscode-languageserver-protocol';
import type { LensEntry } from '../core/authoring/entryLenses';
import type { LensPlaces } from '../core/authoringLenses';

/** The places of an entry that the line above it counts. */
export const LensPlacesRequest = new RequestType<LensEntry, LensPlaces, void>('leadlight/lensPlaces');

import type { OwnerChoice } from '../features/markerOwners';
import type { FileList } from '../guidance/fileList';
import type { Guidance } from '../guidance/guidance';
import type { CommandsFound } from './setup/repositoryFound';

/** What a source that is written can refer to, and what there is around it. */
export interface Known {
  /** URI of the source. */
  readonly uri: string;
  /** Of the cursor, 0-based. */
  readonly line: number;
  /** URI, ending in `/`, of the folder that it speaks for; and that folder in the workspace folder, empty or ending in `/`. */
  readonly folderUri: string;
  readonly folder: string;
  readonly guidance: Guidance;
  /** Of the workspace folder. */
  readonly files: FileList;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** Who may be named, the likely ones first. */
  readonly owners: readonly OwnerChoice[];
  /** Names of modules that the workspace imports, the likely ones first, and where each is known from. */
  readonly modules: ReadonlyMap<string, string>;
  /** Names of what code that is open calls, the frequent first, and how often. */
  readonly symbols: ReadonlyMap<string, string>;
  /** What can be run here, and with which tools. */
  readonly runs: CommandsFound;
  /** `source/code` of what other tools found in this session. */
  readonly diagnostics: readonly string[];
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AuthoringService } from './authoringService';
import type { DebtService } from './debtService';
import type { DecisionService } from './decisionService';
import type { DocumentService } from './documentService';
import type { GuidanceOverview } from './guidanceOverview';
import type { ReviewService } from './reviewService';
import type { WalkthroughService } from './walkthroughService';
import type { CostReport } from './features/cost';
import type { DebtScan } from './features/debt';
import type { MarkerPlace } from './features/markerPlaces';
import type { Git } from './git';
import type { Guidance } from './guidance/guidance';
import type { Problem } from './guidance/problem';
import type { ReadSwitches } from './guidance/readSwitches';
import type { WorkspaceFiles } from './guidance/workspaceFiles';
import type { Host } from './host';
import { LeadlightService } from './leadlightService';
import type { MarkerScanner } from './markers/scanner';
import type { SearchMaker } from './markers/spellingSearch';
import type { Finding } from './match/documentMatches';
import type { PlaceCounter } from './places/placeCounter';
import type { RegexEngine } from './text/pattern';

export interface ServiceOptions {
  readonly host: Host;
  /** A faster engine for regular expressions, where this process has one. */
  readonly engine?: RegexEngine | undefined;
  /** A faster scanner of many files, where this process has one. */
  createScanner?: (() => MarkerScanner) | undefined;
  /** A faster search for the tags of markers, where this process has one; made when it is first needed. */
  readonly createSearch?: SearchMaker | undefined;
  /** Lets other work of this process go first; long work asks for it every few milliseconds. */
  pause?: (() => Promise<void>) | undefined;
  /** URI of the folder with what Leadlight brings along, see `readStarter`. */
  starter?(): string | undefined;
  /** Called after the guidance of a folder was read anew. */
  onDidChange?(): void;
  /** Called when git told who wrote the lines of a document. */
  onDidBlame?(): void;
  /** Called when markers changed, or a scan went on; many times a second while one runs. */
  onDidChangeDebt?(scan: DebtScan): void;
  /** A faster counter of the places that entries govern, where this process has one. */
  createCounter?: (() => PlaceCounter) | undefined;
  /** Called when what was told of an entry's files and places is out of date. */
  onDidChangeLenses?(): void;
  /** Called when what is reviewed may be another; never before somebody asked for a review. */
  onDidChangeReview?(): void;
}

export interface FileEvent {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** The one door to core, and the only place where state lives. Every answer is for this moment. */
export interface Service {
  /** Help for who writes guidance. */
  readonly authoring: AuthoringService;
  /** Where decisions are spoken of. */
  readonly decisions: DecisionService;
  /** What is said about places of a document. */
  readonly documents: DocumentService;
  /** The markers of the whole workspace. */
  readonly debt: DebtService;
  /** The review of what a workspace folder changes. */
  readonly review: ReviewService;
  /** The walkthroughs of all workspace folders. */
  readonly walkthroughs: WalkthroughService;
  /** Searches, sources, owners and what is dead. */
  readonly overview: GuidanceOverview;
  /** Which of others' formats a person wants to see, whatever the team says. Resolves when it counts. */
  setReading(reading: ReadSwitches): Promise<void>;
  /** Replaces the workspace folders; resolves when their guidance was read. */
  setFolders(uris: readonly string[]): Promise<void>;
  /** Asks git from now on, or no longer. */
  setGit(git: Git | undefined): void;
  /** Somebody may have committed or switched branches, which not every editor tells. */
  lookAtHead(): void;
  /** An editor opened or changed a document; its unsaved text counts at once. Resolves when it does. */
  documentChanged(document: TextDocument): Promise<void>;
  documentClosed(uri: string): Promise<void>;
  /** Resolves when the texts that editors hold count; at once in folders that are still looked through for the first time. */
  edited(): Promise<void>;
  filesChanged(events: readonly FileEvent[]): Promise<void>;
  /** Other tools' findings in a document. */
  setFindings(uri: string, findings: readonly Finding[]): void;
  /** Resolves when all that was asked for until now was read, and looked through for markers. */
  settled(): Promise<void>;

  /** The markers of a document, in order. */
  markersIn(document: TextDocument): readonly MarkerPlace[];
  /** What Leadlight's work took until now. */
  cost(): CostReport;
  problems(): readonly Problem[];
  guidance(): readonly Guidance[];
  /** The files of each workspace folder; `undefined` until they were listed. */
  files(): readonly (WorkspaceFiles | undefined)[];
  dispose(): void;
}

export function createService(options: ServiceOptions): Service {
  return new LeadlightService(options);
}

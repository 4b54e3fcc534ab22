import type { Position } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CostReport } from './features/cost';
import type { DebtMarker, DebtQuery, DebtResult, DebtScan, ScanOptions } from './features/debt';
import type { Notice } from './features/diagnostics';
import type { Explanation, ExplainQuery } from './features/explain';
import type { HereResult } from './features/here';
import type { HoverResult } from './features/hover';
import type { MarkerPlace } from './features/markerPlaces';
import type { MatchesResult } from './features/matches';
import type { SearchHit } from './features/search';
import type { SourceSummary } from './features/sources';
import type { Git } from './git';
import type { Guidance } from './guidance/guidance';
import type { Problem } from './guidance/problem';
import type { Host } from './host';
import { LeadlightService } from './leadlightService';
import type { MarkerScanner, SkippedFile } from './markers/scanner';
import type { Finding } from './match/documentMatches';
import type { DebtExportQuery } from './serviceDebt';
import type { RegexEngine } from './text/pattern';

export interface ServiceOptions {
  readonly host: Host;
  /** A faster engine for regular expressions, where this process has one. */
  readonly engine?: RegexEngine | undefined;
  /** A faster scanner of many files, where this process has one. */
  createScanner?: (() => MarkerScanner) | undefined;
  /** Lets other work of this process go first; long work asks for it every few milliseconds. */
  pause?: (() => Promise<void>) | undefined;
  /** Called after the guidance of a folder was read anew. */
  onDidChange?(): void;
  /** Called when markers changed, or a scan went on; many times a second while one runs. */
  onDidChangeDebt?(scan: DebtScan): void;
}

export interface FileEvent {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** The one door to core, and the only place where state lives. Every answer is for this moment. */
export interface Service {
  /** Replaces the workspace folders; resolves when their guidance was read. */
  setFolders(uris: readonly string[]): Promise<void>;
  /** An editor opened or changed a document; its unsaved text counts at once. Resolves when it does. */
  documentChanged(document: TextDocument): Promise<void>;
  documentClosed(uri: string): Promise<void>;
  filesChanged(events: readonly FileEvent[]): Promise<void>;
  /** Other tools' findings in a document. */
  setFindings(uri: string, findings: readonly Finding[]): void;
  /** Asks git from now on, or no longer. */
  setGit(git: Git | undefined): void;
  /** Looks for markers in all files; from then on they are kept up to date. */
  scanMarkers(options?: ScanOptions): Promise<DebtScan>;
  /** Resolves when all that was asked for until now was read, and looked through for markers. */
  settled(): Promise<void>;

  /** `undefined` where nothing was written about the place. */
  hover(document: TextDocument, position: Position): HoverResult | undefined;
  /** `undefined` for a document outside of every workspace folder. */
  matches(document: TextDocument): MatchesResult | undefined;
  here(document: TextDocument, position: Position): HereResult | undefined;
  explain(document: TextDocument, query: ExplainQuery): Explanation | undefined;
  notices(document: TextDocument): readonly Notice[];
  search(query: string): readonly SearchHit[];
  sources(): readonly SourceSummary[];
  /** The markers of a document, in order. */
  markersIn(document: TextDocument): readonly MarkerPlace[];
  /** How far the scan of the workspace is. */
  debtScan(): DebtScan;
  /** One level of the markers of the workspace, as far as they were found. */
  debt(query: DebtQuery): Promise<DebtResult>;
  /** The markers that fit a filter as text, by path and line. */
  exportDebt(query: DebtExportQuery): Promise<string>;
  /** All markers, suppressions too, in no order. `me` as in `DebtQuery`. */
  debtMarkers(me: readonly string[]): Promise<readonly DebtMarker[]>;
  /** What Leadlight's work took until now. */
  cost(): CostReport;
  /** What the last scan left out. */
  skippedFiles(): readonly SkippedFile[];
  problems(): readonly Problem[];
  guidance(): readonly Guidance[];
  dispose(): void;
}

export function createService(options: ServiceOptions): Service {
  return new LeadlightService(options);
}

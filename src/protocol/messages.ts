import {
  NotificationType,
  type Position,
  type Range,
  RequestType,
  type TextDocumentIdentifier,
} from 'vscode-languageserver-protocol';
import type { CostReport } from '../core/features/cost';
import type {
  DebtFilter,
  DebtFormat,
  DebtQuery,
  DebtResult,
  DebtScan,
  LeftOutFile,
} from '../core/features/debt';
import type { GuidanceReport } from '../core/features/guidanceReport';
import type { HereResult } from '../core/features/here';
import type { HoverResult } from '../core/features/hover';
import type { MarkerPlace } from '../core/features/markerPlaces';
import type { MatchesResult } from '../core/features/matches';
import type { OwnersReport } from '../core/features/owners';
import type { SearchHit } from '../core/features/search';
import type { SourceSummary } from '../core/features/sources';
import type { Trend } from '../core/features/trend';
import type { ExportPlan } from '../core/guidance/exportPlan';
import type { ExportTarget } from '../core/guidance/generated';
import type { ReadSwitches } from '../core/guidance/readSwitches';
import type { DirectoryEntry } from '../core/host';

export type { MarkerPlace };

/** The messages that Leadlight adds to LSP. Everything in them is JSON. */

/** What a client may tell the server at the start. */
export interface InitializationOptions {
  /** URI of the page that explains each problem code, with a heading for each. */
  readonly problemPage?: string;
  /** Whether a person trusts the workspace: only then may git be run. */
  readonly isTrusted?: boolean;
  /** URI of a folder for what can be made again, outside of the workspace; it may be deleted at any time. */
  readonly cacheFolder?: string;
  /** URI of the folder with what Leadlight brings along, see `readStarter`. */
  readonly starter?: string;
  /** The command that shows what `LensPlacesRequest` gives; its argument is that of the request. */
  readonly placesCommand?: string;
  /** Which of others' formats a person wants to see, see `ReadingChanged`. */
  readonly reading?: ReadSwitches;
  /** See `YamlToolChanged`; absent: there is none. */
  readonly yamlTool?: YamlTool;
}

/** What another tool does in the YAML files that are open, by our JSON Schema. */
export interface YamlTool {
  /** Then nothing is published about their syntax and types. */
  readonly checks: boolean;
  /** Then hovers leave to it what a key means. */
  readonly hovers: boolean;
}

export interface PlaceParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** The cards at a place, all of them, best first: the client leaves out what this person muted. */
export const CardsRequest = new RequestType<PlaceParams, HoverResult | null, void>('leadlight/cards');

/** Where entries match in a document, for decorations. */
export const MatchesRequest = new RequestType<DocumentParams, MatchesResult | null, void>(
  'leadlight/matches',
);

/** What governs a file and a line of it, for the status bar and the view Here. */
export const HereRequest = new RequestType<PlaceParams, HereResult | null, void>('leadlight/here');

/** Everything that was written down and fits some words, best first. Without words: all of it. */
export const SearchRequest = new RequestType<{ readonly query: string }, readonly SearchHit[], void>(
  'leadlight/search',
);

/** The sources of all folders. */
export const SourcesRequest = new RequestType<Record<string, never>, readonly SourceSummary[], void>(
  'leadlight/sources',
);

/**
 * All guidance with what it governs and what of it is dead, for each workspace folder. With links, all files are read
 * for decisions of which nothing speaks.
 */
export const ReportRequest = new RequestType<
  { readonly withLinks: boolean },
  readonly GuidanceReport[],
  void
>('leadlight/report');

/** What to write so that another tool reads the philosophies of a workspace folder (a URI); nothing is written. */
export const ExportPlanRequest = new RequestType<ExportParams, ExportPlan | null, void>(
  'leadlight/exportPlan',
);

export interface ExportParams {
  readonly folder: string;
  readonly target: ExportTarget;
}

/** Who owns a file or the files of a folder, by its URI; without one, all that is in the workspace. */
export const OwnersRequest = new RequestType<{ readonly uri?: string }, OwnersReport, void>(
  'leadlight/owners',
);

/** The markers of an open document, in order, for highlights. */
export const MarkersRequest = new RequestType<DocumentParams, readonly MarkerPlace[], void>(
  'leadlight/markers',
);

/** Looks for markers in the whole workspace; progress comes as `DebtChanged`, and cancelling keeps what was found. */
export const ScanRequest = new RequestType<Record<string, never>, DebtScan, void>('leadlight/scan');

/** One level of the view Debt. */
export const DebtRequest = new RequestType<DebtQuery, DebtResult, void>('leadlight/debt');

/** The markers that fit a filter, as text to save or share. */
export const DebtExportRequest = new RequestType<DebtExportParams, string, void>('leadlight/debtExport');

export interface DebtExportParams {
  readonly format: DebtFormat;
  readonly filter: DebtFilter;
  readonly me: readonly string[];
}

/** The files that the scan left out: the first of them, of so many. */
export const LeftOutRequest = new RequestType<Record<string, never>, LeftOutFiles, void>('leadlight/leftOut');

export interface LeftOutFiles {
  readonly files: readonly LeftOutFile[];
  readonly count: number;
}

/** A marker as the text of an issue, for the clipboard: its title in the first line. */
export const IssueTextRequest = new RequestType<PlaceParams, string | null, void>('leadlight/issueText');

/** Markers over time, from git; `null` where there is none, or it may not be run. */
export const TrendRequest = new RequestType<Record<string, never>, Trend | null, void>('leadlight/trend');

/** What share of the history a `TrendRequest` has read, from 0 to 1; not for every commit. */
export const TrendProgress = new NotificationType<{ readonly share: number }>('leadlight/trendProgress');

/** What Leadlight's work in this window took. */
export const CostRequest = new RequestType<Record<string, never>, CostReport, void>('leadlight/cost');

/** Markers, or what is known of them, changed: what was shown may be out of date. */
export const DebtChanged = new NotificationType<DebtScan>('leadlight/debtChanged');

/** Which of others' formats a person wants to see, by their groups, whatever the team says. */
export const ReadingChanged = new NotificationType<ReadSwitches>('leadlight/readingChanged');

/** Another tool that knows YAML came or went, or does something else now. */
export const YamlToolChanged = new NotificationType<YamlTool>('leadlight/yamlToolChanged');

/** A person trusts the workspace from now on. */
export const TrustGranted = new NotificationType<Record<string, never>>('leadlight/trustGranted');

/** A person came back to the window: somebody may have committed meanwhile, where no file of git is watched. */
export const WindowFocused = new NotificationType<Record<string, never>>('leadlight/windowFocused');

/** Guidance was read anew: what was shown may be out of date. */
export const GuidanceChanged = new NotificationType<Record<string, never>>('leadlight/guidanceChanged');

/** Other tools' findings in an open document, for entries whose selector names them. */
export const FindingsChanged = new NotificationType<FindingsParams>('leadlight/findingsChanged');

export interface FindingsParams {
  readonly uri: string;
  readonly findings: readonly { readonly range: Range; readonly source: string; readonly code: string }[];
}

/** Reads files and folders that the server cannot reach itself, many at once. Answers stand in the order asked. */
export const ReadRequest = new RequestType<{ readonly reads: readonly Read[] }, readonly ReadAnswer[], void>(
  'leadlight/read',
);

export type Read =
  | { readonly kind: 'file'; readonly uri: string; readonly maxBytes: number }
  | { readonly kind: 'directory'; readonly uri: string };

export type ReadAnswer =
  | { readonly kind: 'missing' }
  /** `base64` of the file's bytes. */
  | { readonly kind: 'file'; readonly base64: string }
  | { readonly kind: 'tooLarge'; readonly size: number }
  | { readonly kind: 'directory'; readonly entries: readonly DirectoryEntry[] };

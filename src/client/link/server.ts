import type * as vscode from 'vscode';
import type { SetUpFile, SetUpFound } from '../../core/authoring/setup/found';
import type { LensEntry } from '../../core/authoring/entryLenses';
import type { LensPlaces } from '../../core/authoringLenses';
import type { EntryPreview } from '../../core/authoring/previewEntry';
import type { CaptureQuery, CaptureResult } from '../../core/authoringCapture';
import type { CostReport } from '../../core/features/cost';
import type { DebtQuery, DebtResult, DebtScan } from '../../core/features/debt';
import type { GuidanceReport } from '../../core/features/guidanceReport';
import type { HereResult } from '../../core/features/here';
import type { HoverResult } from '../../core/features/hover';
import type { MatchesResult } from '../../core/features/matches';
import type { OwnersReport } from '../../core/features/owners';
import type { SearchHit } from '../../core/features/search';
import type { SourceSummary } from '../../core/features/sources';
import type { Trend } from '../../core/features/trend';
import type { ExportPlan } from '../../core/guidance/exportPlan';
import type { ReadSwitches } from '../../core/guidance/readSwitches';
import type { Answer } from '../../core/review/answer';
import type {
  AnswerDraft,
  ChecklistSummary,
  ReadBlock,
  ReviewExportQuery,
  ReviewQuery,
  ReviewResult,
} from '../../core/review/reviewItem';
import type { Proposals, StepsEdited, TourImport } from '../../core/walkthroughAuthoring';
import type { PlayedWalkthrough, WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import type {
  DebtExportParams,
  ExportParams,
  FindingsParams,
  LeftOutFiles,
  MarkerPlace,
  YamlTool,
} from '../../protocol/messages';
import type { BaseTextParams } from '../../protocol/reviewMessages';
import type { SetUpParams } from '../../protocol/setUpMessages';
import type { AnchorsParams, EditStepsParams } from '../../protocol/walkthroughMessages';

/** What the server is asked and told. An answer is `undefined` where there is none: no server, or nothing to say. */
export interface Server {
  cards(place: Place, token: vscode.CancellationToken): Promise<HoverResult | undefined>;
  matches(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<MatchesResult | undefined>;
  here(place: Place, token: vscode.CancellationToken): Promise<HereResult | undefined>;
  search(query: string, token: vscode.CancellationToken): Promise<readonly SearchHit[] | undefined>;
  sources(token: vscode.CancellationToken): Promise<readonly SourceSummary[] | undefined>;
  report(
    query: { readonly withLinks: boolean },
    token: vscode.CancellationToken,
  ): Promise<readonly GuidanceReport[] | undefined>;
  exportPlan(params: ExportParams, token: vscode.CancellationToken): Promise<ExportPlan | undefined>;
  owners(uri: string | undefined, token: vscode.CancellationToken): Promise<OwnersReport | undefined>;
  markers(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<readonly MarkerPlace[] | undefined>;
  scanMarkers(token: vscode.CancellationToken): Promise<DebtScan | undefined>;
  debt(query: DebtQuery, token: vscode.CancellationToken): Promise<DebtResult | undefined>;
  exportDebt(params: DebtExportParams, token: vscode.CancellationToken): Promise<string | undefined>;
  issueText(place: Place, token: vscode.CancellationToken): Promise<string | undefined>;
  leftOut(token: vscode.CancellationToken): Promise<LeftOutFiles | undefined>;
  trend(token: vscode.CancellationToken): Promise<Trend | undefined>;
  cost(token: vscode.CancellationToken): Promise<CostReport | undefined>;
  review(query: ReviewQuery, token: vscode.CancellationToken): Promise<ReviewResult | undefined>;
  answer(
    params: { readonly query: ReviewQuery; readonly draft: AnswerDraft },
    token: vscode.CancellationToken,
  ): Promise<Answer | undefined>;
  exportReview(query: ReviewExportQuery, token: vscode.CancellationToken): Promise<string | undefined>;
  readBlock(
    params: { readonly query: ReviewQuery; readonly text: string },
    token: vscode.CancellationToken,
  ): Promise<ReadBlock | undefined>;
  /** `folder` is a URI. */
  bases(folder: string, token: vscode.CancellationToken): Promise<readonly string[] | undefined>;
  baseText(params: BaseTextParams, token: vscode.CancellationToken): Promise<string | undefined>;
  checklists(token: vscode.CancellationToken): Promise<readonly ChecklistSummary[] | undefined>;
  walkthroughs(token: vscode.CancellationToken): Promise<readonly WalkthroughSummary[] | undefined>;
  walkthrough(key: string, token: vscode.CancellationToken): Promise<PlayedWalkthrough | undefined>;
  lensPlaces(about: LensEntry, token: vscode.CancellationToken): Promise<LensPlaces | undefined>;
  readonly authoring: AuthoringServer;
  readonly setUp: SetUpServer;
  /** What selected code becomes when it is written down. */
  capture(place: Selected, query: CaptureQuery): Promise<CaptureResult | undefined>;
  entryPreview(place: Place, token: vscode.CancellationToken): Promise<EntryPreview | undefined>;
  tellTrust(): Promise<void>;
  tellReading(reading: ReadSwitches): Promise<void>;
  tellYamlTool(tool: YamlTool): Promise<void>;
  /** A person came back to the window. */
  tellFocus(): Promise<void>;
  tellFindings(findings: FindingsParams): Promise<void>;
}

export interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

export interface Selected {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
}

/** What is asked of the server by who writes walkthroughs. */
export interface AuthoringServer {
  anchors(params: AnchorsParams, token: vscode.CancellationToken): Promise<Proposals | undefined>;
  editSteps(params: EditStepsParams, token: vscode.CancellationToken): Promise<StepsEdited | undefined>;
  tourImport(token: vscode.CancellationToken): Promise<TourImport | undefined>;
  /** `key` is a walkthrough's. */
  page(key: string, token: vscode.CancellationToken): Promise<string | undefined>;
}

/** What is asked of the server while team guidance is set up. */
export interface SetUpServer {
  /** `folder` is a URI. */
  lookAround(folder: string, token: vscode.CancellationToken): Promise<SetUpFound | undefined>;
  files(params: SetUpParams, token: vscode.CancellationToken): Promise<readonly SetUpFile[] | undefined>;
}

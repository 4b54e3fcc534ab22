/** Loaded after activation: evaluating the language client costs more than everything else in it. */
import type * as vscode from 'vscode';
import { CloseAction, ErrorAction, type Middleware, RevealOutputChannelOn } from 'vscode-languageclient';
import { CaptureRequest, EntryPreviewRequest } from '../../protocol/captureMessages';
import {
  CardsRequest,
  CostRequest,
  DebtChanged,
  DebtExportRequest,
  DebtRequest,
  ExportPlanRequest,
  FindingsChanged,
  GuidanceChanged,
  HereRequest,
  type InitializationOptions,
  IssueTextRequest,
  LeftOutRequest,
  MarkersRequest,
  MatchesRequest,
  ReadRequest,
  ScanRequest,
  OwnersRequest,
  ReportRequest,
  SearchRequest,
  SourcesRequest,
  TrendProgress,
  TrendRequest,
  ReadingChanged,
  TrustGranted,
  WindowFocused,
  type YamlTool,
  YamlToolChanged,
} from '../../protocol/messages';
import { LensPlacesRequest } from '../../protocol/lensMessages';
import {
  AnswerRequest,
  BaseTextRequest,
  BasesRequest,
  ChecklistsRequest,
  ReadBlockRequest,
  ReviewChanged,
  ReviewExportRequest,
  ReviewRequest,
} from '../../protocol/reviewMessages';
import { LookAroundRequest, SetUpRequest } from '../../protocol/setUpMessages';
import {
  AnchorsRequest,
  EditStepsRequest,
  TourImportRequest,
  WalkthroughPageRequest,
  WalkthroughRequest,
  WalkthroughsRequest,
} from '../../protocol/walkthroughMessages';
import type { ReadSwitches } from '../../core/guidance/readSwitches';
import type { DebtScan } from '../../core/features/debt';
import { documentSelector } from '../documents';
import type { CreateClient } from './client';
import { answerReads } from './readFiles';
import type { Place, Server } from './server';
import { traceChannel } from './traceChannel';

export interface ConnectOptions {
  readonly createClient: CreateClient;
  readonly middleware: Middleware;
  readonly log: vscode.LogOutputChannel;
  /** The page that explains each problem's code. */
  readonly problemPage: vscode.Uri;
  /** The folder with what Leadlight brings along. */
  readonly starter: vscode.Uri;
  /** For what can be made again; of this version only. */
  readonly cacheFolder: vscode.Uri | undefined;
  /** Whether a person trusts the workspace now. */
  readonly isTrusted: boolean;
  readonly reading: ReadSwitches;
  readonly yamlTool: YamlTool;
  onGuidanceChanged(): void;
  onDebtChanged(scan: DebtScan): void;
  /** A share from 0 to 1. */
  onTrendProgress(share: number): void;
  onReviewChanged(): void;
  /** The server went away by itself. Called once at most. */
  onClosed(): void;
}

export interface Connection extends Server {
  close(): Promise<void>;
}

/**
 * Starts a server and connects to it, for one life: a server that ends is not started again from here.
 * Rejects when it cannot be started.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { createClient, log } = options;
  const trace = traceChannel(log);
  let running = false;
  const { client, end, failed } = await createClient({
    documentSelector: documentSelector(),
    diagnosticCollectionName: 'leadlight',
    outputChannel: log,
    traceOutputChannel: trace.channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: options.middleware,
    initializationOptions: {
      problemPage: options.problemPage.toString(),
      starter: options.starter.toString(),
      isTrusted: options.isTrusted,
      reading: options.reading,
      placesCommand: 'leadlight.showPlaces',
      yamlTool: options.yamlTool,
      ...(options.cacheFolder && { cacheFolder: options.cacheFolder.toString() }),
    } satisfies InitializationOptions,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (_error, _message, count = 0) => ({
        action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        if (running) options.onClosed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  });
  // The client would show a notification of its own, whatever it is told, on top of ours.
  client.error = (message, data) => log.error(data === undefined ? message : `${message}\n${textOf(data)}`);
  client.onRequest(ReadRequest, ({ reads }) => answerReads(reads));
  client.onNotification(GuidanceChanged, () => options.onGuidanceChanged());
  client.onNotification(DebtChanged, (scan) => options.onDebtChanged(scan));
  client.onNotification(TrendProgress, ({ share }) => options.onTrendProgress(share));
  client.onNotification(ReviewChanged, () => options.onReviewChanged());
  const close = async () => {
    running = false;
    trace.dispose();
    // Stopping fails where there is nothing left to stop.
    await client.dispose().catch((error: unknown) => log.debug(`Stopping the server: ${textOf(error)}`));
    end();
  };
  try {
    await Promise.race([client.start(), ...(failed ? [failed] : [])]);
  } catch (error) {
    await close();
    throw error;
  }
  running = true;

  const identify = (document: vscode.TextDocument) => ({
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
  });
  const locate = ({ document, position }: Place) =>
    client.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
  return {
    cards: async (place, token) =>
      (await client.sendRequest(CardsRequest, locate(place), token)) ?? undefined,
    matches: async (document, token) =>
      (await client.sendRequest(MatchesRequest, identify(document), token)) ?? undefined,
    here: async (place, token) => (await client.sendRequest(HereRequest, locate(place), token)) ?? undefined,
    search: (query, token) => client.sendRequest(SearchRequest, { query }, token),
    report: (query, token) => client.sendRequest(ReportRequest, query, token),
    exportPlan: async (params, token) =>
      (await client.sendRequest(ExportPlanRequest, params, token)) ?? undefined,
    owners: (uri, token) => client.sendRequest(OwnersRequest, uri === undefined ? {} : { uri }, token),
    sources: (token) => client.sendRequest(SourcesRequest, {}, token),
    markers: (document, token) => client.sendRequest(MarkersRequest, identify(document), token),
    scanMarkers: (token) => client.sendRequest(ScanRequest, {}, token),
    debt: (query, token) => client.sendRequest(DebtRequest, query, token),
    exportDebt: (params, token) => client.sendRequest(DebtExportRequest, params, token),
    issueText: async (place, token) =>
      (await client.sendRequest(IssueTextRequest, locate(place), token)) ?? undefined,
    leftOut: (token) => client.sendRequest(LeftOutRequest, {}, token),
    trend: async (token) => (await client.sendRequest(TrendRequest, {}, token)) ?? undefined,
    cost: (token) => client.sendRequest(CostRequest, {}, token),
    review: async (query, token) => (await client.sendRequest(ReviewRequest, query, token)) ?? undefined,
    answer: async (params, token) => (await client.sendRequest(AnswerRequest, params, token)) ?? undefined,
    exportReview: (query, token) => client.sendRequest(ReviewExportRequest, query, token),
    readBlock: (params, token) => client.sendRequest(ReadBlockRequest, params, token),
    bases: (folder, token) => client.sendRequest(BasesRequest, { folder }, token),
    baseText: async (params, token) =>
      (await client.sendRequest(BaseTextRequest, params, token)) ?? undefined,
    checklists: (token) => client.sendRequest(ChecklistsRequest, {}, token),
    walkthroughs: (token) => client.sendRequest(WalkthroughsRequest, {}, token),
    walkthrough: async (key, token) =>
      (await client.sendRequest(WalkthroughRequest, { key }, token)) ?? undefined,
    lensPlaces: (about, token) => client.sendRequest(LensPlacesRequest, about, token),
    authoring: {
      anchors: async (params, token) =>
        (await client.sendRequest(AnchorsRequest, params, token)) ?? undefined,
      editSteps: (params, token) => client.sendRequest(EditStepsRequest, params, token),
      tourImport: (token) => client.sendRequest(TourImportRequest, {}, token),
      page: async (key, token) =>
        (await client.sendRequest(WalkthroughPageRequest, { key }, token)) ?? undefined,
    },
    setUp: {
      lookAround: async (folder, token) =>
        (await client.sendRequest(LookAroundRequest, { folder }, token)) ?? undefined,
      files: (params, token) => client.sendRequest(SetUpRequest, params, token),
    },
    capture: async ({ document, range }, query) => {
      const params = { ...identify(document), range: client.code2ProtocolConverter.asRange(range), query };
      return (await client.sendRequest(CaptureRequest, params)) ?? undefined;
    },
    entryPreview: async (place, token) =>
      (await client.sendRequest(EntryPreviewRequest, locate(place), token)) ?? undefined,
    tellReading: (reading) => client.sendNotification(ReadingChanged, reading),
    tellYamlTool: (tool) => client.sendNotification(YamlToolChanged, tool),
    tellTrust: () => client.sendNotification(TrustGranted, {}),
    tellFocus: () => client.sendNotification(WindowFocused, {}),
    tellFindings: (findings) => client.sendNotification(FindingsChanged, findings),
    close,
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import * as vscode from 'vscode';
import type { LensEntry } from '../../core/authoring/entryLenses';
import type { CaptureQuery } from '../../core/authoringCapture';
import type { DebtQuery, DebtScan } from '../../core/features/debt';
import type { ReadSwitches } from '../../core/guidance/readSwitches';
import type { AnswerDraft, ReviewExportQuery, ReviewQuery } from '../../core/review/reviewItem';
import type { DebtExportParams, ExportParams, FindingsParams, YamlTool } from '../../protocol/messages';
import type { BaseTextParams } from '../../protocol/reviewMessages';
import type { Connection, ConnectOptions } from './connect';
import { countCrash } from './crashes';
import type { AuthoringServer, Place, Selected, Server, SetUpServer } from './server';

export type LinkState = 'stopped' | 'starting' | 'running' | 'failed';

export interface ServerLinkOptions {
  readonly log: vscode.LogOutputChannel;
  connect(
    hooks: Pick<
      ConnectOptions,
      'onGuidanceChanged' | 'onDebtChanged' | 'onTrendProgress' | 'onReviewChanged' | 'onClosed'
    >,
  ): Promise<Connection>;
}

/**
 * The server, as long as the window lives: started, stopped, and started again after a crash, but not for ever.
 * Nothing that is asked rejects: without a server, or when it fails, the answer is `undefined`.
 */
export class ServerLink implements Server, vscode.Disposable {
  readonly #options: ServerLinkOptions;
  readonly #stateChanged = new vscode.EventEmitter<LinkState>();
  readonly #guidanceChanged = new vscode.EventEmitter<void>();
  readonly #debtChanged = new vscode.EventEmitter<DebtScan>();
  readonly #trendProgress = new vscode.EventEmitter<number>();
  readonly #reviewChanged = new vscode.EventEmitter<void>();
  readonly onDidChangeState = this.#stateChanged.event;
  /** Guidance was read anew, or there is another server. */
  readonly onDidChangeGuidance = this.#guidanceChanged.event;
  /** Markers changed, or a scan went on. */
  readonly onDidChangeDebt = this.#debtChanged.event;
  /** What share of the history is read, from 0 to 1. */
  readonly onTrendProgress = this.#trendProgress.event;
  /** What is reviewed may have changed. */
  readonly onDidChangeReview = this.#reviewChanged.event;
  #state: LinkState = 'stopped';
  #connection: Connection | undefined;
  #crashes: readonly number[] = [];
  /** Starts and stops wait for each other. */
  #work: Promise<void> = Promise.resolve();

  readonly authoring: AuthoringServer = {
    anchors: (params, token) => this.#ask((server) => server.authoring.anchors(params, token), token),
    editSteps: (params, token) => this.#ask((server) => server.authoring.editSteps(params, token), token),
    tourImport: (token) => this.#ask((server) => server.authoring.tourImport(token), token),
    page: (key, token) => this.#ask((server) => server.authoring.page(key, token), token),
  };

  readonly setUp: SetUpServer = {
    lookAround: (folder, token) => this.#ask((server) => server.setUp.lookAround(folder, token), token),
    files: (params, token) => this.#ask((server) => server.setUp.files(params, token), token),
  };

  constructor(options: ServerLinkOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Starts the server unless it runs. Never rejects; the state says how it went. */
  start(): Promise<void> {
    return this.#queue(async () => {
      if (this.#connection === undefined) await this.#open();
    });
  }

  stop(): Promise<void> {
    return this.#queue(async () => {
      await this.#close();
      this.#enter('stopped');
    });
  }

  /** Starts the server anew, also one that was given up. */
  restart(): Promise<void> {
    this.#crashes = [];
    return this.#queue(async () => {
      await this.#close();
      await this.#open();
    });
  }

  lensPlaces(about: LensEntry, token: vscode.CancellationToken) {
    return this.#ask((server) => server.lensPlaces(about, token), token);
  }

  cards(place: Place, token: vscode.CancellationToken) {
    return this.#ask((server) => server.cards(place, token), token);
  }

  matches(document: vscode.TextDocument, token: vscode.CancellationToken) {
    return this.#ask((server) => server.matches(document, token), token);
  }

  here(place: Place, token: vscode.CancellationToken) {
    return this.#ask((server) => server.here(place, token), token);
  }

  search(query: string, token: vscode.CancellationToken) {
    return this.#ask((server) => server.search(query, token), token);
  }

  sources(token: vscode.CancellationToken) {
    return this.#ask((server) => server.sources(token), token);
  }

  report(query: { readonly withLinks: boolean }, token: vscode.CancellationToken) {
    return this.#ask((server) => server.report(query, token), token);
  }

  exportPlan(params: ExportParams, token: vscode.CancellationToken) {
    return this.#ask((server) => server.exportPlan(params, token), token);
  }

  owners(uri: string | undefined, token: vscode.CancellationToken) {
    return this.#ask((server) => server.owners(uri, token), token);
  }

  markers(document: vscode.TextDocument, token: vscode.CancellationToken) {
    return this.#ask((server) => server.markers(document, token), token);
  }

  scanMarkers(token: vscode.CancellationToken) {
    return this.#ask((server) => server.scanMarkers(token), token);
  }

  debt(query: DebtQuery, token: vscode.CancellationToken) {
    return this.#ask((server) => server.debt(query, token), token);
  }

  exportDebt(params: DebtExportParams, token: vscode.CancellationToken) {
    return this.#ask((server) => server.exportDebt(params, token), token);
  }

  issueText(place: Place, token: vscode.CancellationToken) {
    return this.#ask((server) => server.issueText(place, token), token);
  }

  leftOut(token: vscode.CancellationToken) {
    return this.#ask((server) => server.leftOut(token), token);
  }

  trend(token: vscode.CancellationToken) {
    return this.#ask((server) => server.trend(token), token);
  }

  cost(token: vscode.CancellationToken) {
    return this.#ask((server) => server.cost(token), token);
  }

  review(query: ReviewQuery, token: vscode.CancellationToken) {
    return this.#ask((server) => server.review(query, token), token);
  }

  answer(
    params: { readonly query: ReviewQuery; readonly draft: AnswerDraft },
    token: vscode.CancellationToken,
  ) {
    return this.#ask((server) => server.answer(params, token), token);
  }

  exportReview(query: ReviewExportQuery, token: vscode.CancellationToken) {
    return this.#ask((server) => server.exportReview(query, token), token);
  }

  readBlock(params: { readonly query: ReviewQuery; readonly text: string }, token: vscode.CancellationToken) {
    return this.#ask((server) => server.readBlock(params, token), token);
  }

  bases(folder: string, token: vscode.CancellationToken) {
    return this.#ask((server) => server.bases(folder, token), token);
  }

  baseText(params: BaseTextParams, token: vscode.CancellationToken) {
    return this.#ask((server) => server.baseText(params, token), token);
  }

  checklists(token: vscode.CancellationToken) {
    return this.#ask((server) => server.checklists(token), token);
  }

  walkthroughs(token: vscode.CancellationToken) {
    return this.#ask((server) => server.walkthroughs(token), token);
  }

  walkthrough(key: string, token: vscode.CancellationToken) {
    return this.#ask((server) => server.walkthrough(key, token), token);
  }

  capture(place: Selected, query: CaptureQuery) {
    return this.#ask((server) => server.capture(place, query));
  }

  entryPreview(place: Place, token: vscode.CancellationToken) {
    return this.#ask((server) => server.entryPreview(place, token), token);
  }

  async tellTrust(): Promise<void> {
    await this.#ask((server) => server.tellTrust());
  }

  async tellReading(reading: ReadSwitches): Promise<void> {
    await this.#ask((server) => server.tellReading(reading));
  }

  async tellYamlTool(tool: YamlTool): Promise<void> {
    await this.#ask((server) => server.tellYamlTool(tool));
  }

  async tellFocus(): Promise<void> {
    await this.#ask((server) => server.tellFocus());
  }

  async tellFindings(findings: FindingsParams): Promise<void> {
    await this.#ask((server) => server.tellFindings(findings));
  }

  dispose(): Promise<void> {
    this.#stateChanged.dispose();
    this.#guidanceChanged.dispose();
    this.#debtChanged.dispose();
    this.#reviewChanged.dispose();
    return this.#queue(() => this.#close());
  }

  async #ask<T>(
    ask: (server: Server) => Promise<T>,
    token?: vscode.CancellationToken,
  ): Promise<T | undefined> {
    await this.#work;
    if (this.#connection === undefined || token?.isCancellationRequested) return undefined;
    try {
      const answer = await ask(this.#connection);
      return token?.isCancellationRequested ? undefined : answer;
    } catch (error) {
      if (!token?.isCancellationRequested) this.#options.log.error(`A request failed: ${messageOf(error)}`);
      return undefined;
    }
  }

  async #open(): Promise<void> {
    this.#enter('starting');
    try {
      this.#connection = await this.#options.connect({
        onGuidanceChanged: () => this.#guidanceChanged.fire(),
        onDebtChanged: (scan) => this.#debtChanged.fire(scan),
        onTrendProgress: (share) => this.#trendProgress.fire(share),
        onReviewChanged: () => this.#reviewChanged.fire(),
        onClosed: () => void this.#crashed(),
      });
      this.#enter('running');
      this.#guidanceChanged.fire();
    } catch (error) {
      this.#options.log.error(`The server did not start: ${messageOf(error)}`);
      this.#enter('failed');
    }
  }

  #crashed(): Promise<void> {
    const { crashes, restart } = countCrash(this.#crashes, Date.now());
    this.#crashes = crashes;
    this.#options.log.error(`The server ended by itself${restart ? ' and is started again' : ' too often'}.`);
    return this.#queue(async () => {
      await this.#close();
      if (restart) await this.#open();
      else this.#enter('failed');
    });
  }

  async #close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.close();
  }

  #enter(state: LinkState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch((error: unknown) => this.#options.log.error(messageOf(error)));
    return this.#work;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

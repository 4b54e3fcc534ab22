import * as vscode from 'vscode';
import type {
  DebtFilter,
  DebtFormat,
  DebtGrouping,
  DebtNode,
  DebtQuery,
  DebtResult,
} from '../core/features/debt';
import type { Trend } from '../core/features/trend';
import { type GitAccess, gitAccess } from './gitAccess';
import type { ServerLink } from './link/serverLink';
import { Latest } from './latest';
import { neverCancelled } from './neverCancelled';
import { isOn, myHandlesAnywhere, onDidChangeSettings } from './settings';
import { throttle } from './throttle';

const refreshMs = 400;
const groupingKey = 'leadlight.debtGrouping';

export interface DebtOptions {
  readonly link: ServerLink;
  readonly store: vscode.ExtensionContext['workspaceState'];
  readonly host: 'node' | 'web';
}

interface AskedTrend {
  readonly cancel: vscode.CancellationTokenSource;
  /** How much is read, from 0 to 1; `undefined` when it is over. */
  share: number | undefined;
}

/** What the view Debt shows: how it is grouped and filtered, and what the server found so. */
export class Debt implements vscode.Disposable {
  readonly #options: DebtOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #soon = throttle(refreshMs, () => this.#refresh());
  readonly #listeners: vscode.Disposable;
  #filter: DebtFilter = {};
  #result: DebtResult | undefined;
  readonly #trendChanged = new vscode.EventEmitter<void>();
  /** The reading of the trend began, went on, or ended. */
  readonly onDidChangeTrend = this.#trendChanged.event;
  readonly #latest = new Latest();
  #trend: AskedTrend | undefined;
  #wasScanned = false;
  #scan: { readonly cancel: vscode.CancellationTokenSource; readonly done: Promise<void> } | undefined;

  constructor(options: DebtOptions) {
    this.#options = options;
    const { link } = options;
    const refresh = () => this.#soon.call();
    this.#listeners = vscode.Disposable.from(
      link.onDidChangeDebt(refresh),
      link.onTrendProgress((share) => this.#trendWent(share)),
      link.onDidChangeGuidance(refresh),
      link.onDidChangeState((state) => {
        if (state === 'running') refresh();
        else this.#forget();
      }),
      onDidChangeSettings(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#wasScanned = false;
        refresh();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#forgetTrend();
        refresh();
      }),
    );
  }

  get groupBy(): DebtGrouping {
    return this.#options.store.get<DebtGrouping>(groupingKey) ?? 'folder';
  }

  get filter(): DebtFilter {
    return this.#filter;
  }

  /** The top of the tree, with counts; `undefined` until the server has answered. */
  get result(): DebtResult | undefined {
    return this.#result;
  }

  get git(): GitAccess {
    return gitAccess(this.#options.host);
  }

  get isScanning(): boolean {
    return this.#scan !== undefined;
  }

  /** Whether nobody has looked through this workspace yet, so that whoever looks at the view wants it now. */
  get wantsScan(): boolean {
    const hasFolder = (vscode.workspace.workspaceFolders ?? []).length > 0;
    return hasFolder && !this.#wasScanned && this.#result?.scan.state === 'never';
  }

  async group(by: DebtGrouping): Promise<void> {
    await this.#options.store.update(groupingKey, by);
    await this.#refresh();
  }

  async setFilter(filter: DebtFilter): Promise<void> {
    this.#filter = filter;
    await this.#refresh();
  }

  /** What is in a group, whose path goes from outside inwards. */
  async inside(path: readonly string[]): Promise<readonly DebtNode[]> {
    return (await this.#options.link.debt(this.#query(path), neverCancelled()))?.nodes ?? [];
  }

  /** The tags that there are in the workspace, suppressions among them where the filter shows them. */
  async tags(): Promise<readonly string[]> {
    const { suppressions } = this.#filter;
    const query: DebtQuery = {
      ...this.#query([]),
      groupBy: 'tag',
      filter: suppressions === true ? { suppressions } : {},
    };
    const nodes = (await this.#options.link.debt(query, neverCancelled()))?.nodes ?? [];
    return nodes.flatMap((node) => (node.kind === 'group' ? [node.id] : []));
  }

  /** Whether the trend was not asked for since the last scan. */
  get wantsTrend(): boolean {
    return this.#trend === undefined;
  }

  /** What share of the history is read, from 0 to 1; `undefined` while nobody reads it. */
  get trendShare(): number | undefined {
    return this.#trend?.share;
  }

  /** Reads it from git, which `cancelScan` ends. */
  async trend(): Promise<Trend | undefined> {
    const asked: AskedTrend = { cancel: new vscode.CancellationTokenSource(), share: 0 };
    this.#forgetTrend();
    this.#trend = asked;
    this.#trendChanged.fire();
    const trend = await this.#options.link.trend(asked.cancel.token);
    asked.share = undefined;
    this.#trendChanged.fire();
    return trend;
  }

  /** Looks through the whole workspace; whoever calls while that goes on waits for the same scan. */
  scan(): Promise<void> {
    this.#scan ??= this.#startScan();
    return this.#scan.done;
  }

  /** Also the reading of history. */
  cancelScan(): void {
    this.#scan?.cancel.cancel();
    this.#trend?.cancel.cancel();
  }

  exported(format: DebtFormat): Promise<string | undefined> {
    return this.#options.link.exportDebt(
      { format, filter: this.#filter, me: myHandlesAnywhere() },
      neverCancelled(),
    );
  }

  dispose(): void {
    this.cancelScan();
    const { cancel } = this.#trend ?? {};
    const owned = [this.#listeners, this.#soon, this.#latest, this.#changed, this.#trendChanged];
    vscode.Disposable.from(...owned, ...(cancel ? [cancel] : [])).dispose();
  }

  #startScan() {
    this.#wasScanned = true;
    const cancel = new vscode.CancellationTokenSource();
    const run = async () => {
      await this.#options.link.scanMarkers(cancel.token);
      this.#scan = undefined;
      this.#forgetTrend();
      cancel.dispose();
      await this.#refresh();
    };
    return { cancel, done: run() };
  }

  async #refresh(): Promise<void> {
    if (!isOn('debt')) return this.#forget();
    const token = this.#latest.next();
    const result = await this.#options.link.debt(this.#query([]), token);
    // Another answer is wanted by now, and asked for.
    if (token.isCancellationRequested) return;
    this.#result = result;
    this.#changed.fire();
  }

  #forget(): void {
    this.#result = undefined;
    this.#forgetTrend();
    this.#wasScanned = false;
    this.#changed.fire();
  }

  #trendWent(share: number): void {
    if (this.#trend?.share === undefined) return;
    this.#trend.share = share;
    this.#trendChanged.fire();
  }

  #forgetTrend(): void {
    this.#trend?.cancel.cancel();
    this.#trend?.cancel.dispose();
    this.#trend = undefined;
  }

  #query(inside: readonly string[]): DebtQuery {
    return { groupBy: this.groupBy, filter: this.#filter, me: myHandlesAnywhere(), inside };
  }
}

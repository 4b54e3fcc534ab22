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

/** What the view Debt shows: how it is grouped and filtered, and what the server found so. */
export class Debt implements vscode.Disposable {
  readonly #options: DebtOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #soon = throttle(refreshMs, () => this.#refresh());
  readonly #listeners: vscode.Disposable;
  #filter: DebtFilter = {};
  #result: DebtResult | undefined;
  #trend: Promise<Trend | undefined> | undefined;
  #wasScanned = false;
  #scan: { readonly cancel: vscode.CancellationTokenSource; readonly done: Promise<void> } | undefined;

  constructor(options: DebtOptions) {
    this.#options = options;
    const { link } = options;
    const refresh = () => this.#soon.call();
    this.#listeners = vscode.Disposable.from(
      link.onDidChangeDebt(refresh),
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
        this.#trend = undefined;
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

  /** Asked once after each scan. */
  trend(): Promise<Trend | undefined> {
    this.#trend ??= this.#options.link.trend(neverCancelled());
    return this.#trend;
  }

  /** Looks through the whole workspace; whoever calls while that goes on waits for the same scan. */
  scan(): Promise<void> {
    this.#scan ??= this.#startScan();
    return this.#scan.done;
  }

  cancelScan(): void {
    this.#scan?.cancel.cancel();
  }

  exported(format: DebtFormat): Promise<string | undefined> {
    return this.#options.link.exportDebt(
      { format, filter: this.#filter, me: myHandlesAnywhere() },
      neverCancelled(),
    );
  }

  dispose(): void {
    this.cancelScan();
    vscode.Disposable.from(this.#listeners, this.#soon, this.#changed).dispose();
  }

  #startScan() {
    this.#wasScanned = true;
    const cancel = new vscode.CancellationTokenSource();
    const run = async () => {
      await this.#options.link.scanMarkers(cancel.token);
      this.#scan = undefined;
      this.#trend = undefined;
      cancel.dispose();
      await this.#refresh();
    };
    return { cancel, done: run() };
  }

  async #refresh(): Promise<void> {
    if (!isOn('debt')) return this.#forget();
    const query = this.#query([]);
    const result = await this.#options.link.debt(query, neverCancelled());
    // Another answer is wanted by now, and asked for.
    if (query.groupBy !== this.groupBy || query.filter !== this.#filter) return;
    this.#result = result;
    this.#changed.fire();
  }

  #forget(): void {
    this.#result = undefined;
    this.#trend = undefined;
    this.#wasScanned = false;
    this.#changed.fire();
  }

  #query(inside: readonly string[]): DebtQuery {
    return { groupBy: this.groupBy, filter: this.#filter, me: myHandlesAnywhere(), inside };
  }
}

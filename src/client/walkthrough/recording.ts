import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import { cleanLine } from '../../core/text/markdown';
import type { WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import { setContext } from '../contextKeys';
import { plainText } from '../plainText';
import type { Onboarding } from './onboarding';

const key = 'leadlight.recording';

/** The walkthrough that is recorded in this window: its source. It is remembered with the workspace. */
export class Recording implements vscode.Disposable {
  readonly #store: Pick<vscode.Memento, 'get' | 'update'>;
  readonly #onboarding: Onboarding;
  readonly #item = vscode.window.createStatusBarItem(key, vscode.StatusBarAlignment.Right, 88);
  readonly #listener: vscode.Disposable;

  constructor(store: Pick<vscode.Memento, 'get' | 'update'>, onboarding: Onboarding) {
    this.#store = store;
    this.#onboarding = onboarding;
    this.#item.name = 'Leadlight: Recording';
    this.#item.command = 'leadlight.addStep';
    this.#listener = onboarding.onDidChange(() => this.#show());
    void this.#show();
  }

  /** URI of the source; `undefined` where nothing is recorded. */
  get source(): vscode.Uri | undefined {
    const stored = this.#store.get<unknown>(key);
    if (typeof stored !== 'string') return undefined;
    const uri = vscode.Uri.parse(stored);
    // What was stored may be of folders that the window does not have any more.
    return vscode.workspace.getWorkspaceFolder(uri) === undefined ? undefined : uri;
  }

  /** What has been read of it; `undefined` until then. */
  async walkthrough(): Promise<WalkthroughSummary | undefined> {
    const source = this.source?.toString();
    if (source === undefined) return undefined;
    const all = await this.#onboarding.walkthroughs();
    return all.find((each) => vscode.Uri.parse(each.source.uri).toString() === source);
  }

  async start(source: vscode.Uri): Promise<void> {
    await this.#store.update(key, source.toString());
    await this.#show();
  }

  async stop(): Promise<void> {
    await this.#store.update(key, undefined);
    await this.#show();
  }

  dispose(): void {
    vscode.Disposable.from(this.#item, this.#listener).dispose();
  }

  async #show(): Promise<void> {
    const { source } = this;
    setContext('leadlight.recording', source !== undefined);
    if (source === undefined) return this.#item.hide();
    const walkthrough = await this.walkthrough();
    if (this.source?.toString() !== source.toString()) return;
    const title = cleanLine(walkthrough?.title ?? source.path.split('/').at(-1)!);
    const steps = counted(walkthrough?.steps ?? 0, 'step');
    this.#item.text = `$(record) ${steps}`;
    this.#item.tooltip = plainText(
      `Recording "${title}", ${steps}. Click to add a step where the cursor is.`,
    );
    this.#item.accessibilityInformation = {
      label: `Leadlight: recording ${title}, ${steps}`,
      role: 'button',
    };
    this.#item.show();
  }
}

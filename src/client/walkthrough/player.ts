import * as vscode from 'vscode';
import type { PlayedStep } from '../../core/walkthrough/playedWalkthrough';
import type { StepChecks } from './checks/stepChecks';
import { setWalkthroughKeys } from '../contextKeys';
import { say } from '../notice';
import { openSource } from '../openSource';
import { followLink, type LinkPlace } from './followLink';
import type { Onboarding } from './onboarding';
import { pageHtml } from './pageHtml';
import type { PageMessage } from './pageMessage';
import { PlayerPage } from './playerPage';
import { hasPlace, showAnchor } from './showAnchor';
import { hasTerminals, typeCommand } from './terminal';

const viewType = 'leadlight.walkthrough';
const previewType = 'leadlight.preview';
const noIntegration = 'Nothing here tells how a command ended, so say by yourself when it has ended well.';

export interface PlayerOptions {
  readonly onboarding: Onboarding;
  readonly checks: StepChecks;
  /** A preview is its author's: it is not there again after a reload, and has no part in the editor's keys. */
  readonly isPreview?: boolean;
}

/** The page in the editor area that plays a walkthrough. There is one at a time, and one preview. */
export class Player implements vscode.Disposable {
  readonly #isPreview: boolean;
  readonly #page: PlayerPage;
  readonly #onboarding: Onboarding;
  readonly #checks: StepChecks;
  readonly #listeners: vscode.Disposable;
  #wrong: { readonly step: string; readonly options: readonly number[] } = { step: '', options: [] };
  #isUnwatched = false;
  #said = { step: '', sentence: '' };
  #resumed: string | undefined;

  constructor(extension: vscode.Uri, { onboarding, checks, isPreview = false }: PlayerOptions) {
    this.#isPreview = isPreview;
    this.#onboarding = onboarding;
    this.#checks = checks;
    this.#page = new PlayerPage({
      extension,
      viewType: isPreview ? previewType : viewType,
      name: 'Walkthrough',
      onMessage: (message) => void this.#answer(message),
      onDidChange: () => this.#tellKeys(),
      onDidClose: () => {
        this.#resumed = undefined;
        onboarding.end();
      },
    });
    this.#listeners = vscode.Disposable.from(
      onboarding.onDidChange(() => this.#draw()),
      checks.onDidChange(() => this.#draw()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tellKeys()),
      ...(isPreview ? [] : [this.#registerSerializer()]),
    );
  }

  /** Whether its page is there. */
  get isOpen(): boolean {
    return this.#page.isOpen;
  }

  /** Key of the walkthrough that its page shows; after a reload, also before that is read. */
  get shown(): string | undefined {
    return this.#onboarding.open?.walkthrough.key ?? this.#resumed;
  }

  /** Opens a walkthrough. Tells whether it is there. */
  async open(
    key: string,
    {
      quietly = false,
      viewColumn = vscode.ViewColumn.Active,
    }: { quietly?: boolean; viewColumn?: vscode.ViewColumn } = {},
  ): Promise<boolean> {
    if (!(await this.#onboarding.start(key))) return false;
    this.#page.open(key, { quietly, viewColumn });
    this.#draw();
    return true;
  }

  async go(by: 1 | -1): Promise<void> {
    const { open } = this.#onboarding;
    if (open === undefined) return say('No walkthrough is open.');
    const isThere = this.#onboarding.select(open.current + by);
    // Who follows in the code goes on there; what comes after the last step is said on the page.
    if (!isThere) this.#page.reveal();
    else if (this.#page.isOpen && !this.#page.isActive) await this.back();
  }

  /** Shows the place of the step, or the page where it has none. */
  async back(): Promise<void> {
    const { step } = this.#onboarding;
    if (step !== undefined && hasPlace(step)) await this.#show(step);
    else this.#page.reveal();
  }

  close(): void {
    this.#page.dispose();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#page.dispose();
  }

  #registerSerializer(): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const key = (state as { readonly key?: unknown } | undefined)?.key;
        if (typeof key !== 'string') return panel.dispose();
        this.#page.adopt(panel, key);
        this.#resumed = key;
        void this.#resume(key);
      },
    });
  }

  async #resume(key: string): Promise<void> {
    if (!this.#page.isOpen || this.#onboarding.open !== undefined) return;
    if (await this.#onboarding.start(key)) return;
    const waiting = this.#onboarding.onDidChange(() => {
      waiting.dispose();
      void this.#resume(key);
    });
  }

  #draw(): void {
    const { open, step, marks, news, fault } = this.#onboarding;
    this.#tellKeys();
    if (!this.#page.isOpen || open === undefined) return;
    const folder = vscode.Uri.parse(open.walkthrough.folder);
    const html = pageHtml({
      walkthrough: open.walkthrough,
      path: open.path,
      marks,
      // Who writes it knows.
      news: this.#isPreview ? new Map() : news,
      current: open.current,
      here: this.#checks.here,
      finding: step && this.#checks.findingOf(open, step),
      unwatched: this.#isUnwatched || !hasTerminals() ? noIntegration : undefined,
      wrong: this.#wrong.step === step?.id ? this.#wrong.options : [],
      fault,
      imageSource: (path) => this.#page.imageSource(folder, path),
    });
    const { key, title } = open.walkthrough;
    this.#page.draw({
      title: `${this.#isPreview ? 'Preview: ' : ''}${title}`,
      ...{ key, step: step?.id ?? '', html },
      // What was said about one step is no news about another.
      said: this.#said.step === (step?.id ?? '') ? this.#said.sentence : '',
    });
  }

  #say(sentence: string): void {
    this.#said = { step: this.#onboarding.step?.id ?? '', sentence };
    this.#draw();
  }

  async #answer(message: PageMessage): Promise<void> {
    const { open } = this.#onboarding;
    this.#said = { step: '', sentence: '' };
    if (open === undefined) return;
    switch (message.type) {
      case 'ready':
        return this.#draw();
      case 'next':
        return void this.#onboarding.select(open.current + 1);
      case 'previous':
        return void this.#onboarding.select(open.current - 1);
      case 'finish':
        return this.close();
      case 'continue':
        return open.walkthrough.next === undefined
          ? undefined
          : void (await this.open(open.walkthrough.next));
      case 'role':
        return [undefined, ...open.path.roles].includes(message.role)
          ? this.#onboarding.chooseRole(message.role)
          : undefined;
      case 'checkAll':
        return void (await vscode.commands.executeCommand(
          'leadlight.checkWalkthrough',
          open.walkthrough.key,
        ));
      case 'link':
        return this.#follow(message);
      case 'go':
        return this.#goTo(message.walkthrough, message.step);
      default: {
        const step = this.#onboarding.stepWith(message.step);
        return step && this.#answerAbout(step, message);
      }
    }
  }

  async #answerAbout(step: PlayedStep, message: Extract<PageMessage, { step: string }>): Promise<void> {
    switch (message.type) {
      case 'select':
        return void this.#onboarding.select(this.#onboarding.open!.walkthrough.played.indexOf(step));
      case 'show':
        return this.#show(step);
      case 'source':
        return openSource(step.source, this.#page.beside);
      case 'hard': {
        const { walkthrough } = this.#onboarding.open!;
        return void vscode.commands.executeCommand('leadlight.stepWasHard', { walkthrough, step });
      }
      case 'command':
        return this.#type(step.commands[message.option]);
      case 'answer':
        return this.#choose(step, message.option);
      case 'check':
        this.#say('Checking…');
        return this.#say((await this.#checks.check(this.#onboarding.open!, step)).why);
      case 'task':
        return this.#say(await this.#checks.runTask(this.#onboarding.open!, step));
      case 'reopen':
        return this.#onboarding.mark(step);
      case 'done':
      case 'skip':
        this.#said = { step: step.id, sentence: message.type === 'done' ? 'Done.' : 'Skipped.' };
        return this.#onboarding.mark(step, message.type === 'done' ? 'done' : 'skipped');
    }
  }

  async #show(step: PlayedStep): Promise<void> {
    this.#say((await showAnchor(step, this.#page.beside)) ?? '');
  }

  async #follow(place: LinkPlace): Promise<void> {
    const folder = vscode.Uri.parse(this.#onboarding.open!.walkthrough.folder);
    this.#say((await followLink(folder, place, this.#page.beside)) ?? '');
  }

  async #goTo(walkthrough: string, step: string | undefined): Promise<void> {
    const isThere = await this.#onboarding.start(walkthrough, step);
    if (!isThere) this.#say('That walkthrough is not there.');
    else if (step !== undefined && this.#onboarding.step?.id !== step)
      this.#say('That step is not on your path.');
  }

  async #type(command: string | undefined): Promise<void> {
    if (command === undefined || !vscode.workspace.isTrusted) return;
    const folder = vscode.Uri.parse(this.#onboarding.open!.walkthrough.folder);
    try {
      this.#isUnwatched = !(await typeCommand(command, folder));
      this.#say('The command stands in the terminal. Press Enter there to run it.');
    } catch {
      this.#isUnwatched = true;
      this.#say('There is no terminal here to type into.');
    }
  }

  async #choose(step: PlayedStep, option: number): Promise<void> {
    if (step.check.kind !== 'question' || step.check.options[option] === undefined) return;
    if (option === step.check.answer) {
      await this.#onboarding.mark(step, 'done');
      return this.#say(`Right. ${step.check.because ?? ''}`);
    }
    const before = this.#wrong.step === step.id ? this.#wrong.options : [];
    this.#wrong = { step: step.id, options: [...before, option] };
    this.#say('Not this one. Try another.');
  }

  #tellKeys(): void {
    if (this.#isPreview) return;
    const shown = vscode.window.activeTextEditor?.document.uri.toString();
    const { open, step } = this.#onboarding;
    const isCode = step?.anchor.uri !== undefined && vscode.Uri.parse(step.anchor.uri).toString() === shown;
    const isOpen = open !== undefined;
    setWalkthroughKeys({ isOpen, isShown: isOpen && (this.#page.isActive || isCode) });
  }
}

/** Whether a tab shows the page. */
export function isPage(tab: vscode.Tab | undefined): boolean {
  return tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith(viewType);
}

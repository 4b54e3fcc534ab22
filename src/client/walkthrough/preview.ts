import * as vscode from 'vscode';
import type { WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import type { AskTool } from '../../core/walkthrough/toolAnswer';
import type { ServerLink } from '../link/serverLink';
import { say } from '../notice';
import type { PersonalState } from '../state/personalState';
import { ProgressStore } from '../state/progressStore';
import { StepChecks } from './checks/stepChecks';
import { Onboarding } from './onboarding';
import { Player } from './player';

export interface PreviewOptions {
  readonly link: ServerLink;
  readonly personal: PersonalState;
  /** `undefined` where no program can run. */
  readonly askTool: AskTool | undefined;
  /** Of the extension. */
  readonly extension: vscode.Uri;
}

interface PreviewParts {
  readonly onboarding: Onboarding;
  readonly player: Player;
  readonly all: vscode.Disposable;
}

/**
 * A walkthrough as others will see it, beside its source: it follows what is typed, and shows the step that the cursor
 * is in. Its progress is its own and is forgotten, so that who writes has still done nothing.
 */
export class Preview implements vscode.Disposable {
  readonly #options: PreviewOptions;
  #parts: PreviewParts | undefined;
  #source: vscode.TextDocument | undefined;

  constructor(options: PreviewOptions) {
    this.#options = options;
  }

  /** Opens the source in the editor beside itself. */
  async open(): Promise<void> {
    const parts = (this.#parts ??= this.#create());
    const editor = vscode.window.activeTextEditor;
    const walkthrough = editor && (await this.#walkthroughAt(editor, parts));
    if (walkthrough === undefined)
      return say('Open a file that holds a walkthrough first: in .leadlight, or a tour of CodeTour.');
    this.#source = editor!.document;
    await parts.player.open(walkthrough.key, { quietly: true, viewColumn: vscode.ViewColumn.Beside });
    await this.#follow(editor, parts);
  }

  dispose(): void {
    this.#parts?.all.dispose();
  }

  /** Nobody pays for it who writes no walkthrough. */
  #create(): PreviewParts {
    const { link, personal, askTool, extension } = this.#options;
    const progress = new ProgressStore(forgetful());
    const onboarding = new Onboarding({ link, personal, progress });
    const checks = new StepChecks({ progress, askTool });
    const player = new Player(extension, { onboarding, checks, isPreview: true });
    const listeners = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(
        ({ textEditor }) => void this.#follow(textEditor, this.#parts!),
      ),
      onboarding.onDidChange(() => void this.#follow(vscode.window.activeTextEditor, this.#parts!)),
    );
    return {
      onboarding,
      player,
      all: vscode.Disposable.from(listeners, player, checks, onboarding, progress),
    };
  }

  /** Shows the step that the cursor is in, of the walkthrough that it is in. */
  async #follow(editor: vscode.TextEditor | undefined, parts: PreviewParts): Promise<void> {
    const { onboarding, player } = parts;
    if (!player.isOpen || editor === undefined || editor.document !== this.#source) return;
    const walkthrough = await this.#walkthroughAt(editor, parts);
    if (walkthrough === undefined || !player.isOpen) return;
    if (walkthrough.key !== onboarding.open?.walkthrough.key) {
      await onboarding.start(walkthrough.key);
      return;
    }
    const { line } = editor.selection.active;
    const { played } = onboarding.open.walkthrough;
    // In front of all steps stands what the page shows above the first.
    const index = Math.max(
      played.findLastIndex(({ source }) => source.range.start.line <= line),
      0,
    );
    if (index !== onboarding.open.current) onboarding.select(index);
  }

  async #walkthroughAt(
    { document, selection }: vscode.TextEditor,
    { onboarding }: PreviewParts,
  ): Promise<WalkthroughSummary | undefined> {
    const own = (await onboarding.walkthroughs()).filter(
      ({ source }) => vscode.Uri.parse(source.uri).toString() === document.uri.toString(),
    );
    return own.findLast(({ source }) => source.range.start.line <= selection.active.line) ?? own[0];
  }
}

/** Keeps nothing past the window. */
function forgetful(): Pick<vscode.Memento, 'get' | 'update'> {
  const kept = new Map<string, unknown>();
  return {
    get: <T>(key: string, otherwise?: T) => (kept.get(key) ?? otherwise) as T,
    update: async (key, value) => void kept.set(key, value),
  };
}

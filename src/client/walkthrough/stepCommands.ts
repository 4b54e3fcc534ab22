import * as vscode from 'vscode';
import { cleanLine } from '../../core/text/markdown';
import type { EditStepsParams } from '../../protocol/walkthroughMessages';
import type { ServerLink } from '../link/serverLink';
import { say } from '../notice';
import type { OnboardingNode } from '../views/onboardingTree';
import { editSource } from './editSource';
import type { Onboarding } from './onboarding';

export interface StepCommandParts {
  readonly link: ServerLink;
  readonly onboarding: Onboarding;
}

const mimeType = 'application/vnd.code.tree.leadlight.onboarding';

/** Changes of steps in the view Onboarding, written into their sources. */
export class StepCommands implements vscode.TreeDragAndDropController<OnboardingNode>, vscode.Disposable {
  readonly dragMimeTypes = [mimeType];
  readonly dropMimeTypes = [mimeType];
  readonly #parts: StepCommandParts;
  readonly #commands: vscode.Disposable;
  #dragged: OnboardingNode | undefined;

  /** `selected` gives the line of the view that a key is about. */
  constructor(parts: StepCommandParts, selected: () => OnboardingNode | undefined) {
    this.#parts = parts;
    const on = (run: (node: OnboardingNode) => Promise<void>) => async (given: unknown) => {
      const node = isNode(given) ? given : selected();
      return node?.step === undefined ? say('Choose a step in the view Onboarding first.') : run(node);
    };
    const { registerCommand } = vscode.commands;
    this.#commands = vscode.Disposable.from(
      registerCommand(
        'leadlight.moveStepUp',
        on((node) => this.#moveBy(node, -1)),
      ),
      registerCommand(
        'leadlight.moveStepDown',
        on((node) => this.#moveBy(node, 1)),
      ),
      registerCommand(
        'leadlight.renameStep',
        on((node) => this.#rename(node)),
      ),
      registerCommand(
        'leadlight.deleteStep',
        on((node) => this.#change(node, { kind: 'delete', step: node.step!.id })),
      ),
    );
  }

  handleDrag([node]: readonly OnboardingNode[], data: vscode.DataTransfer): void {
    this.#dragged = node?.step === undefined || !isOwn(node) ? undefined : node;
    if (this.#dragged !== undefined) data.set(mimeType, new vscode.DataTransferItem(this.#dragged.id));
  }

  async handleDrop(target: OnboardingNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const node = this.#dragged;
    if (target === undefined || node === undefined || data.get(mimeType)?.value !== node.id) return;
    if (target.walkthrough.key !== node.walkthrough.key)
      return say('A step can only be moved within its walkthrough.');
    // On the walkthrough itself it becomes the first.
    const to = target.step === undefined ? 0 : (await this.#stepsOf(node)).indexOf(target.step.id);
    await this.#change(node, { kind: 'move', step: node.step!.id, to });
  }

  dispose(): void {
    this.#commands.dispose();
  }

  async #moveBy(node: OnboardingNode, by: 1 | -1): Promise<void> {
    const steps = await this.#stepsOf(node);
    const to = steps.indexOf(node.step!.id) + by;
    if (steps[to] === undefined) return;
    await this.#change(node, { kind: 'move', step: node.step!.id, to });
  }

  async #rename(node: OnboardingNode): Promise<void> {
    const title = await vscode.window.showInputBox({
      title: 'Rename Step',
      value: node.step!.title,
      validateInput: (value) => (cleanLine(value) === '' ? 'A step needs a title.' : undefined),
    });
    if (title === undefined || cleanLine(title) === node.step!.title) return;
    await this.#change(node, { kind: 'rename', step: node.step!.id, title });
  }

  async #stepsOf({ walkthrough }: OnboardingNode): Promise<readonly string[]> {
    return (await this.#parts.onboarding.play(walkthrough.key))?.played.map(({ id }) => id) ?? [];
  }

  async #change({ walkthrough }: OnboardingNode, change: EditStepsParams['change']): Promise<void> {
    const source = vscode.Uri.parse(walkthrough.source.uri);
    await editSource({ id: walkthrough.id, source }, change, { link: this.#parts.link, saves: true });
  }
}

/** Whether Leadlight writes the source; what belongs to CodeTour is left to it. */
function isOwn({ walkthrough }: OnboardingNode): boolean {
  return walkthrough.format !== 'codetour';
}

function isNode(given: unknown): given is OnboardingNode {
  return typeof given === 'object' && given !== null && 'walkthrough' in given && 'kind' in given;
}

import * as vscode from 'vscode';
import type { PlayedStep, WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import { say, sayFailed } from '../notice';
import type { Notes } from '../walkthrough/notes';
import type { Onboarding } from '../walkthrough/onboarding';

interface About {
  readonly walkthrough: WalkthroughSummary;
  readonly step: PlayedStep;
}

/** Takes a sentence about a step: that of a line of the view, or the one that is shown. */
export function registerStepWasHard(onboarding: Onboarding, notes: Notes): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.stepWasHard', async (node: unknown, given: unknown) => {
    const about = stepOf(node) ?? shownStep(onboarding);
    if (about === undefined) return say('Open a walkthrough first.');
    const text = typeof given === 'string' ? given : await ask(about.step);
    if (text === undefined || text.trim() === '') return;
    try {
      await notes.write(text.trim(), about);
    } catch (error) {
      return sayFailed(
        `Your note could not be kept: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    const show = 'Show My Notes';
    void vscode.window
      .showInformationMessage('Your note is kept on this machine, and nobody is told.', show)
      .then((chosen) => chosen && vscode.commands.executeCommand('leadlight.showMyNotes'));
  });
}

function stepOf(node: unknown): About | undefined {
  const { walkthrough, step } = (node ?? {}) as Partial<About>;
  return walkthrough && step && { walkthrough, step };
}

function shownStep({ open, step }: Onboarding): About | undefined {
  return open && step && { walkthrough: open.walkthrough, step };
}

function ask({ title }: PlayedStep): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: `This step was hard: ${title}`,
    prompt: 'What was hard? It stays on this machine until you share it.',
    ignoreFocusOut: true,
  });
}

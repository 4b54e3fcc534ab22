import * as vscode from 'vscode';
import type { ServerLink } from '../link/serverLink';
import { addStep } from '../walkthrough/addStep';
import type { Onboarding } from '../walkthrough/onboarding';
import type { Preview } from '../walkthrough/preview';
import type { Recording } from '../walkthrough/recording';
import { recordWalkthrough } from '../walkthrough/recordWalkthrough';

export interface AuthoringParts {
  readonly link: ServerLink;
  readonly onboarding: Onboarding;
  readonly recording: Recording;
  readonly preview: Preview;
}

/** What who writes a walkthrough does from the palette, keys and menus. */
export function registerAuthoringCommands(parts: AuthoringParts): vscode.Disposable {
  const { recording, preview } = parts;
  return vscode.Disposable.from(
    vscode.commands.registerCommand('leadlight.recordWalkthrough', () => recordWalkthrough(parts)),
    vscode.commands.registerCommand('leadlight.addStep', async () => {
      // Who adds a step without having said so begins to record.
      if (recording.source === undefined && !(await recordWalkthrough(parts))) return;
      await addStep(parts);
    }),
    vscode.commands.registerCommand('leadlight.stopRecording', () => recording.stop()),
    vscode.commands.registerCommand('leadlight.previewWalkthrough', () => preview.open()),
  );
}

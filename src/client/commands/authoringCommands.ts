import * as vscode from 'vscode';
import type { ServerLink } from '../link/serverLink';
import { addStep } from '../walkthrough/addStep';
import type { Onboarding } from '../walkthrough/onboarding';
import type { Preview } from '../walkthrough/preview';
import type { Recording } from '../walkthrough/recording';
import { recordWalkthrough } from '../walkthrough/recordWalkthrough';
import { registerExportWalkthrough } from './exportWalkthrough';
import { registerImportTours } from './importTours';

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
    registerExportWalkthrough(parts),
    registerImportTours(parts.link),
    vscode.commands.registerCommand('leadlight.recordWalkthrough', (given: unknown) =>
      recordWalkthrough(parts, given),
    ),
    vscode.commands.registerCommand('leadlight.addStep', async () => {
      // Who adds a step without having said so begins to record.
      if (recording.source === undefined && !(await recordWalkthrough(parts, undefined))) return;
      await addStep(parts);
    }),
    vscode.commands.registerCommand('leadlight.stopRecording', () => recording.stop()),
    vscode.commands.registerCommand('leadlight.previewWalkthrough', () => preview.open()),
  );
}

import * as vscode from 'vscode';
import { beginSource } from '../beginSource';

const path = '.leadlight/guidance.yaml';

/** Begins the guidance of the first folder: opens the file that is there, or the text of one that is not saved yet. */
export function registerCreateFirstPhilosophy(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.createFirstPhilosophy', () => beginSource(path, starter));
}

const starter = `# Guidance of this team, read by Leadlight from ${path}
# Save this file, open one that it governs, and hover over the place that it is about.

philosophies:
  # The id names this entry everywhere else: keep it when you change the words.
  - id: errors-carry-context
    title: Errors carry context
    # The reason comes first: it is what somebody alone with the code needs most.
    why: |
      A bare rethrow loses the operation that failed, and whoever is on call pays for it.
    do: Say what was being attempted, and keep the cause.
    dont: Rethrow a bare error across a layer.
    applies:
      # Where it holds, relative to the folder that holds .leadlight.
      files: ["src/**"]
      # What it is about: a regular expression. Without one, it governs the files as a whole.
      text: 'throw err;'
    # Who to ask.
    owner: "@you"
`;

import * as vscode from 'vscode';
import { beginSource } from '../beginSource';

const path = '.leadlight/review.yaml';

/** Begins a checklist in the first folder: opens the file that is there, or the text of one that is not saved yet. */
export function registerCreateFirstChecklist(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.createFirstChecklist', () => beginSource(path, starter));
}

const starter = `# What this team asks of a change, read by Leadlight from ${path}
# Save this file: the view Review asks what fits the changes of your branch.

checklists:
  # The id names the answers: keep it when you change the words.
  - id: review
    title: Code review
    # author, reviewer, anyone, or team: answered together, and asked by no review.
    for: anyone
    items:
      # Always asked.
      - Is the reason for the change written down where the next person will look?
      # Asked where a source changed, and no test did.
      - ask: Source changed, and no test did. Is that on purpose?
        why: A test says what the change is for, and keeps it so.
        when: { changed: "src/**", without: "**/*.test.*" }
        # What Leadlight sees by itself stands beside your answer, and never in its place.
        auto: attention
`;

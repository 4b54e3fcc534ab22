import * as vscode from 'vscode';
import { beginSource } from '../beginSource';

const path = '.leadlight/walkthroughs.yaml';

/** Begins a walkthrough in the first folder: opens the file that is there, or the text of one that is not saved yet. */
export function registerCreateFirstWalkthrough(): vscode.Disposable {
  return vscode.commands.registerCommand('leadlight.createFirstWalkthrough', () =>
    beginSource(path, starter),
  );
}

const starter = `# How this team welcomes somebody, read by Leadlight from ${path}
# Save this file: the view Onboarding shows it.

walkthroughs:
  # The id and the steps' ids name what people have done: keep them when you change the words.
  - id: first-day
    title: Your first day
    # Opens by itself, once, for who comes here for the first time. Without it, a walkthrough waits to be opened.
    open: first-open
    steps:
      - id: hello
        title: Say hello
        text: Who leads what, and whom to ask.
      - id: tests
        title: Run the tests
        text: One command runs everything.
        # Typed into a terminal on a click; the person presses Enter.
        run: npm test
        done: { command: npm test }
      - id: readme
        title: Read the map
        at: { file: README.md }
        done: { opened: true }
`;

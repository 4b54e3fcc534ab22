import * as vscode from 'vscode';

const integrationMs = 4_000;
const name = 'Leadlight';

/**
 * Types a command line into a terminal, without running it: a person presses Enter. Resolves to whether the editor
 * will tell how the command ended.
 *
 * @throws where no text may be typed: the workspace is not trusted, or the text is not one line
 */
export async function typeCommand(command: string, folder: vscode.Uri): Promise<boolean> {
  if (!vscode.workspace.isTrusted) throw new Error('This workspace is not trusted.');
  if (/\p{Cc}/u.test(command)) throw new Error('This is not one command line.');
  const ours = vscode.window.terminals.find((each) => each.name === name && each.exitStatus === undefined);
  const terminal = ours ?? vscode.window.createTerminal({ name, cwd: folder });
  terminal.show();
  const isWatched = await hasIntegration(terminal);
  terminal.sendText(command, false);
  return isWatched;
}

/** A browser without a machine behind it has none. */
export function hasTerminals(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Desktop || vscode.env.remoteName !== undefined;
}

/** The shell says so once it has started; some never do. */
async function hasIntegration(terminal: vscode.Terminal): Promise<boolean> {
  if (terminal.shellIntegration !== undefined) return true;
  return new Promise((done) => {
    const finish = (isThere: boolean) => {
      clearTimeout(timer);
      listener.dispose();
      done(isThere);
    };
    const timer = setTimeout(() => finish(false), integrationMs);
    const listener = vscode.window.onDidChangeTerminalShellIntegration((event) => {
      if (event.terminal === terminal) finish(true);
    });
  });
}

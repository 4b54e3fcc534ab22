import * as vscode from 'vscode';

const patienceMs = 1_000;

/** Does something that may take long: after a second it says so, and how to stop it. */
export async function withPatience<T>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const stop = new vscode.CancellationTokenSource();
  const done = work(stop.token);
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, cancellable: true, title },
      async (_progress, token) => {
        token.onCancellationRequested(() => stop.cancel());
        // Whoever called hears of a failure.
        await done.catch(() => undefined);
      },
    );
  }, patienceMs);
  try {
    return await done;
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}

/** Waits for work, and for what there is to do where `token` says meanwhile that nobody wants it any more. */
export async function unlessStopped(
  work: Promise<void>,
  token: vscode.CancellationToken | undefined,
  onStop: () => Promise<void>,
): Promise<void> {
  let stopping: Promise<void> | undefined;
  const listener = token?.onCancellationRequested(() => (stopping = onStop()));
  try {
    await work;
  } finally {
    listener?.dispose();
  }
  await stopping;
}

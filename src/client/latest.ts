import * as vscode from 'vscode';

/** Tokens for work of which only the latest is wanted: taking one cancels the one before. */
export class Latest implements vscode.Disposable {
  #current: vscode.CancellationTokenSource | undefined;

  next(): vscode.CancellationToken {
    this.dispose();
    this.#current = new vscode.CancellationTokenSource();
    return this.#current.token;
  }

  dispose(): void {
    this.#current?.cancel();
    this.#current?.dispose();
    this.#current = undefined;
  }
}

import * as vscode from 'vscode';
import type { Concern } from '../../core/review/answer';

/** One of the comments of a thread, as the editor shows it: Markdown that runs nothing. */
export class ConcernComment implements vscode.Comment {
  readonly said: Concern['comments'][number];
  /** The editor puts here what is typed while the comment is edited. */
  body: vscode.MarkdownString;
  mode: vscode.CommentMode;
  readonly contextValue = 'own';
  readonly author = { name: 'You' };
  readonly timestamp: Date;

  constructor(said: Concern['comments'][number], mode = vscode.CommentMode.Preview) {
    this.said = said;
    this.body = new vscode.MarkdownString(said.text);
    this.mode = mode;
    this.timestamp = new Date(said.at);
  }
}

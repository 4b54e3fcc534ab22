import * as vscode from 'vscode';
import type { ReviewResult } from '../core/review/reviewItem';
import type { BaseTextParams } from '../protocol/reviewMessages';
import type { ServerLink } from './link/serverLink';
import { neverCancelled } from './neverCancelled';

const scheme = 'leadlight-base';

/** Serves the old texts of changed files, for the left side of a diff; what was not there is empty. */
export function registerBaseTexts(link: Pick<ServerLink, 'baseText'>): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ query }) =>
      (await link.baseText(JSON.parse(query) as BaseTextParams, neverCancelled())) ?? '',
  });
}

/** The old text of a file of a review, under a path that tells its name and its language. */
export function baseUri(
  { folder, base, baseCommit }: Pick<ReviewResult, 'folder' | 'base' | 'baseCommit'>,
  path: string,
): vscode.Uri {
  const params: BaseTextParams = { folder, path, ...(base !== undefined && { base }) };
  return vscode.Uri.joinPath(vscode.Uri.parse(folder), path).with({
    scheme,
    authority: '',
    query: JSON.stringify(params),
    // Another address, and so another text, once the base has moved.
    fragment: baseCommit ?? '',
  });
}

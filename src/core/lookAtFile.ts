import type { TextDocument } from 'vscode-languageserver-textdocument';
import { storedText } from './currentText';
import type { Present } from './guidance/exportPlan';
import { limits } from './guidance/limits';
import type { Host } from './host';
import { relativePath } from './text/links';
import { uriAt } from './text/uriAt';

export interface LookOptions {
  readonly host: Host;
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  /** The document that an editor holds. */
  open(uri: string): TextDocument | undefined;
}

/** What lies at a path of the workspace folder: what an editor holds, or else what is on disk. */
export async function lookAtFile(path: string, { host, root, open }: LookOptions): Promise<Present> {
  const uriOf = (inside: string) => uriAt(root, inside);
  if (await isBehindLink(path, { host, root, uriOf })) return 'linked';
  const document = open(uriOf(path));
  if (document !== undefined) return { text: document.getText() };
  return storedText(uriOf(path), host, limits.guidanceFileBytes);
}

interface LinkOptions extends Pick<LookOptions, 'host' | 'root'> {
  uriOf(path: string): string;
}

/** Whether the file or a folder on the way to it is a link. */
async function isBehindLink(path: string, { host, root, uriOf }: LinkOptions): Promise<boolean> {
  const names = path.split('/');
  const ways = names.map((_, index) => names.slice(0, index + 1).join('/'));
  // The workspace folder may be behind a link, too.
  const realRoot = `${(await host.realUri(root.slice(0, -1))).replace(/\/$/, '')}/`;
  const real = await Promise.all(ways.map((way) => host.realUri(uriOf(way))));
  return real.some((uri, index) => {
    const found = relativePath(uri, realRoot) ?? relativePath(uri, root);
    return found?.replace(/\/$/, '') !== ways[index];
  });
}

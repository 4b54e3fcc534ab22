import { URI, Utils } from 'vscode-uri';

/** The URI of a path in a folder; the folder's own where the path is empty. */
export function uriAt(folder: string, path: string): string {
  return path === '' ? folder : Utils.joinPath(URI.parse(folder), path).toString();
}

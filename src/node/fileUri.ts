import { fileURLToPath } from 'node:url';

/** The URI of an absolute path, encoded as VS Code encodes its own, so that the two can be compared as text. */
export function fileUri(path: string): string {
  const slashed = path.replaceAll('\\', process.platform === 'win32' ? '/' : '\\');
  // A share: `\\server\share`.
  const [, host, rest] = /^\/\/([^/]+)(\/.*)?$/su.exec(slashed) ?? [];
  if (host !== undefined) return `file://${host.toLowerCase()}${encodePath(rest ?? '/')}`;
  const drive = /^([a-z]):/iu.exec(slashed)?.[1];
  if (drive === undefined) return `file://${encodePath(slashed)}`;
  return `file:///${drive.toLowerCase()}%3A${encodePath(slashed.slice(2))}`;
}

/** The path of a `file:` URI; `undefined` for what is no path here: another scheme, another machine, an encoded slash or a NUL. */
export function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

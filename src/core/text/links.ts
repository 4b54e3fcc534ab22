import { URI, Utils } from 'vscode-uri';

/** As much as the most careful browsers accept. */
const maxLength = 2_000;

/** Web addresses that guidance may link to; everything else with a scheme is shown as text. */
const webSchemes = /^(https?|mailto):/i;

export interface LinkBase {
  /** Folder URI that relative links start at, ending in `/`. */
  readonly linkBase: string;
  /** Folder URI that no link may leave, ending in `/`. */
  readonly root: string;
}

/**
 * Where a link of guidance leads: a web address as it is, a workspace path as a URI (a fragment such as
 * `#L10-L42` is kept), or `undefined` for anything else: other schemes, and paths that leave the workspace.
 */
export function resolveLink(target: string, { linkBase, root }: LinkBase): string | undefined {
  if (target.length > maxLength || !isPlain(target)) return undefined;
  if (webSchemes.test(target)) return target;
  const [written = '', fragment] = target.split('#', 2);
  // What counts is where it leads once every reader has decoded it.
  const path = decode(written);
  if (path === '' || path.startsWith('//') || path.includes('\\') || !isPlain(path)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const uri = Utils.resolvePath(URI.parse(linkBase), path.replace(/^\/+/, ''));
  if (!isInside(uri.toString(), root)) return undefined;
  return (fragment === undefined ? uri : uri.with({ fragment })).toString();
}

/** Whether a link shows all that it is: no line ends, no controls, no marks of direction, no half characters. */
function isPlain(target: string): boolean {
  return !/[^\S ]|\p{Cc}|\p{Cf}|\p{Surrogate}/u.test(target);
}

/** Whether `uri` is the folder `root` (ending in `/`) or inside it. */
export function isInside(uri: string, root: string): boolean {
  return uri === root.slice(0, -1) || uri.startsWith(root);
}

/** The path of `uri` relative to the folder `root` (ending in `/`), decoded; `undefined` where it is not inside. */
export function relativePath(uri: string, root: string): string | undefined {
  return uri.startsWith(root) ? URI.parse(uri).path.slice(URI.parse(root).path.length) : undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

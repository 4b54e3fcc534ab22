import type { Host } from '../host';
import { relativePath } from '../text/links';
import { type FormatFile, formatFiles } from './formats';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';
import type { WorkspaceFiles } from './workspaceFiles';
import { uriAt } from '../text/uriAt';

/** Instructions that are links to other files of the workspace, such as a `CLAUDE.md` that leads to `AGENTS.md`. */
export interface LinkedFiles {
  readonly files: readonly (FormatFile & { readonly target: string })[];
  /** Links that lead out of the workspace folder. */
  readonly outside: readonly FormatFile[];
}

export const noLinks: LinkedFiles = { files: [], outside: [] };

/** Only what is among the files of the workspace folder itself is read through a link. */
export async function linkedFiles(
  host: Host,
  root: string,
  { files, links }: Pick<WorkspaceFiles, 'files' | 'links'>,
): Promise<LinkedFiles> {
  const candidates = formatFiles(links).filter(({ format }) => format.group === 'instructions');
  if (candidates.length === 0) return noLinks;
  const known = new Set(files);
  // The workspace folder may be behind a link, too.
  const realRoot = `${(await host.realUri(root.slice(0, -1))).replace(/\/$/, '')}/`;
  const found = await Promise.all(
    candidates.map(async (file) => {
      const uri = uriAt(root, file.path);
      const real = await host.realUri(uri);
      const target = relativePath(real, realRoot) ?? relativePath(real, root);
      return { file, target };
    }),
  );
  return {
    files: found.flatMap(({ file, target }) =>
      target !== undefined && known.has(target) ? [{ ...file, target }] : [],
    ),
    outside: found.flatMap(({ file, target }) => (target === undefined ? [file] : [])),
  };
}

/** The problem of a link that is not followed. */
export function leadsOut(uri: string): Problem {
  const start = { line: 0, character: 0 };
  return {
    code: 'link-not-followed',
    severity: problemCodes['link-not-followed'].severity,
    message: 'This link leads out of the workspace folder, so these instructions are not read.',
    uri,
    range: { start, end: start },
  };
}

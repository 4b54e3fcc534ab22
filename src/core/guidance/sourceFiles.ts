/** Which files are sources, by their path in the workspace folder. */

const guidanceFile = /^((?:.*?\/)?)\.leadlight\/(.+)$/;

/** The folder that a guidance file speaks for (empty, or ending in `/`), or `undefined` for any other file. */
export function guidanceFolderOf(path: string): string | undefined {
  return guidanceFile.exec(path)?.[1];
}

/** How a file is read. */
export type SourceReader = 'yaml' | 'markdown' | 'walkthrough' | 'tour' | 'codeowners';

/** How a file of `.leadlight/` is read: `yaml` and `md`, but no `README.md`; `undefined` for any other file. */
export function readerOf(path: string): SourceReader | undefined {
  const inside = guidanceFile.exec(path)?.[2];
  if (inside === undefined) return undefined;
  if (/\.ya?ml$/i.test(inside)) return 'yaml';
  if (!/\.md$/i.test(inside) || /(?:^|\/)readme\.md$/i.test(inside)) return undefined;
  return /^walkthroughs\/[^/]+$/i.test(inside) ? 'walkthrough' : 'markdown';
}

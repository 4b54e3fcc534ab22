/** Which files are sources, by their path in the workspace folder. */

const guidanceFile = /^((?:.*?\/)?)\.leadlight\/(.+)$/;

/** The folder that a guidance file speaks for (empty, or ending in `/`), or `undefined` for any other file. */
export function guidanceFolderOf(path: string): string | undefined {
  return guidanceFile.exec(path)?.[1];
}

/** Whether a file of `.leadlight/` is read: `yaml` and `md`, but no `README.md` and no Markdown walkthrough. */
export function isSourceFile(path: string): boolean {
  const inside = guidanceFile.exec(path)?.[2];
  if (inside === undefined) return false;
  if (/\.ya?ml$/i.test(inside)) return true;
  return (
    /\.md$/i.test(inside) && !/(?:^|\/)readme\.md$/i.test(inside) && !/^walkthroughs\/[^/]+$/i.test(inside)
  );
}

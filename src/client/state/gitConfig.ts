/**
 * The address of `origin` in the text of a `.git/config`; `undefined` where there is none.
 * The format is git-config's: section names and keys ignore case, a subsection's name does not.
 */
export function originUrl(config: string): string | undefined {
  let inOrigin = false;
  for (const line of config.split(/\r?\n/)) {
    const section = /^\s*\[\s*([^\s"\]]+)\s*(?:"([^"]*)")?\s*\]/.exec(line);
    if (section) inOrigin = section[1]?.toLowerCase() === 'remote' && section[2] === 'origin';
    const value = inOrigin ? /^\s*url\s*=(.*)$/i.exec(line)?.[1] : undefined;
    // There may be several: git fetches from the first.
    if (value !== undefined) return unquote(value) || undefined;
  }
  return undefined;
}

/** Where a `.git` file leads, as of worktrees and submodules: `gitdir: ../.git/worktrees/fix`. */
export function gitFolder(gitFile: string): string | undefined {
  const line = gitFile.split(/\r?\n/).find((text) => text.startsWith('gitdir:'));
  return line?.slice('gitdir:'.length).trim() || undefined;
}

/** The branch that the text of `.git/HEAD` names; `undefined` where it names a commit. */
export function branchIn(head: string): string | undefined {
  return /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1]?.trim();
}

/** The branch that the text of `head-name` names, in which git keeps which one it rebases; `undefined` for none. */
export function rebasedBranchIn(headName: string): string | undefined {
  return /^refs\/heads\/([^\r\n]+)/.exec(headName)?.[1]?.trim();
}

/** A value without its quotes and without the comment behind it. */
function unquote(value: string): string {
  const parts = value.matchAll(/"((?:[^"\\]|\\.)*)"|([#;].*)|([^"#;]+)/g);
  let result = '';
  for (const [, quoted, comment, plain] of parts) {
    if (comment !== undefined) break;
    result += quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1');
  }
  return result.trim();
}

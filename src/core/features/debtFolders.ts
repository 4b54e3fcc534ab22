import { cleanLine } from '../text/markdown';
import type { DebtNode } from './debt';
import type { SelectedFile } from './debtFilter';

type GroupNode = Extract<DebtNode, { kind: 'group' }>;

/**
 * What is directly inside a folder: its folders and files with markers, by how many. A folder that holds nothing but
 * one other folder is one with it. Without `inside`, what is at the top: of several workspace folders, these.
 */
export function folderNodes(
  files: readonly Pick<SelectedFile, 'uri' | 'shown' | 'overdue'>[],
  { inside, roots }: { readonly inside: string | undefined; readonly roots: readonly string[] },
): readonly GroupNode[] {
  if (inside !== undefined) return childNodes(files, inside);
  const used = roots.filter((root) => files.some(({ uri }) => uri.startsWith(root)));
  if (used.length === 1) return childNodes(files, used[0]!);
  return used.map((root) => {
    const child = { folder: root, count: 0, overdue: 0 };
    for (const { uri, shown, overdue } of files) {
      if (!uri.startsWith(root)) continue;
      child.count += shown;
      child.overdue += overdue;
    }
    return nodeOf(child, root.slice(0, root.lastIndexOf('/', root.length - 2) + 1));
  });
}

interface Child {
  /** URI; of a folder, of the innermost one that holds all its markers, ending in `/`. */
  folder: string;
  count: number;
  overdue: number;
}

function childNodes(
  files: readonly Pick<SelectedFile, 'uri' | 'shown' | 'overdue'>[],
  inside: string,
): readonly GroupNode[] {
  const children = new Map<string, Child>();
  for (const { uri, shown, overdue } of files) {
    if (!uri.startsWith(inside)) continue;
    const slash = uri.indexOf('/', inside.length);
    const name = slash === -1 ? uri : uri.slice(0, slash + 1);
    let child = children.get(name);
    if (child === undefined) {
      const folder = slash === -1 ? uri : folderOf(uri);
      children.set(name, (child = { folder, count: 0, overdue: 0 }));
    }
    while (!uri.startsWith(child.folder)) child.folder = folderOf(child.folder.slice(0, -1));
    child.count += shown;
    child.overdue += overdue;
  }
  return [...children.values()]
    .map((child) => nodeOf(child, inside))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

function nodeOf({ folder, count, overdue }: Child, inside: string): GroupNode {
  const label = cleanLine(decodeURIComponent(folder.slice(inside.length).replace(/\/$/, '')));
  return { kind: 'group', id: folder, label, count, overdue, uri: folder };
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

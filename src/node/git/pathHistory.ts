import type { FileInQuery } from '../../core/git';
import { readBlobsOf } from './blobs';
import type { Repository } from './repository';

/** See `Git.fileIn`. */
export async function fileIn(
  repository: Repository,
  { commit, path, maxBytes }: FileInQuery,
): Promise<Uint8Array | undefined> {
  if (!/^[0-9a-f]{40,64}$/u.test(commit) || !isAsked(path)) return undefined;
  const listed = await repository.read({ args: ['ls-tree', '-z', commit, '--', path] });
  const id = /^100\d{3} blob ([0-9a-f]+)\t/u.exec(listed?.toString() ?? '')?.[1];
  if (id === undefined) return undefined;
  for await (const { bytes } of readBlobsOf(repository, [id], maxBytes)) return bytes;
  return undefined;
}

/** A file that was renamed more often is told to be gone. */
const mostRenames = 8;

/** See `Git.renamed`. */
export async function renamedIn(repository: Repository, path: string): Promise<string | undefined> {
  let name = path;
  for (let hop = 0; hop < mostRenames && isAsked(name); hop += 1) {
    const next = await renamedOnce(repository, name);
    if (next === undefined) return undefined;
    const there = await repository.read({ args: ['ls-tree', '-z', 'HEAD', '--', next] });
    if (there === undefined) return undefined;
    if (there.length > 0) return next;
    name = next;
  }
  return undefined;
}

/** The name that a file got in the commit that took it away last. */
async function renamedOnce(repository: Repository, path: string): Promise<string | undefined> {
  const log = ['log', '-1', '--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-renames'];
  const gone = await repository.read({
    args: [...log, '--diff-filter=D', '--format=%H', 'HEAD', '--', path],
  });
  const commit = /^[0-9a-f]{40,64}$/mu.exec(gone?.toString() ?? '')?.[0];
  if (commit === undefined) return undefined;
  const args = ['diff-tree', '-r', '-z', '-M', '--no-ext-diff', '--no-textconv', '--no-commit-id'];
  const changes = await repository.read({
    args: [...args, '--relative', '--name-status', '--diff-filter=R', commit, '--'],
  });
  const fields = changes?.toString().split('\0') ?? [];
  for (let at = 0; at + 2 < fields.length; at += 3) if (fields[at + 1] === path) return fields[at + 2];
  return undefined;
}

function isAsked(path: string): boolean {
  return path !== '' && !path.includes('\0') && !path.split('/').includes('..');
}

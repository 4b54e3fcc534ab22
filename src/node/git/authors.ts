import type { Author, FolderAuthors } from '../../core/git';
import { eachPiece } from './eachPiece';
import type { Repository } from './repository';

/** Of a repository with more folders, the rest is left out. */
const mostFolders = 2_000;

/** See `Git.authors`. */
export async function authorsIn(
  repository: Repository,
  commits: number,
): Promise<readonly FolderAuthors[] | undefined> {
  const counted = new Map<string, Map<string, Author>>();
  let author = { name: '', email: '' };
  /** The folders that this commit has touched already. */
  let seen = new Set<string>();
  const take = (piece: string) => {
    const line = piece.replace(/^\n/u, '');
    if (line.startsWith('\x01')) {
      const [name = '', email = ''] = line.slice(1).split('\x02');
      author = { name, email };
      seen = new Set();
      return;
    }
    for (const path of foldersOf(line)) {
      if (seen.has(path) || (!counted.has(path) && counted.size >= mostFolders)) continue;
      seen.add(path);
      count(counted, path, author);
    }
  };
  const log = ['log', '-z', `--max-count=${commits}`, '--format=%x01%an%x02%ae', '--name-only'];
  const plain = ['--no-merges', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-show-signature'];
  const output = repository.start({ args: [...log, ...plain, '--relative', '--root', 'HEAD', '--'] });
  const end = await eachPiece(output, { separator: '\0', take });
  // A repository without a commit has no authors.
  if (end.code !== 0) return /bad revision/u.test(end.message) ? [] : repository.failed('log', end);
  return [...counted].map(([path, authors]) => ({
    path,
    authors: [...authors.values()].sort((a, b) => b.commits - a.commits),
  }));
}

/** The folders of the first two levels that a file is in, and the folder that was asked about. */
function foldersOf(path: string): readonly string[] {
  if (path === '') return [];
  const [first, second] = path.split('/').slice(0, -1);
  if (first === undefined) return [''];
  return second === undefined ? ['', first] : ['', first, `${first}/${second}`];
}

function count(
  counted: Map<string, Map<string, Author>>,
  path: string,
  { name, email }: Omit<Author, 'commits'>,
): void {
  const authors = counted.get(path) ?? new Map<string, Author>();
  counted.set(path, authors);
  const key = email.toLowerCase();
  const known = authors.get(key);
  authors.set(
    key,
    known === undefined ? { name, email, commits: 1 } : { ...known, commits: known.commits + 1 },
  );
}

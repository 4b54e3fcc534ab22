import { URI } from 'vscode-uri';
import type { Host } from '../../../src/core/host';
import type { ReviewResult } from '../../../src/core/review/reviewItem';
import { createService } from '../../../src/core/service';
import { createGit } from '../../../src/node/git';
import { createNodeHost } from '../../../src/node/nodeHost';
import { createV8Regex } from '../../../src/node/v8Regex';
import type { Case } from './cases';
import { type Merge, runGit } from './plumbing';

const log = {
  error: (message: string) => console.log(message),
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

/** The guidance file with an item for each case: `truth/case-0`, `truth/case-1`; and with who owns what. */
export function guidanceOf(cases: readonly Case[], areas: readonly object[]): string {
  const items = cases.map(({ when }, index) => ({ id: `case-${index}`, ask: `Case ${index}?`, when }));
  return JSON.stringify({ areas, checklists: [{ id: 'truth', title: 'Truth', items }] });
}

/** On a branch of its name. Tells whether it could be: a clone may lack what is very large. */
export function checkOut(folder: string, commit: string): boolean {
  try {
    runGit(folder, ['checkout', '--quiet', '--force', '-B', `truth/${commit}`, commit]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reviews a merge that was checked out against its first parent, as a person would whose address is the author's. The
 * guidance stands in no commit, and git does not see it.
 */
export async function reviewMerge(
  folder: string,
  { merge, guidance }: { readonly merge: Merge; readonly guidance: string },
): Promise<ReviewResult> {
  runGit(folder, ['config', 'user.email', merge.author]);
  const root = URI.file(folder).toString();
  const host = withFile(createNodeHost({ log }), { folder: root, name: 'truth.yaml', text: guidance });
  const service = createService({ host, engine: createV8Regex() });
  try {
    service.setGit(createGit({ log }));
    await service.setFolders([root]);
    // Few repositories have files of every language.
    const problem = service
      .problems()
      .find(({ uri, code }) => uri.endsWith('/truth.yaml') && code !== 'dead-glob');
    if (problem !== undefined) throw new Error(problem.message);
    const result = await service.review.query({ base: merge.parent, me: [], answers: [] });
    if (result?.base === undefined) throw new Error(result?.withoutDiff ?? 'There is no review.');
    return result;
  } finally {
    service.dispose();
    runGit(folder, ['checkout', '--quiet', '--detach']);
    runGit(folder, ['branch', '--quiet', '-D', `truth/${merge.commit}`]);
  }
}

interface AddedFile {
  /** URI. */
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

/** A host that sees one more file in `.leadlight`. */
function withFile(host: Host, { folder, name, text }: AddedFile): Host {
  const guidance = `${folder}/.leadlight`;
  return {
    ...host,
    readFile: async (uri, maxBytes) =>
      uri === `${guidance}/${name}`
        ? { kind: 'bytes', bytes: Buffer.from(text) }
        : host.readFile(uri, maxBytes),
    async readDirectory(uri) {
      const place = uri.replace(/\/$/, '');
      const entries = await host.readDirectory(uri);
      if (place === guidance) return [...entries, { name, kind: 'file' }];
      return place === folder ? [...entries, { name: '.leadlight', kind: 'directory' }] : entries;
    },
  };
}

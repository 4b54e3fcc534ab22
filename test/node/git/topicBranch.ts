import type { TemporaryRepository } from './temporaryRepository';

/** Two files on `main`, and the branch `topic` without a change, which is checked out. */
export async function layTopic(repository: TemporaryRepository): Promise<void> {
  await repository.write('a.txt', 'one\ntwo\nthree\n');
  await repository.write('b.txt', 'one\ntwo\nthree\nfour\nfive\nsix\n');
  repository.commit('2024-01-02');
  repository.run('switch', '--quiet', '-c', 'topic');
}

/** Commits a change, adds a file, writes another change, a new file and an ignored one. */
export async function changeInAllWays(repository: TemporaryRepository): Promise<void> {
  await repository.write('a.txt', 'zero\none\ntwo\nthree\n');
  repository.commit('2024-02-02');
  await repository.write('staged.txt', 'one\ntwo');
  repository.run('add', 'staged.txt');
  await repository.write('b.txt', 'one\nzwei\nfour\nfive\nsix\nseven\n');
  await repository.write('below/new.txt', 'one\n');
  await repository.write('ignored.txt', 'one\n');
  await repository.write('.git/info/exclude', 'ignored.txt');
}

/** Settings that change how a diff looks where a person reads it. */
export function setLooks(repository: TemporaryRepository): void {
  for (const [name, value] of [
    ['diff.noprefix', 'true'],
    ['diff.mnemonicPrefix', 'true'],
    ['diff.context', '5'],
    ['diff.interHunkContext', '5'],
    ['diff.relative', 'true'],
    ['diff.renames', 'false'],
    ['diff.algorithm', 'patience'],
    ['diff.indentHeuristic', 'false'],
    ['diff.suppressBlankEmpty', 'true'],
    ['diff.submodule', 'log'],
    ['diff.ignoreSubmodules', 'all'],
    ['diff.wordRegex', '.'],
    ['diff.colorMoved', 'zebra'],
    ['color.ui', 'always'],
    ['log.showSignature', 'true'],
    ['format.pretty', 'oneline'],
  ] as const)
    repository.run('config', name, value);
}

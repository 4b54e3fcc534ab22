import type { Glob } from '../../text/globs';
import type { DiffFile } from '../diff';
import type { Evidence } from '../verdict';
import { changedParts, type KeyedText, readKeyed } from './keyedText';
import { type Outcome, outcome } from './outcome';
import { quoted } from './quoted';
import { allFound, byFile, pathsIn, pathsOf, type View } from './view';

/** A part of files in JSON or YAML. */
export interface KeyedPart {
  /** As it was written: `package.json#/dependencies`. */
  readonly source: string;
  readonly files: Glob;
  /** The steps of the pointer after `#`; none: the whole. */
  readonly pointer: readonly string[];
}

/** Reads the pointer of RFC 6901 after `#`; `undefined` where it is none. */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** One of these parts has another value than before, whatever files were chosen. */
export function key(parts: readonly KeyedPart[]): (view: View) => Promise<Outcome> {
  const what = quoted(parts.map(({ source }) => source));
  const pointersIn = byFile((file, { folder }) => {
    const paths = pathsIn(file, folder);
    return parts
      .filter(({ files }) => paths.some((path) => files.matches(path)))
      .map(({ pointer }) => pointer);
  });
  const known = new WeakMap<DiffFile, readonly Evidence[]>();
  /** Where a file changed; `undefined` where that cannot be told. */
  const find = async (file: DiffFile, view: View): Promise<readonly Evidence[] | undefined> => {
    const [old, now] = await textsOf(file, view);
    if (old === undefined || now === undefined) return undefined;
    const found = pointersIn(file, view).flatMap((pointer) =>
      changedParts(old, now, pointer).map((range) => ({ path: file.path, ...(range && { range }) })),
    );
    known.set(file, found);
    return found;
  };
  return async (view) => {
    const files = view.files.filter((file) => pointersIn(file, view).length > 0);
    const found = await allFound(files.map((file) => known.get(file) ?? find(file, view)));
    const evidence = found.flatMap((each) => each ?? []);
    const changed = files.filter((_, index) => (found[index] ?? []).length > 0);
    if (changed.length > 0) return outcome(true, `${what} changed`, { evidence, scope: pathsOf(changed) });
    const unread = files.filter((_, index) => found[index] === undefined);
    if (unread.length === 0) return outcome(false, `${what} did not change`);
    const clause = `it could not be told whether ${what} changed, because ${quoted(pathsOf(unread))} could not be read as JSON or YAML`;
    return outcome(undefined, clause, { scope: pathsOf(unread) });
  };
}

/** A file before and now, as values; empty where there was none. */
async function textsOf(
  file: DiffFile,
  { facts }: View,
): Promise<readonly [old: KeyedText | undefined, now: KeyedText | undefined]> {
  if (file.kind !== 'text') return [undefined, undefined];
  const [old, now] = await Promise.all([
    file.status === 'added' ? '' : facts.oldText(file),
    file.status === 'deleted' ? '' : facts.newText(file),
  ]);
  const read = (text: string | undefined, path: string) =>
    text === undefined ? undefined : readKeyed(text, path);
  return [read(old, file.oldPath ?? file.path), read(now, file.path)];
}

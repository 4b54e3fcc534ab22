import { literalGlob } from '../text/globs';

/** Files like this one, wherever they are: those with its ending, or else its name. */
export function languageGlob(path: string): string {
  return `**/${filesLike(path)}`;
}

/** Files like this one in its folder and below; in the folder of the guidance itself, those beside it. */
export function folderGlob(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return folder === '' ? filesLike(path) : `${literalGlob(folder)}${languageGlob(path)}`;
}

function filesLike(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ending = /.(\.[^.]+)$/.exec(name)?.[1];
  return ending === undefined ? literalGlob(name) : `*${literalGlob(ending)}`;
}

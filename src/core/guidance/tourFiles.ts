import { hash } from '../text/hash';
import { slug } from '../text/slug';
import { limits } from './limits';

/** Where CodeTour's recorder puts tours and its player looks for them; here in every folder, not only the root. */
const tourFile =
  /^((?:.*?\/)??)((?:\.tours|\.vscode\/tours|\.github\/tours)\/.+\.(?:tour|json)|\.tour|main\.tour|\.vscode\/main\.tour|\.vscode\/tour\.json)$/;

/** The folder that a tour's paths start from (empty, or ending in `/`); `undefined` for any other file. */
export function tourFolderOf(path: string): string | undefined {
  return tourFile.exec(path)?.[1];
}

/** The id of a tour, which has none of its own: its path in that folder, so that another title keeps what is done. */
export function tourId(path: string): string {
  const id = slug(path.replace(/(?<=[^/])\.tour$/, ''));
  return id.length < limits.idLength ? id : `${id.slice(0, 48)}-${hash(path)}`;
}

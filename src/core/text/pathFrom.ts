import { URI } from 'vscode-uri';

/** A path that leads from a folder (a URI that ends in `/`) to a file. */
export function pathFrom(folder: string, uri: string): string {
  const from = URI.parse(folder).path.split('/').slice(0, -1);
  const to = URI.parse(uri).path.split('/');
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

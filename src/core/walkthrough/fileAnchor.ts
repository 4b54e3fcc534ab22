import { URI, Utils } from 'vscode-uri';
import type { Step } from '../guidance/model';
import type { Host } from '../host';
import { relativePath } from '../text/links';
import type { ResolvedAnchor } from './resolvedAnchor';
import { insidePath } from './stepCheck';
import type { ListedWalkthrough } from './summaries';

/** The file or directory that a step names, whole. */
export async function fileAnchor(
  { at }: Step,
  { host, listed: { walkthrough, guidance } }: { readonly host: Host; readonly listed: ListedWalkthrough },
): Promise<ResolvedAnchor> {
  if (at?.view !== undefined) return { state: 'none', view: at.view };
  const written = at?.file ?? at?.directory;
  if (written === undefined) return { state: 'none' };
  const inside = insidePath(written);
  if (inside === undefined) return { state: 'missing', message: `${written} is not in this folder.` };
  const uri = Utils.joinPath(URI.parse(walkthrough.folder), inside).toString();
  const place = { path: relativePath(uri, guidance.root)!, uri };
  const isThere =
    at?.file === undefined
      ? (await host.readDirectory(uri)).length > 0
      : (await host.readFile(uri, 0)) !== undefined;
  return isThere
    ? { state: 'found', ...place }
    : { state: 'missing', ...place, message: `There is no ${place.path} any more.` };
}

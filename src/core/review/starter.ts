import { URI, Utils } from 'vscode-uri';
import { formats } from '../guidance/formats';
import { assembleGuidance, type Guidance } from '../guidance/guidance';
import { SourceCache, type SourceFile } from '../guidance/sourceCache';
import type { Host } from '../host';

/** By name, since an extension that is served over the web cannot list its own files. */
export const starterFiles = [
  'release.yaml',
  'feasibility.yaml',
  'estimation.yaml',
  'incident.yaml',
  'culturePulse.yaml',
  'codeReview.yaml',
  'firstDay.yaml',
  'firstWeek.yaml',
] as const;

/**
 * The checklists and walkthroughs that Leadlight brings along, as the guidance of a folder of their own. Never rejects: a file that
 * cannot be read is a problem. `undefined` where nobody told the folder.
 *
 * @param folder URI of `media/starter` where Leadlight is installed
 */
export async function readStarter(host: Host, folder: string | undefined): Promise<Guidance | undefined> {
  if (folder === undefined) return undefined;
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  const files = starterFiles.map((name): SourceFile => ({
    uri: Utils.joinPath(URI.parse(root), '.leadlight', name).toString(),
    folder: root,
    linkBase: root,
    format: formats.leadlight,
  }));
  // Nothing in them is a pattern that would need a faster engine.
  const sources = await new SourceCache({ host }).read(files);
  return assembleGuidance(
    root,
    sources.map((source) => ({ source, rank: 0 })),
  );
}

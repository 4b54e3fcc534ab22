import { join } from 'node:path';
import type { DebtMarker } from '../core/features/debt';
import { debtMarkers } from '../core/features/debtMarkers';
import { byPlace } from '../core/features/debtNodes';
import type { Guidance } from '../core/guidance/guidance';
import type { Host } from '../core/host';
import { type FolderPolicies, folderPolicies } from '../core/markers/folderPolicies';
import { skipReasons } from '../core/markers/scanFile';
import type { ScannedFile, SkippedFile } from '../core/markers/scanner';
import { dayOf } from '../core/text/day';
import { fileUri } from '../node/fileUri';
import { createMarkerScanner } from '../node/markerScanner';
import { createNodeHost } from '../node/nodeHost';
import { userCacheFolder } from '../node/scanCacheFile';
import { chosenFiles } from './chosenFiles';
import type { CommandInput } from './command';
import { createProgress } from './progress';
import { openWorkspace } from './workspace';

/** The markers of a workspace, or of the files and folders that a call names. */
export interface WorkspaceMarkers {
  /** By path and place, suppressions too. */
  readonly markers: readonly DebtMarker[];
  /** By path. */
  readonly skipped: readonly SkippedFile[];
  readonly policies: FolderPolicies;
  readonly guidance: Guidance;
  readonly host: Host;
}

/** Looks for markers on disk. */
export async function workspaceMarkers({
  workspace,
  positionals,
  options,
  version,
}: CommandInput): Promise<WorkspaceMarkers> {
  const { service, host, path } = await openWorkspace(workspace);
  const guidance = service.guidance()[0]!;
  const files = await chosenFiles({ host, root: path, paths: positionals, listed: service.files()[0]! });
  service.dispose();

  const policies = folderPolicies(guidance);
  const found: ScannedFile[] = [];
  const skipped: SkippedFile[] = files.truncated ? [{ path: '.', reason: skipReasons.tooManyFiles }] : [];
  const progress = createProgress(process.stderr, () => host.now().getTime());
  // What cannot be read is in the answer, so it is not said beside it.
  const quiet = createNodeHost({ log: { ...host.log, warn: () => undefined } });
  const scanner = createMarkerScanner({
    host: quiet,
    worker: join(__dirname, 'markerWorker.js'),
    // A cache keeps what the last scan looked at, and that should be the whole.
    cacheFolder: options['no-cache'] || positionals.length > 0 ? undefined : userCacheFolder(version),
  });
  try {
    await scanner.scan({
      root: guidance.root,
      files: files.paths.map((each) => ({ path: each, tagSet: policies.tagSetOf(each) })),
      tagSets: policies.tagSets,
      onFile: (file) => found.push(file),
      onSkipped: (file) => skipped.push(file),
      onProgress: (done) => progress.show(done, files.paths.length),
    });
  } finally {
    progress.end();
    scanner.dispose();
  }

  const ground = { guidance, policies, today: dayOf(host.now()), isMe: () => false };
  const markers = found.flatMap((file) =>
    debtMarkers(
      { ...file, uri: fileUri(join(path, file.path)), isNew: () => undefined, since: () => undefined },
      ground,
    ),
  );
  return {
    markers: markers.sort(byPlace),
    skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)),
    policies,
    guidance,
    host,
  };
}

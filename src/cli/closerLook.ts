import { lookCloser, needsCloserLook } from '../core/features/closerLook';
import type { DebtMarker } from '../core/features/debt';
import type { Host } from '../core/host';
import type { FolderPolicies } from '../core/markers/folderPolicies';
import { scanLimits } from '../core/markers/scanFile';
import { dayOf } from '../core/text/day';
import { decodeCode, withoutUtf16 } from '../core/text/decode';
import { createGit } from '../node/git';
import { say } from './workspace';
import { grouped } from '../core/text/grouped';

/** The same markers, where those of level `warning` are judged for good: asks git where one may have expired. */
export async function judgedForGood(
  markers: readonly DebtMarker[],
  { host, policies }: { readonly host: Host; readonly policies: FolderPolicies },
): Promise<readonly DebtMarker[]> {
  const suspects = markers.filter((marker) =>
    needsCloserLook(marker, policies.policyOf(marker.path, marker.tag)),
  );
  const git = createGit({ log: host.log });
  const today = dayOf(host.now());
  const doubts = new Set<string>();
  const judged = new Map<DebtMarker, DebtMarker>();
  for (const [uri, inFile] of grouped(suspects, ({ uri }) => [uri])) {
    const policyOf = (tag: string) => policies.policyOf(inFile[0]!.path, tag);
    const blame = await git.blame(uri, await textOf(uri, host));
    if (blame?.partial !== undefined) doubts.add(blame.partial);
    const closer = lookCloser(inFile, { blame, today, policyOf });
    for (const [at, marker] of inFile.entries()) judged.set(marker, closer[at]!);
  }
  for (const doubt of doubts) say(doubt);
  return markers.map((marker) => judged.get(marker) ?? marker);
}

/** Empty where the file went away since it was scanned. */
async function textOf(uri: string, host: Host): Promise<string> {
  const content = await host.readFile(uri, scanLimits.fileBytes);
  return content?.kind === 'bytes' ? decodeCode(withoutUtf16(content.bytes)) : '';
}

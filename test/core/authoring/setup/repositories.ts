import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from '../../../../src/core/authoring/setUp';
import { type SetUpFile, type SetUpFound, setUpParts } from '../../../../src/core/authoring/setup/found';
import type { FolderAuthors } from '../../../../src/core/git';
import { createService, type Service } from '../../../../src/core/service';
import { root } from '../../../house/repository';
import { createMemoryGit } from '../../memoryGit';
import { type MemoryHost, memoryHost, rootUri } from '../../memoryHost';

const starter = 'file:///media/starter';

export interface Repository {
  readonly host: MemoryHost;
  readonly service: Service;
  readonly found: SetUpFound;
  /** Writes files, as a person does who says so, and waits until they count. */
  write(files: readonly SetUpFile[]): Promise<void>;
  lookAgain(): Promise<SetUpFound>;
}

/** A service over a repository in memory (see `memoryHost`), with what Leadlight brings along, and what was found there. */
export async function lookAt(fixture: string, authors?: readonly FolderAuthors[]): Promise<Repository> {
  const host = memoryHost(fixture);
  for (const folder of ['.leadlight', 'philosophies'])
    for (const name of readdirSync(join(root, 'media/starter', folder)))
      host.write(`${starter}/${folder}/${name}`, readFileSync(join(root, 'media/starter', folder, name)));
  const service = createService({ host, starter: () => starter });
  if (authors !== undefined) service.setGit({ ...createMemoryGit(), authors: async () => authors });
  await service.setFolders([rootUri]);
  const lookAgain = async () => (await service.authoring.lookAround(rootUri))!;
  return {
    host,
    service,
    found: await lookAgain(),
    lookAgain,
    async write(files) {
      for (const { path, text } of files) host.write(`${rootUri}${path}`, text);
      await service.filesChanged(files.map(({ path }) => ({ uri: `${rootUri}${path}`, kind: 'created' })));
      await service.settled();
    },
  };
}

/** All that can be written of what was found. */
export function everything(found: SetUpFound): readonly SetUpFile[] {
  const philosophies = found.groups.flatMap((group) => group.philosophies.map(({ id }) => id));
  return setUp(found, { parts: setUpParts, philosophies });
}

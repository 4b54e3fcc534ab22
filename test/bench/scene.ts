import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { largeProgram } from './largeProgram';
import { type LanguageServer, startLanguageServer } from './languageServer';
import { guidanceFile } from './philosophies';

/** A large file that is open in a language server, in a workspace with guidance. */
export interface Scene {
  readonly server: LanguageServer;
  readonly text: string;
}

export interface SceneOptions {
  /** An empty folder for the workspace. */
  readonly folder: string;
  /** See `philosophies`. */
  readonly items: readonly string[];
  /** Paths of further files. */
  readonly files?: readonly string[];
}

const entriesAFile = 250;

/** Opens 10,000 lines of TypeScript in `src/` in a server, once it has read the guidance if it `reads` any. */
export async function openScene(
  bundle: string,
  { folder, items, files = [], reads }: SceneOptions & { readonly reads: 'guidance' | 'nothing' },
): Promise<Scene> {
  const text = largeProgram(10_000);
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('src/large.ts', text);
  for (const path of files) write(path, '\n');
  for (let start = 0; start < items.length; start += entriesAFile) {
    const part = items.slice(start, start + entriesAFile);
    write(`.leadlight/guidance${start / entriesAFile}.yaml`, guidanceFile(part));
  }
  const server = await startLanguageServer(bundle, folder);
  if (reads === 'guidance') await server.hasRead(items.length);
  await server.open(pathToFileURL(join(folder, 'src', 'large.ts')).href, text);
  return { server, text };
}

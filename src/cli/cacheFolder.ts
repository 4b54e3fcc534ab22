import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this person's programs keep what they can find again; safe to delete. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const home = homedir();
  if (platform === 'win32')
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Leadlight', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Leadlight');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'leadlight');
}

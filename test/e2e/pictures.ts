import { join } from 'node:path';
import { root } from '../host/setUp.mjs';

/**
 * Where the picture of a surface goes: into out/, or, when LEADLIGHT_PICTURES is set, over the ones in media/ that
 * the README shows.
 */
export function picturePath(name: string, { forReadme = false } = {}): string {
  if (process.env.LEADLIGHT_PICTURES !== undefined && forReadme) {
    return join(root, 'media', `screenshot-${name}.png`);
  }
  return join(root, 'out', 'pictures', `${name}.png`);
}

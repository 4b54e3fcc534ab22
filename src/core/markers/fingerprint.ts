import { hash } from '../text/hash';
import type { Marker } from './marker';

/**
 * What a marker says, as 14 hexadecimal digits: its tag, its text, its owner and its issue, without regard to case and
 * white space. It stays the same on another line and in another file.
 */
export function fingerprintOf({
  tag,
  text,
  owner,
  issue,
}: Pick<Marker, 'tag' | 'text' | 'owner' | 'issue'>): string {
  return hash([tag, text, owner?.value ?? '', issue?.value ?? ''].map(normal).join('\0'));
}

function normal(text: string): string {
  return text.normalize().toLowerCase().replace(/\s+/g, ' ').trim();
}

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

/** cyrb53 by bryc, in the public domain: 53 bits, two multiplications for each UTF-16 unit. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (0x200000 * (low >>> 0) + (high >>> 11)).toString(16).padStart(14, '0');
}

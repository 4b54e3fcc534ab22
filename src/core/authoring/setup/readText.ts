import { limits } from '../../guidance/limits';
import type { Host } from '../../host';
import { decode } from '../../text/decode';

/** The text of a file, its lines ended by `\n`; `undefined` where it cannot be read as text. */
export async function readText(host: Host, uri: string): Promise<string | undefined> {
  const content = await host.readFile(uri, limits.guidanceFileBytes);
  const decoded = content?.kind === 'bytes' ? decode(content.bytes) : undefined;
  return decoded?.kind === 'text' ? decoded.text.replace(/\r\n?/g, '\n') : undefined;
}

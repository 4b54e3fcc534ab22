import { storedText } from '../../currentText';
import { limits } from '../../guidance/limits';
import type { Host } from '../../host';

/** The text of a file, its lines ended by `\n`; `undefined` where it cannot be read as text. */
export async function readText(host: Host, uri: string): Promise<string | undefined> {
  const file = await storedText(uri, host, limits.guidanceFileBytes);
  return typeof file === 'string' ? undefined : file.text.replace(/\r\n?/g, '\n');
}

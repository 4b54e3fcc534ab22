import { letters } from './unquotePath';

/** A changed file as `--raw -z` tells it. Paths are by byte, one sign each, since git's need not be UTF-8. */
export interface RawRecord {
  /** Git's letter: A, D, M, R or T, and U for what is not merged. */
  readonly status: string;
  /** Of the old and the new file; `000000` where there is none. */
  readonly modes: readonly [from: string, to: string];
  /** The old content's; zeros where there is none. */
  readonly oldBlob: string;
  readonly oldPath: string;
  readonly path: string;
}

/** Reads the records from what stands between the NULs. */
export function rawRecords(tokens: readonly string[]): readonly RawRecord[] {
  const records: RawRecord[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [, from, to, oldBlob, status] =
      /^:(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ ([A-Z])\d*$/u.exec(tokens[at]!) ?? [];
    if (status === undefined) continue;
    const oldPath = tokens[(at += 1)] ?? '';
    const path = status === 'R' || status === 'C' ? (tokens[(at += 1)] ?? '') : oldPath;
    records.push({ status, modes: [from!, to!], oldBlob: oldBlob!, oldPath, path });
  }
  return records;
}

/** The line by which a record's patch begins. */
export function patchHead({ oldPath, path }: RawRecord): string {
  return `diff --git ${quotePath(`a/${oldPath}`)} ${quotePath(`b/${path}`)}`;
}

/** As git does where `core.quotePath` is on; the counterpart of `unquotePath`. */
function quotePath(path: string): string {
  // eslint-disable-next-line no-control-regex -- these are what git quotes
  if (!/[\0-\x1f"\\\x7f-\xff]/u.test(path)) return path;
  // eslint-disable-next-line no-control-regex -- as above
  return `"${path.replace(/[\0-\x1f"\\\x7f-\xff]/gu, (sign) => `\\${escapeOf(sign.charCodeAt(0))}`)}"`;
}

function escapeOf(byte: number): string {
  return Object.keys(letters).find((letter) => letters[letter] === byte) ?? byte.toString(8).padStart(3, '0');
}

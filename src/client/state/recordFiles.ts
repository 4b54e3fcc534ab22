import * as vscode from 'vscode';
import { fileName, latestRecords, type ReadRecord, readRecord, type RecordKind } from './record';

/** No record is as long; what is, is not read. */
const maxBytes = 1024 * 1024;
const mostNames = 100;

export interface RecordFilesOptions<T> {
  /** The extension's storage. */
  readonly storage: vscode.Uri;
  readonly kind: RecordKind<T>;
  /** A file that is left as it is; told once for each file. */
  onUnreadable(file: vscode.Uri, why: 'newer' | 'broken'): void;
}

/**
 * Records, each in a file of its own, so that two windows cannot lose each other's. They are read anew each time.
 * A file that cannot be read is never written over.
 */
export class RecordFiles<T> {
  readonly #options: RecordFilesOptions<T>;
  readonly #told = new Set<string>();
  /** Writes wait for each other. */
  #work: Promise<void> = Promise.resolve();

  constructor(options: RecordFilesOptions<T>) {
    this.#options = options;
  }

  /** The records of a place, whose names go from outside inwards; each id once. Never rejects. */
  async read(place: readonly string[]): Promise<readonly T[]> {
    const folder = await this.#folderOf(place);
    const names = (await filesIn(folder)).filter((name) => name.endsWith('.json')).sort();
    const found = await Promise.all(names.map((name) => this.#readFile(vscode.Uri.joinPath(folder, name))));
    const records = found.flatMap((file) => (file?.kind === 'record' ? [file.record] : []));
    return latestRecords(records, this.#options.kind);
  }

  /**
   * Keeps a record, in place of an older one with the same id. Another window may have kept a later one meanwhile:
   * that one stays.
   *
   * @throws where the storage cannot be written
   */
  write(place: readonly string[], record: T): Promise<void> {
    const writing = this.#work.then(() => this.#write(place, record));
    this.#work = writing.catch(() => undefined);
    return writing;
  }

  async #write(place: readonly string[], record: T): Promise<void> {
    const { idOf, timeOf } = this.#options.kind;
    const folder = await this.#folderOf(place);
    await vscode.workspace.fs.createDirectory(folder);
    const name = await fileName(idOf(record));
    for (let turn = 1; turn <= mostNames; turn += 1) {
      const file = vscode.Uri.joinPath(folder, turn === 1 ? `${name}.json` : `${name}-${turn}.json`);
      const there = await this.#readFile(file);
      if (there !== undefined && there.kind !== 'record') continue;
      if (there !== undefined && timeOf(there.record) > timeOf(record)) return;
      return replaceFile(file, JSON.stringify(record));
    }
    throw new Error(`${mostNames} files in ${folder.toString()} cannot be read.`);
  }

  /** `undefined` where there is no such file. */
  async #readFile(file: vscode.Uri): Promise<ReadRecord<T> | undefined> {
    const text = await textOf(file);
    if (text === undefined) return undefined;
    const found = readRecord(text, this.#options.kind);
    if (found.kind !== 'record' && !this.#told.has(file.toString())) {
      this.#told.add(file.toString());
      this.#options.onUnreadable(file, found.kind);
    }
    return found;
  }

  async #folderOf(place: readonly string[]): Promise<vscode.Uri> {
    const { storage, kind } = this.#options;
    return vscode.Uri.joinPath(storage, kind.folder, ...(await Promise.all(place.map(fileName))));
  }
}

/** Whoever reads meanwhile sees the old text or the new one. */
async function replaceFile(file: vscode.Uri, text: string): Promise<void> {
  const draft = file.with({ path: `${file.path}.${crypto.randomUUID()}.tmp` });
  await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(draft, file, { overwrite: true });
}

async function filesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

/** `undefined` where there is no file; an empty text where it is too long to be a record. */
async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    return size > maxBytes ? '' : new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

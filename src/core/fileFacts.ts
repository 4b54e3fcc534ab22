import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageIdOf } from './comments/languages';
import { guidanceFolderOf } from './guidance/formats';
import type { WorkspaceGuidance } from './guidance/workspaceGuidance';
import type { CancelSignal, Host } from './host';
import { decodeCode, isBinary, withoutUtf16 } from './text/decode';
import { takingTurns, type Turns } from './turns';
import { uriAt } from './text/uriAt';

export interface FileFactsOptions<T> {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  readonly turns: Turns;
  /** The document, where an editor holds a file; `path` is relative to the workspace folder. */
  openAt(path: string): TextDocument | undefined;
  /** What every text has that holds any; of the others nothing more is asked. */
  readonly mark: RegExp;
  /** What a text holds. */
  factsIn(document: TextDocument): readonly T[];
}

/** What is found in one file. */
export interface FactsOfFile<T> {
  readonly path: string;
  readonly uri: string;
  readonly facts: readonly T[];
}

const fileBytes = 2 * 1024 * 1024;
/** High enough to hide what a round trip costs, low enough to hold the files in memory. */
const readsAtOnce = 16;
const none: readonly never[] = [];

/**
 * What the files of one workspace folder hold, its guidance left out. Looked for when somebody asks, a few milliseconds
 * at a time; after that only what changed is read again.
 */
export class FileFacts<T> {
  readonly #options: FileFactsOptions<T>;
  /** By path; what was not looked at yet has none. */
  readonly #known = new Map<string, readonly T[]>();

  constructor(options: FileFactsOptions<T>) {
    this.#options = options;
  }

  /** Files came, went or changed on disk; paths relative to the folder. */
  touch(paths: readonly string[]): void {
    for (const path of paths) this.#known.delete(path);
  }

  /** The files that hold any, in the order of their paths; what was found until it is cancelled. */
  async all(signal?: CancelSignal): Promise<readonly FactsOfFile<T>[]> {
    const { workspace } = this.#options;
    await workspace.settled();
    const paths = (workspace.files?.files ?? []).filter((path) => guidanceFolderOf(path) === undefined);
    await this.#readAll(paths, signal);
    return paths.flatMap((path) => {
      const facts = this.#factsAt(path);
      return facts.length === 0 ? [] : [{ path, uri: this.#uriOf(path), facts }];
    });
  }

  async #readAll(paths: readonly string[], signal: CancelSignal | undefined): Promise<void> {
    const { host, turns } = this.#options;
    const ourTurn = takingTurns(turns);
    const unknown = paths.filter((path) => !this.#known.has(path));
    for (let at = 0; at < unknown.length && !signal?.aborted; at += readsAtOnce) {
      const some = unknown.slice(at, at + readsAtOnce);
      const contents = await Promise.all(some.map((path) => host.readFile(this.#uriOf(path), fileBytes)));
      for (const [index, path] of some.entries()) {
        await ourTurn();
        const content = contents[index];
        const facts = content?.kind === 'bytes' ? this.#factsOf(content.bytes, path) : none;
        // Most files hold nothing: they share one list.
        this.#known.set(path, facts.length === 0 ? none : facts);
      }
    }
  }

  #factsOf(bytes: Uint8Array, path: string): readonly T[] {
    if (isBinary(bytes)) return none;
    const text = decodeCode(withoutUtf16(bytes));
    const { mark, factsIn } = this.#options;
    return mark.test(text) ? factsIn(TextDocument.create(path, languageIdOf(path, text), 0, text)) : none;
  }

  #factsAt(path: string): readonly T[] {
    const document = this.#options.openAt(path);
    return document === undefined ? (this.#known.get(path) ?? none) : this.#options.factsIn(document);
  }

  #uriOf(path: string): string {
    return uriAt(this.#options.workspace.root, path);
  }
}

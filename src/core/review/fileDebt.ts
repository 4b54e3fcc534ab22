import type { Guidance } from '../guidance/guidance';
import { type FolderPolicies, folderPolicies } from '../markers/folderPolicies';
import { createFileScanner, type FileScanner } from '../markers/scanFile';
import { createSpellingSearch } from '../markers/spellingSearch';

/** Counts debt markers, as the guidance of one moment defines them. */
export class FileDebt {
  readonly #policies: FolderPolicies;
  readonly #scanners = new Map<number, FileScanner>();

  constructor(guidance: Guidance) {
    this.#policies = folderPolicies(guidance);
  }

  /** In a file's bytes; the path tells its language, and what counts there. */
  count(bytes: Uint8Array, path: string): number {
    const tagSet = this.#policies.tagSetOf(path);
    let scanner = this.#scanners.get(tagSet);
    if (scanner === undefined) {
      const tags = this.#policies.tagSets[tagSet]!.filter(({ kind }) => kind === 'debt');
      scanner = createFileScanner(tags, createSpellingSearch);
      this.#scanners.set(tagSet, scanner);
    }
    return scanner(bytes, path).markers.length;
  }
}

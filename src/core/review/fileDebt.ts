import type { Guidance } from '../guidance/guidance';
import { type FolderPolicies, folderPolicies } from '../markers/folderPolicies';
import { createFileScanner, type FileScanner } from '../markers/scanFile';
import { createSpellingSearch } from '../markers/spellingSearch';
import { encode } from '../text/decode';

/** Counts debt markers, as the guidance of one moment defines them. */
export class FileDebt {
  readonly #policies: FolderPolicies;
  readonly #scanners = new Map<number, FileScanner>();

  constructor(guidance: Guidance) {
    this.#policies = folderPolicies(guidance);
  }

  /** In a file's text; the path tells its language, and what counts there. */
  count(text: string, path: string): number {
    const tagSet = this.#policies.tagSetOf(path);
    let scanner = this.#scanners.get(tagSet);
    if (scanner === undefined) {
      const tags = this.#policies.tagSets[tagSet]!.filter(({ kind }) => kind === 'debt');
      scanner = createFileScanner(tags, createSpellingSearch);
      this.#scanners.set(tagSet, scanner);
    }
    return scanner(encode(text), path).markers.length;
  }
}

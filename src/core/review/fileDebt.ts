import type { Range } from 'vscode-languageserver-types';
import type { Guidance } from '../guidance/guidance';
import { type FolderPolicies, folderPolicies } from '../markers/folderPolicies';
import { createFileScanner } from '../markers/scanFile';
import { spellingBytesOf } from '../markers/spellingBytes';
import { createSpellingSearch, type SearchMaker } from '../markers/spellingSearch';

interface TagSearch {
  readonly isSpelledIn: (bytes: Uint8Array) => boolean;
  readonly find: (bytes: Uint8Array, path: string) => readonly Range[];
}

/** Finds debt markers, as the guidance of one moment defines them; a file's path tells its language and what counts. */
export class FileDebt {
  readonly #policies: FolderPolicies;
  readonly #createSearch: SearchMaker;
  readonly #searches = new Map<number, TagSearch>();

  constructor(guidance: Guidance, createSearch: SearchMaker = createSpellingSearch) {
    this.#policies = folderPolicies(guidance);
    this.#createSearch = createSearch;
  }

  /** Where the tags stand, in order; `bytes` are UTF-8. */
  find(bytes: Uint8Array, path: string): readonly Range[] {
    return this.#searchFor(path).find(bytes, path);
  }

  /** Whether a tag stands somewhere in a text, as it does in few; told much faster than where markers are. */
  mayHave(bytes: Uint8Array, path: string): boolean {
    return this.#searchFor(path).isSpelledIn(bytes);
  }

  #searchFor(path: string): TagSearch {
    const tagSet = this.#policies.tagSetOf(path);
    const known = this.#searches.get(tagSet);
    if (known !== undefined) return known;
    const tags = this.#policies.tagSets[tagSet]!.filter(({ kind }) => kind === 'debt');
    const search = this.#createSearch(spellingBytesOf(tags));
    const scan = createFileScanner(tags, this.#createSearch);
    const made: TagSearch = {
      isSpelledIn: (bytes) => search(bytes, 0) !== -1,
      find: (bytes, path) => scan(bytes, path).markers.map(({ range }) => range),
    };
    this.#searches.set(tagSet, made);
    return made;
  }
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import {
  deadIn,
  type EntryLens,
  governsTitle,
  type LensEntry,
  lensesOf,
  usersOf,
} from './authoring/entryLenses';
import type { AuthoringNavigation, SourcePlace } from './authoringNavigation';
import type { AuthoredSource, AuthoringServiceOptions } from './authoringService';
import { currentText } from './currentText';
import { rangeOf } from './guidance/parts';
import { createHostCounter, type PlaceCounter } from './places/placeCounter';
import { searchedText } from './places/placeFinder';
import { relativePath } from './text/links';
import { normalize, type WorkspaceFolder } from './workspaceFolders';
import { WorkspacePlaces } from './workspacePlaces';
import { uriAt } from './text/uriAt';

export interface LensOptions extends AuthoringServiceOptions {
  readonly navigation: AuthoringNavigation;
  sourceOf(uri: string): AuthoredSource | undefined;
}

/** The places of an entry, for a person to look through: the first of them. */
export interface LensPlaces {
  readonly places: readonly SourcePlace[];
  /** Where the entry is; absent where it is not there any more. */
  readonly at?: Position;
}

const mostPlaces = 500;
const mostFiles = 100;

/** What stands above the entries of a source: what each governs, counted when it is shown. */
export class AuthoringLenses {
  readonly #options: LensOptions;
  readonly #places = new Map<WorkspaceFolder, WorkspacePlaces>();
  #counter: PlaceCounter | undefined;

  constructor(options: LensOptions) {
    this.#options = options;
  }

  /** Files of a folder came, went or changed, on disk or in an editor; paths relative to it. */
  touch(folder: WorkspaceFolder, paths: readonly string[]): void {
    this.#places.get(folder)?.touch(paths);
  }

  /** None for what is no source that people write. */
  lenses(document: TextDocument): readonly EntryLens[] {
    const source = this.#options.sourceOf(document.uri);
    if (source === undefined) return [];
    const written = this.#options.navigation.written(document, source);
    return lensesOf(written, normalize(document.uri), source.workspace.guidance.guidance);
  }

  /** What a lens tells, and whether there is anything to look at; `undefined` for an entry that is not there any more. */
  async title(about: LensEntry): Promise<{ readonly title: string; readonly isEmpty: boolean } | undefined> {
    const found = await this.#find(about);
    const count = found && (await this.#placesOf(found.folder).of(found.entry));
    if (count === undefined) return undefined;
    return { title: governsTitle(about.kind, count), isEmpty: (count.places ?? count.files) === 0 };
  }

  /** What a lens is about; empty for an entry that is not there any more. */
  async places(about: LensEntry): Promise<LensPlaces> {
    const found = await this.#find(about);
    if (found === undefined) return { places: [] };
    const { entry, folder } = found;
    const { guidance } = folder.guidance;
    const at = entry.range.start;
    if (about.topic === 'dead')
      return { places: deadIn(entry, guidance).map((range) => ({ uri: entry.uri, range })), at };
    if (about.topic === 'used') return { places: usersOf(entry, guidance), at };
    const { paths, finder } = await this.#placesOf(folder).filesOf(entry, mostFiles);
    const start = { line: 0, character: 0 };
    const places: SourcePlace[] = [];
    for (const path of paths) {
      const uri = uriAt(folder.root, path);
      if (finder === undefined) {
        places.push({ uri, range: { start, end: start } });
        continue;
      }
      const text = await currentText(uri, this.#options);
      if (text === undefined) continue;
      const document = TextDocument.create(uri, '', 0, text);
      const spans = finder.find(searchedText(text, path)).toSorted((a, b) => a.start - b.start);
      places.push(...spans.map((span) => ({ uri, range: rangeOf(document, span) })));
      if (places.length > mostPlaces) break;
    }
    return { places: places.slice(0, mostPlaces), at };
  }

  /** The folders that are gone are forgotten. */
  foldersChanged(): void {
    for (const [folder, places] of this.#places) {
      if (this.#options.folders.all.includes(folder)) continue;
      places.dispose();
      this.#places.delete(folder);
    }
  }

  dispose(): void {
    for (const places of this.#places.values()) places.dispose();
    this.#places.clear();
    this.#counter?.dispose();
  }

  async #find({ uri, kind, id }: LensEntry) {
    const folder = this.#options.folders.fileAt(uri)?.folder;
    // Until the files are listed there is nothing to count.
    await folder?.guidance.settled();
    const entry = folder?.guidance.guidance.entries.find(
      (each) => each.uri === uri && each.kind === kind && each.id === id,
    );
    return folder && entry && { folder, entry };
  }

  #placesOf(folder: WorkspaceFolder): WorkspacePlaces {
    const known = this.#places.get(folder);
    if (known !== undefined) return known;
    const { host, turns, engine, createCounter, open } = this.#options;
    const places = new WorkspacePlaces({
      host,
      turns,
      engine,
      onDidChange: () => this.#options.onDidChangeLenses(),
      workspace: folder.guidance,
      counter: () => (this.#counter ??= createCounter?.() ?? createHostCounter({ host, turns, engine })),
      open: () =>
        new Map(
          [...open()].flatMap(([uri, document]) => {
            const path = relativePath(uri, folder.root);
            return path === undefined ? [] : [[path, document] as const];
          }),
        ),
    });
    this.#places.set(folder, places);
    return places;
  }
}

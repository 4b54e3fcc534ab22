import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { type Fold, foldsIn } from './authoring/folding';
import { type Name, type Names, namesOf, namesWritten } from './authoring/names';
import { type OutlineNode, outlineOf } from './authoring/outline';
import { type NameEdit, prepareRename, type Refusal, renameTo } from './authoring/rename';
import { definitionsOf, sameName } from './authoring/sameName';
import { selectionsAt } from './authoring/selections';
import { linksIn, placeIn, type SourceLink, targetOf, withoutFragment } from './authoring/targets';
import { readWritten } from './authoring/writtenText';
import type { AuthoredSource, AuthoringServiceOptions } from './authoringService';
import { scanRegions } from './comments/scanRegions';
import { currentText } from './currentText';
import { placeOf } from './features/decisionReferences';
import { FileFacts } from './fileFacts';
import type { Entry, WrittenText } from './guidance/model';
import { rangeOf } from './guidance/parts';
import type { CancelSignal } from './host';
import { type ExcusedId, excusedIds } from './match/excuses';
import { grouped } from './text/grouped';
import { normalize, type WorkspaceFolder } from './workspaceFolders';
import { uriAt } from './text/uriAt';

/** A place in a file. */
export interface SourcePlace {
  readonly uri: string;
  readonly range: Range;
}

/** Where a name leads, and its own characters. */
export interface Definition {
  readonly origin: Range;
  readonly places: readonly SourcePlace[];
}

interface NavigationOptions extends AuthoringServiceOptions {
  sourceOf(uri: string): AuthoredSource | undefined;
}

interface ExcusePlace extends ExcusedId {
  readonly range: Range;
}

const excuse = /leadlight-ignore/;
const mostSymbols = 500;

/** Where the names of guidance lead, in its sources and in comments of code, and how a source is built. */
export class AuthoringNavigation {
  readonly #options: NavigationOptions;
  readonly #excuses = new WeakMap<WorkspaceFolder, FileFacts<ExcusePlace>>();

  constructor(options: NavigationOptions) {
    this.#options = options;
  }

  /** Files of a folder came, went or changed on disk; paths relative to it. */
  touch(folder: WorkspaceFolder, paths: readonly string[]): void {
    this.#excuses.get(folder)?.touch(paths);
  }

  /** `undefined` where no name stands. */
  async definition(document: TextDocument, position: Position): Promise<Definition | undefined> {
    const at = await this.nameAt(document, position);
    if (at === undefined) return undefined;
    const { name, folder, names } = at;
    if (name.of === 'file') return { origin: name.range, places: await this.#targetsOf(name, folder) };
    const found = definitionsOf(name, names);
    const places = found.length > 0 ? found : this.#titled(name, folder);
    return { origin: name.range, places: places.map(({ uri, range }) => ({ uri, range })) };
  }

  /** All places that name the same; those in code are looked for when somebody asks, until it is cancelled. */
  async references(
    document: TextDocument,
    position: Position,
    { withDefinition, signal }: { readonly withDefinition: boolean; readonly signal?: CancelSignal },
  ): Promise<readonly SourcePlace[]> {
    const at = await this.nameAt(document, position);
    if (at === undefined) return [];
    const { name, folder } = at;
    if (name.of === 'file') return this.#sameTarget(name, at);
    const names = await this.#withCode(folder, at.names, signal);
    const found = sameName(name, names).filter(({ isDefinition }) => withDefinition || !isDefinition);
    return unique(found.map(({ uri, range }) => ({ uri, range })));
  }

  /** `undefined` where no name stands. */
  async prepareRename(document: TextDocument, position: Position): Promise<Name | Refusal | undefined> {
    const at = await this.nameAt(document, position);
    return at && prepareRename(at.name, { guidance: at.folder.guidance.guidance, names: at.names });
  }

  /** `undefined` where no name stands. */
  async rename(
    document: TextDocument,
    position: Position,
    newName: string,
  ): Promise<readonly NameEdit[] | Refusal | undefined> {
    const at = await this.nameAt(document, position);
    if (at === undefined) return undefined;
    const names = await this.#withCode(at.folder, at.names);
    const edits = renameTo(newName, at.name, { guidance: at.folder.guidance.guidance, names });
    return 'refused' in edits ? edits : unique(edits);
  }

  /** The paths and addresses of a source. */
  links(document: TextDocument): readonly SourceLink[] {
    const source = this.#options.sourceOf(document.uri);
    if (source === undefined) return [];
    const written = this.written(document, source);
    return linksIn(
      written,
      namesWritten(written, placeOfSource(document, source)),
      targetInput(source.workspace),
    );
  }

  /** The parts of a source; none for what is no source that people write. */
  outline(document: TextDocument): readonly OutlineNode[] {
    return this.#of(document, outlineOf) ?? [];
  }

  folds(document: TextDocument): readonly Fold[] {
    return this.#of(document, foldsIn) ?? [];
  }

  /** For each position, what a selection there grows to, the smallest first; `undefined` for what is no source. */
  selections(
    document: TextDocument,
    positions: readonly Position[],
  ): readonly (readonly Range[])[] | undefined {
    return this.#of(document, (written) =>
      positions.map((position) => selectionsAt(written, document.offsetAt(position))),
    );
  }

  /** The entries of all folders whose title or id has the letters of a query, in their order. */
  entries(query: string): readonly Entry[] {
    const letters = [...query.toLowerCase().replace(/\s/g, '')];
    const fits = (text: string) => {
      let at = 0;
      for (const letter of letters) if ((at = text.indexOf(letter, at) + 1) === 0) return false;
      return true;
    };
    return this.#options.folders.all
      .flatMap(({ guidance }) => guidance.guidance.entries)
      .filter(({ title, id }) => fits(title.toLowerCase()) || fits(id))
      .slice(0, mostSymbols);
  }

  /** What is written in a source now, also where the guidance was not read again yet. */
  written(document: TextDocument, { workspace, kind }: AuthoredSource): WrittenText {
    const uri = normalize(document.uri);
    const known = workspace.guidance.guidance.sources.find(
      (source) => source.uri === uri && source.written !== undefined,
    )?.written;
    return known?.document.getText() === document.getText() ? known : readWritten(document, kind);
  }

  /** The name at a place of a source, or of a comment that excuses; with all names of its workspace folder. */
  async nameAt(document: TextDocument, position: Position) {
    const file = this.#options.folders.fileAt(normalize(document.uri));
    if (file === undefined) return undefined;
    const { folder } = file;
    const source = this.#options.sourceOf(document.uri);
    // Ids stand in the line of their comment; people hover over long files, too.
    if (source === undefined && !excuse.test(lineAt(document, position))) return undefined;
    await folder.guidance.settled();
    const names = namesOf(folder.guidance.guidance);
    const candidates =
      source === undefined
        ? excusesIn(document).map((found) => inCode(found, normalize(document.uri)))
        : namesWritten(this.written(document, source), placeOfSource(document, source));
    const name = candidates.find(({ range }) => isWithin(position, range));
    return name && { name, names, folder };
  }

  #of<T>(document: TextDocument, ask: (written: WrittenText) => T): T | undefined {
    const source = this.#options.sourceOf(document.uri);
    return source && ask(this.written(document, source));
  }

  /** Names a walkthrough by its title, as tours do. */
  #titled({ of, name }: Name, { guidance }: WorkspaceFolder): readonly SourcePlace[] {
    const { entries } = guidance.guidance;
    return of === 'walkthrough' ? entries.filter((entry) => entry.kind === of && entry.title === name) : [];
  }

  async #targetsOf(name: Name, folder: WorkspaceFolder): Promise<readonly SourcePlace[]> {
    const { root, guidance } = folder.guidance;
    const uri = targetOf(name, targetInput(folder));
    if (uri === undefined || !uri.startsWith(root)) return [];
    const decision = guidance.decisions.at(uri);
    if (decision !== undefined && !uri.includes('#')) return [placeOf(decision)];
    return [placeIn(await currentText(withoutFragment(uri), this.#options), uri)];
  }

  #sameTarget(
    name: Name,
    { folder, names }: { folder: WorkspaceFolder; names: Names },
  ): readonly SourcePlace[] {
    const input = targetInput(folder);
    const fileOf = (each: Name) => withoutFragment(targetOf(each, input) ?? '');
    const wanted = fileOf(name);
    if (wanted === '') return [];
    const found = names.all.filter((each) => each.of === 'file' && fileOf(each) === wanted);
    return unique(found.map(({ uri, range }) => ({ uri, range })));
  }

  async #withCode(folder: WorkspaceFolder, names: Names, signal?: CancelSignal): Promise<Names> {
    const files = await this.#excusesOf(folder).all(signal);
    const found = files.flatMap(({ uri, facts }) => facts.map((each) => inCode(each, uri)));
    const byName = grouped(found, ({ name }) => [name]);
    return {
      all: [...names.all, ...found],
      named: (name) => [...names.named(name), ...(byName.get(name) ?? [])],
    };
  }

  #excusesOf(folder: WorkspaceFolder): FileFacts<ExcusePlace> {
    const known = this.#excuses.get(folder);
    if (known !== undefined) return known;
    const { host, turns, open } = this.#options;
    const facts = new FileFacts<ExcusePlace>({
      host,
      turns,
      workspace: folder.guidance,
      openAt: (path) => open().get(uriAt(folder.root, path)),
      mark: excuse,
      factsIn: excusesIn,
    });
    this.#excuses.set(folder, facts);
    return facts;
  }
}

function placeOfSource({ uri }: TextDocument, { workspace, folder }: AuthoredSource) {
  const folderUri = uriAt(workspace.root, folder);
  return { uri: normalize(uri), folder: folderUri, linkBase: folderUri };
}

const setsOfFiles = new WeakMap<readonly string[], ReadonlySet<string>>();

function targetInput({ root, guidance: { files } }: WorkspaceFolder) {
  if (files === undefined) return { root, files: undefined };
  const known = setsOfFiles.get(files.files) ?? new Set(files.files);
  setsOfFiles.set(files.files, known);
  return { root, files: known };
}

/** The ids in the comments of code that excuse a place from an entry. */
function excusesIn(document: TextDocument): readonly ExcusePlace[] {
  const text = document.getText();
  if (!excuse.test(text)) return [];
  return [...excusedIds(text, scanRegions(text, document.languageId))].map((excuse) => ({
    ...excuse,
    range: rangeOf(document, excuse),
  }));
}

function lineAt(document: TextDocument, { line }: Position): string {
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
}

function inCode({ id, range }: ExcusePlace, uri: string): Name {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const place = { uri, folder, linkBase: folder, range };
  return { of: 'entry', isDefinition: false, name: id, ...place, isWritten: true, isInQuotes: true };
}

function isWithin({ line, character }: Position, { start, end }: Range): boolean {
  const isAfter = start.line < line || (start.line === line && start.character <= character);
  return isAfter && (line < end.line || (line === end.line && character <= end.character));
}

/** What is read twice, as a pack and by itself, stands once. */
function unique<T extends SourcePlace>(places: readonly T[]): readonly T[] {
  return [...new Map(places.map((place) => [`${place.uri} ${JSON.stringify(place.range)}`, place])).values()];
}

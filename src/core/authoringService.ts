import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { completeSource, wantedAt } from './authoring/completeSource';
import type { AuthoringCompletion } from './authoring/completion';
import { keyHover } from './authoring/keyHover';
import type { EntryPreview } from './authoring/previewEntry';
import type { SetUpFound } from './authoring/setup/found';
import { lookAround } from './authoring/setup/lookAround';
import type { SourceHover } from './authoring/sourceHover';
import { SourceKnowledge } from './authoring/sourceKnowledge';
import { type WrittenSource, writtenSource } from './authoring/writtenSource';
import { AuthoringCapture } from './authoringCapture';
import { fixesIn, type ProblemAction } from './authoringFixes';
import { valueHover } from './authoringHover';
import { AuthoringLenses } from './authoringLenses';
import { AuthoringNavigation } from './authoringNavigation';
import { previewAt } from './authoringPreview';
import type { DocumentAnalyst } from './documentAnalyst';
import type { Git } from './git';
import { rangeOf } from './guidance/parts';
import type { Problem } from './guidance/problem';
import type { CancelSignal, Host } from './host';
import type { PlaceCounter } from './places/placeCounter';
import type { RegexEngine } from './text/pattern';
import type { Turns } from './turns';
import { folderUri, normalize, type WorkspaceFolder, type WorkspaceFolders } from './workspaceFolders';

export interface AuthoringServiceOptions {
  readonly host: Host;
  /** With the guidance and the files of each. */
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  readonly analyst: DocumentAnalyst;
  readonly engine?: RegexEngine | undefined;
  git(): Git | undefined;
  /** URI of the folder with what Leadlight brings along. */
  starter(): string | undefined;
  /** The documents that editors hold, by normalized URI. */
  open(): ReadonlyMap<string, TextDocument>;
  /** A faster counter of places, where this process has one. */
  createCounter?: (() => PlaceCounter) | undefined;
  /** What stands above entries may be another now. */
  onDidChangeLenses(): void;
}

/** A source that is being written, and the workspace folder that it is in. */
export interface AuthoredSource extends WrittenSource {
  readonly workspace: WorkspaceFolder;
}

/** What the service answers to who writes guidance. It writes nothing itself. */
export class AuthoringService {
  readonly navigation: AuthoringNavigation;
  /** What stands above entries. */
  readonly lenses: AuthoringLenses;
  /** What code becomes when somebody writes down what they think of it. */
  readonly capture: AuthoringCapture;
  readonly #options: AuthoringServiceOptions;
  readonly #knowledge: SourceKnowledge;

  constructor(options: AuthoringServiceOptions) {
    this.#options = options;
    const sourceOf = (uri: string) => this.sourceOf(uri);
    this.navigation = new AuthoringNavigation({ ...options, sourceOf });
    this.lenses = new AuthoringLenses({ ...options, sourceOf, navigation: this.navigation });
    const { host, git, open, analyst } = options;
    this.#knowledge = new SourceKnowledge({ host, git, open, findingCodes: () => analyst.findingCodes });
    this.capture = new AuthoringCapture(options);
  }

  /** Files of a folder came, went or changed on disk; paths relative to it. */
  touch(folder: WorkspaceFolder, paths: readonly string[]): void {
    this.navigation.touch(folder, paths);
    this.lenses.touch(folder, paths);
  }

  /** An editor opened, changed or closed a document. */
  documentChanged(uri: string): void {
    const file = this.#options.folders.fileAt(normalize(uri));
    if (file !== undefined) this.lenses.touch(file.folder, [file.path]);
  }

  /** What is shown about a place of a source, its keys too unless told, and about an id in a comment of code. */
  async hover(
    document: TextDocument,
    position: Position,
    { signal, withKeys = true }: { readonly signal?: CancelSignal; readonly withKeys?: boolean } = {},
  ): Promise<SourceHover | undefined> {
    const source = this.sourceOf(document.uri);
    const { navigation } = this;
    const options = this.#options;
    const about = await valueHover(document, position, { navigation, source, options, signal });
    if (about !== undefined || source === undefined || !withKeys) return about;
    const text = document.getText();
    const key = keyHover({ text, kind: source.kind, offset: document.offsetAt(position) });
    return key && { range: rangeOf(document, key), markdown: key.markdown };
  }

  /** `undefined` for a document that is none of Leadlight's own guidance, or in no workspace folder. */
  sourceOf(uri: string): AuthoredSource | undefined {
    const file = this.#options.folders.fileAt(normalize(uri));
    const source = file && writtenSource(file.path);
    return source && { ...source, workspace: file.folder };
  }

  /** What mends the problems that a range of a source touches; `problems` are those of all sources. */
  async fixes(
    document: TextDocument,
    range: Range,
    problems: readonly Problem[],
  ): Promise<readonly ProblemAction[]> {
    const source = this.sourceOf(document.uri);
    if (source === undefined) return [];
    const { kind, workspace } = source;
    const folder = `${workspace.root}${encodeURI(source.folder)}`;
    const { guidance } = workspace.guidance;
    const { host, open } = this.#options;
    return fixesIn(range, { document, kind, folder, guidance, host, open: open(), problems });
  }

  /** What a starter `.leadlight/` can be made of; `undefined` for a folder that is none of the workspace. */
  async lookAround(folder: string, signal?: CancelSignal): Promise<SetUpFound | undefined> {
    const { host, folders, git, starter } = this.#options;
    const found = folders.all.find(({ root }) => root === folderUri(folder));
    const pack = starter();
    if (found === undefined || pack === undefined) return undefined;
    return lookAround(found, { host, git: git(), starter: pack, signal });
  }

  /** What can be written at a place of a source, the likely first; `me` are the reader's handles. */
  async complete(
    document: TextDocument,
    position: Position,
    me: readonly string[],
  ): Promise<readonly AuthoringCompletion[]> {
    const source = this.sourceOf(document.uri);
    if (source === undefined) return [];
    const cursor = { text: document.getText(), kind: source.kind, offset: document.offsetAt(position) };
    const known = await this.#knowledge.around({ source, wanted: wantedAt(cursor), line: position.line, me });
    return completeSource(cursor, known);
  }

  /** The card of the entry at a position of a text that is being written; `undefined` for a text that is no guidance. */
  preview(document: TextDocument, position: Position): EntryPreview | undefined {
    return previewAt(document, position, this.#options);
  }
}

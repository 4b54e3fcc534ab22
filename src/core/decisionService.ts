import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { DocumentAnalyst } from './documentAnalyst';
import {
  type DecisionFix,
  decisionFixes,
  type DecisionLink,
  decisionLinks,
  type DecisionPlace,
  placeOf,
  referenceAt,
} from './features/decisionReferences';
import type { Decision } from './guidance/decisionModel';
import { rangeOf } from './guidance/parts';
import type { CancelSignal, Host } from './host';
import type { DecisionReference } from './match/decisionMentions';
import type { Turns } from './turns';
import { normalize, type WorkspaceFolder, type WorkspaceFolders } from './workspaceFolders';
import { WorkspaceReferences } from './workspaceReferences';

export interface DecisionServiceOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  readonly analyst: DocumentAnalyst;
  /** The document that an editor holds. */
  open(uri: string): TextDocument | undefined;
}

export interface ReferenceQuery {
  /** Whether the decisions themselves are among the places. */
  readonly withDecisions: boolean;
  readonly signal?: CancelSignal;
}

/** What the service answers about decisions and where they are spoken of. */
export class DecisionService {
  readonly #options: DecisionServiceOptions;
  readonly #references = new WeakMap<WorkspaceFolder, WorkspaceReferences>();

  constructor(options: DecisionServiceOptions) {
    this.#options = options;
  }

  /** Files of a folder came, went or changed on disk; paths relative to it. */
  touch(folder: WorkspaceFolder, paths: readonly string[]): void {
    this.#references.get(folder)?.touch(paths);
  }

  links(document: TextDocument): readonly DecisionLink[] {
    const analysis = this.#options.analyst.analyse(document);
    return analysis === undefined
      ? []
      : decisionLinks(document, analysis.found.references, analysis.guidance.decisions);
  }

  /** The reference at a place, and where the decisions are that it may mean; `undefined` where there is none. */
  definition(
    document: TextDocument,
    position: Position,
  ): { readonly origin: Range; readonly places: readonly DecisionPlace[] } | undefined {
    const reference = this.#referenceAt(document, position);
    return reference && { origin: rangeOf(document, reference), places: reference.decisions.map(placeOf) };
  }

  /** Where else the decision is spoken of that the place names, or whose own file begins there. */
  async references(
    document: TextDocument,
    position: Position,
    { withDecisions, signal }: ReferenceQuery,
  ): Promise<readonly DecisionPlace[]> {
    const { folders } = this.#options;
    const file = folders.fileAt(normalize(document.uri));
    const wanted = this.#referenceAt(document, position)?.decisions ?? this.#ownDecision(document, position);
    if (file === undefined || wanted.length === 0) return [];
    const found = await this.#referencesOf(file.folder).of(wanted, signal);
    return withDecisions ? [...wanted.map(placeOf), ...found] : found;
  }

  /** URIs of the decisions of a folder of which anything speaks; `undefined` where the look was cancelled. */
  spokenOf(folder: WorkspaceFolder, signal?: CancelSignal): Promise<ReadonlySet<string> | undefined> {
    return this.#referencesOf(folder).spokenOf(signal);
  }

  /** What can be written in place of a reference to a superseded decision. */
  fixes(document: TextDocument, position: Position): readonly DecisionFix[] {
    const analysis = this.#options.analyst.analyse(document);
    if (analysis === undefined) return [];
    const reference = referenceAt(analysis.found.references, document.offsetAt(position));
    return decisionFixes(document, reference, analysis.guidance.decisions);
  }

  #referenceAt(document: TextDocument, position: Position): DecisionReference | undefined {
    const analysis = this.#options.analyst.analyse(document);
    return analysis && referenceAt(analysis.found.references, document.offsetAt(position));
  }

  /** The decision whose file this is, as far down as its title. */
  #ownDecision(document: TextDocument, position: Position): readonly Decision[] {
    const uri = normalize(document.uri);
    const decision = this.#options.folders.fileAt(uri)?.folder.guidance.guidance.decisions.at(uri);
    const isHead = decision !== undefined && position.line <= placeOf(decision).range.end.line;
    return isHead ? [decision] : [];
  }

  #referencesOf(folder: WorkspaceFolder): WorkspaceReferences {
    const known = this.#references.get(folder);
    if (known !== undefined) return known;
    const { host, turns, open } = this.#options;
    const references = new WorkspaceReferences({
      host,
      turns,
      workspace: folder.guidance,
      openAt: (path) => open(normalize(`${folder.root}${encodeURI(path)}`)),
    });
    this.#references.set(folder, references);
    return references;
  }
}

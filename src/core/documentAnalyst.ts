import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { isOfCode } from './comments/languages';
import { completeWording, type WordingCompletion } from './discourse/completeWording';
import type { CardContext } from './features/card';
import type { BlameState } from './features/judgeMarker';
import { completeMarker, type MarkerCompletion } from './features/markerCompletion';
import { type OwnerChoice, ownersFor } from './features/markerOwners';
import type { Meter } from './features/meter';
import { SlowPatterns } from './features/slowPatterns';
import type { Host } from './host';
import type { Blames } from './markers/blames';
import { type Analysis, DocumentAnalyses } from './match/documentAnalyses';
import type { Finding } from './match/documentMatches';
import { normalize, type WorkspaceFolders } from './workspaceFolders';

export interface DocumentAnalystOptions {
  readonly host: Host;
  readonly meter: Meter;
  readonly folders: WorkspaceFolders;
  /** `undefined` without git. */
  blames(): Blames | undefined;
}

/** What is known of documents: what holds in them, what was found, and around it. */
export class DocumentAnalyst {
  /** The patterns that took long in them. */
  readonly slowPatterns = new SlowPatterns();
  readonly #options: DocumentAnalystOptions;
  readonly #analyses = new DocumentAnalyses();
  readonly #findings = new Map<string, readonly Finding[]>();
  readonly #codes = new Set<string>();

  constructor(options: DocumentAnalystOptions) {
    this.#options = options;
  }

  /** What other tools found in a document; `undefined` when it closed. */
  setFindings(uri: string, findings: readonly Finding[] | undefined): void {
    if (findings === undefined) this.#findings.delete(normalize(uri));
    else this.#findings.set(normalize(uri), findings);
    for (const { source, code } of findings ?? [])
      if (this.#codes.size < mostCodes) this.#codes.add(`${source}/${code}`);
  }

  /** `source/code` of what other tools found since the start, also in documents that are closed now. */
  get findingCodes(): ReadonlySet<string> {
    return this.#codes;
  }

  /** An editor shows a document: where it is code, what guidance names is counted, if that is new. */
  countNames({ uri, languageId }: TextDocument): void {
    if (isOfCode(languageId)) this.#options.folders.fileAt(normalize(uri))?.folder.names.count();
  }

  /** `undefined` for a document of no workspace folder. */
  analyse(document: TextDocument): Analysis | undefined {
    const { host, meter, folders } = this.#options;
    const place = folders.placeOf(document.uri);
    if (place === undefined) return undefined;
    const findings = this.#findings.get(normalize(document.uri)) ?? noFindings;
    const file = place.path === undefined ? undefined : { path: place.path, uri: document.uri };
    const analysis = this.#analyses.of(document, {
      place: { workspace: place.folder.guidance, names: place.folder.names.index, path: place.path },
      findings,
      now: () => host.now(),
      measure: (search) => meter.measure('searching documents', search, file),
    });
    this.slowPatterns.note(analysis.found.slow, file?.path ?? document.uri);
    return analysis;
  }

  contextOf({ guidance, scope, today, cards }: Analysis, document: TextDocument): CardContext {
    const blame = () => this.blameOf(document);
    return { root: guidance.root, scope, languageId: document.languageId, today, cards, blame };
  }

  blameOf(document: TextDocument): BlameState {
    const uri = normalize(document.uri);
    const { folders, blames } = this.#options;
    // A text that is no file has no history, and the other side of a diff another one.
    return folders.fileAt(uri) && blames()?.of(uri, document.getText());
  }
}

const mostCodes = 2000;

/** One list for all, since a new one would look like news. */
const noFindings: readonly Finding[] = [];

/** Who could own a marker in an analysed document. */
export function ownersOf(
  { guidance, scope, today }: Analysis,
  uri: string,
  me: readonly string[],
): readonly OwnerChoice[] {
  const areas = guidance.entries.filter((entry) => entry.kind === 'area');
  return ownersFor({ uri: normalize(uri), area: scope.area, areas, me, today });
}

/** What can be written at a place of a comment in code, of a comment on code, or of a commit message. */
export function completeAt(
  analyst: DocumentAnalyst,
  { document, position, me }: { document: TextDocument; position: Position; me: readonly string[] },
): readonly (MarkerCompletion | WordingCompletion)[] {
  const offset = document.offsetAt(position);
  const wording = completeWording(document, offset);
  if (wording.length > 0) return wording;
  const analysis = analyst.analyse(document);
  if (analysis === undefined) return [];
  const { scope, today } = analysis;
  const owners = ownersOf(analysis, document.uri, me);
  return completeMarker(document, offset, { policies: scope.policies, owners, today });
}

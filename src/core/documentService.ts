import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import type { WordingCompletion } from './discourse/completeWording';
import { completeAt, type DocumentAnalyst, ownersOf } from './documentAnalyst';
import { type Notice, noticesIn } from './features/diagnostics';
import { type Explanation, explain, type ExplainQuery } from './features/explain';
import { hereAt, type HereResult } from './features/here';
import { hoverAt, type HoverResult } from './features/hover';
import { issueTextAt } from './features/issueText';
import type { MarkerCompletion } from './features/markerCompletion';
import { fixesAt, type MarkerFix } from './features/markerFixes';
import { matchPlaces, type MatchesResult } from './features/matches';

/** What is said about places of a document. Every answer is for this moment. */
export class DocumentService {
  readonly #analyst: DocumentAnalyst;

  constructor(analyst: DocumentAnalyst) {
    this.#analyst = analyst;
  }

  /** `undefined` where nothing was written about the place. */
  hover(document: TextDocument, position: Position): HoverResult | undefined {
    const analysis = this.#analyst.analyse(document);
    if (analysis === undefined) return undefined;
    const { matches, markers } = analysis.found;
    const context = this.#analyst.contextOf(analysis, document);
    return hoverAt(document, document.offsetAt(position), { ...context, matches, markers });
  }

  /** `undefined` for a document outside of every workspace folder. */
  matches(document: TextDocument): MatchesResult | undefined {
    const analysis = this.#analyst.analyse(document);
    return analysis && matchPlaces(document, analysis.found, analysis.guidance.root);
  }

  here(document: TextDocument, position: Position): HereResult | undefined {
    const analysis = this.#analyst.analyse(document);
    if (analysis === undefined) return undefined;
    const { guidance, found, place } = analysis;
    const path = place.path ?? URI.parse(document.uri).path;
    return hereAt(document, {
      guidance,
      found,
      path,
      line: position.line,
      context: this.#analyst.contextOf(analysis, document),
    });
  }

  explain(document: TextDocument, query: ExplainQuery): Explanation | undefined {
    const analysis = this.#analyst.analyse(document);
    return (
      analysis &&
      explain(document, { ...query, ...this.#analyst.contextOf(analysis, document), found: analysis.found })
    );
  }

  notices(document: TextDocument): readonly Notice[] {
    const analysis = this.#analyst.analyse(document);
    return analysis === undefined
      ? []
      : noticesIn(document, analysis.found, this.#analyst.contextOf(analysis, document));
  }

  /** What can be added to the marker whose tag is at a place; `me` are the reader's handles. */
  fixes(document: TextDocument, position: Position, me: readonly string[]): readonly MarkerFix[] {
    const analysis = this.#analyst.analyse(document);
    if (analysis === undefined) return [];
    const { found, scope, today } = analysis;
    return fixesAt(document, document.offsetAt(position), {
      markers: found.markers,
      policies: scope.policies,
      owners: ownersOf(analysis, document.uri, me),
      today,
      blame: () => this.#analyst.blameOf(document),
    });
  }

  /** What can be written at a place of a comment in code, of a comment on code, or of a commit message. */
  complete(
    document: TextDocument,
    position: Position,
    me: readonly string[],
  ): readonly (MarkerCompletion | WordingCompletion)[] {
    return completeAt(this.#analyst, { document, position, me });
  }

  /** The marker at a place as the text of an issue; `undefined` where there is none. */
  issueText(document: TextDocument, position: Position): string | undefined {
    const analysis = this.#analyst.analyse(document);
    if (analysis === undefined) return undefined;
    const { found, place } = analysis;
    const context = this.#analyst.contextOf(analysis, document);
    const path = place.path ?? URI.parse(document.uri).path;
    return issueTextAt(document, document.offsetAt(position), { ...context, path, markers: found.markers });
  }
}

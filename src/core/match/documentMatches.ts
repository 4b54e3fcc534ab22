import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kindAt, type Region } from '../comments/regions';
import type { Governing } from '../guidance/guidance';
import type { Change, Decision, MarkerPolicy, Philosophy, Term } from '../guidance/model';
import { compileDocumentTags } from '../markers/documentSearch';
import type { Marker } from '../markers/marker';
import { tagsOf } from '../markers/policies';
import type { Policy } from '../markers/policy';
import type { Pattern } from '../text/pattern';
import { compileWildcard } from '../text/wildcard';
import { type DecisionReference, findReferences } from './decisionMentions';
import { excusedLines } from './excuses';
import { compileImportPatterns } from './importPatterns';
import { findImports } from './imports';
import type { Scope } from './scope';
import { compileSymbols } from './symbols';
import { compileTerms } from './terms';
import { compileFollowedSearch, type FollowedTextSearch } from './textSearchFollow';

/** A place that an entry is about. */
export interface Match {
  readonly entry: Philosophy | Decision | Change | Term | MarkerPolicy;
  /** UTF-16 offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The lower, the sooner its card is shown. */
  readonly rank: number;
  /** Where nobody wrote a selector: the name in the entry's text that is found here. */
  readonly named?: string;
}

/** A marker with what holds for its tag there. */
export interface PlacedMarker {
  readonly marker: Marker;
  readonly policy: Policy;
  /** Whether `leadlight-ignore` excuses it from its policy. */
  readonly isExcused: boolean;
}

export interface DocumentMatches {
  /** By where they begin. */
  readonly matches: readonly Match[];
  /** By where they begin; Leadlight's defaults are among them. */
  readonly markers: readonly PlacedMarker[];
  /** What comments call decisions, by where they begin; those that are there are among the matches. */
  readonly references: readonly DecisionReference[];
  /** What was left out, each a sentence for a person. */
  readonly skipped: readonly string[];
  /** Patterns that took long, where the search of the document did. */
  readonly slow: readonly SlowPattern[];
}

/** A pattern, whose it is, and what it took in one document. */
export interface SlowPattern {
  readonly entry: Governing['entry'];
  readonly pattern: Pattern;
  readonly milliseconds: number;
}

/** Another tool's finding in a document. */
export interface Finding {
  readonly range: Range;
  readonly source: string;
  readonly code: string;
}

export interface MatchInput {
  /** Relative to the workspace folder; `undefined` for a text that is no file yet. */
  readonly path: string | undefined;
  readonly findings: readonly Finding[];
  /** True once it takes too long; what was found until then is kept. */
  readonly isOverdue: () => boolean;
  /** A clock in milliseconds, to tell which patterns take long. */
  readonly now?: () => number;
}

export interface Matcher {
  /** The matches of one document from version to version: what an edit left alone is not scanned again. */
  follow(languageId: string): DocumentMatcher;
}

export interface DocumentMatcher {
  find(document: TextDocument, input: MatchInput): DocumentMatches;
}

/** What is longer is not searched; a scan of files on disk goes as far in bytes, which are no fewer. */
export const maxCharacters = 2 * 1024 * 1024;
const maxMatches = 10_000;

export const nothing: DocumentMatches = { matches: [], markers: [], references: [], skipped: [], slow: [] };

/** Compiles what holds for a file into one search. Pure: the same scope always gives the same matches. */
export function compileMatcher(scope: Scope): Matcher {
  const locators = [importLocator(scope), symbolLocator(scope), namedLocator(scope), findingLocator(scope)];
  const followText = textLocator(scope);
  const policyOf = new Map(scope.policies.map((policy) => [policy.tag, policy]));
  const markerSearch = compileDocumentTags(tagsOf(scope.policies));
  const locateTerms = termLocator(scope);
  const markerRank = scope.governing.length;
  const findIn = (place: Place, found: readonly Marker[], locateText: Locator): DocumentMatches => {
    const notes: Notes = { skipped: [], slow: [] };
    const isExcused = excusedLines(place.document, place.regions);
    const markers = found.map((marker): PlacedMarker => {
      const policy = policyOf.get(marker.tag)!;
      const id = policy.entry?.id;
      return { marker, policy, isExcused: id !== undefined && isExcused(id, marker.start) };
    });
    const references = findReferences(place, scope.decisions).filter(
      ({ decisions, start }) => !decisions.some(({ id }) => isExcused(id, start)),
    );
    const matches = [
      ...references.flatMap(({ decisions, start, end }) =>
        decisions.map((entry): Match => ({ entry, start, end, rank: -1 })),
      ),
      ...[locateText, ...locators].flatMap((locate) => locate(place, notes)),
      ...markers.flatMap((placed) => markerMatch(placed, markerRank)),
      ...locateTerms(place, notes),
    ]
      .filter(({ entry, start }) => !isExcused(entry.id, start))
      .sort((a, b) => a.start - b.start || a.rank - b.rank);
    if (matches.length > maxMatches) notes.skipped.push(`Only the first ${maxMatches} places are shown.`);
    return { matches: matches.slice(0, maxMatches), markers, references, ...notes };
  };
  return {
    follow(languageId) {
      const followed = markerSearch.follow(languageId);
      const locateText = followText();
      return {
        find(document, input) {
          const text = document.getText();
          if (text.length > maxCharacters)
            return { ...nothing, skipped: ['This file is over 2 MB, so it was not searched.'] };
          const { regions, markers } = followed.update(text);
          return findIn({ document, text, regions, ...input }, markers, locateText);
        },
      };
    },
  };
}

interface Place extends MatchInput {
  readonly document: TextDocument;
  readonly text: string;
  readonly regions: readonly Region[];
}

/** Finds places, and may say what it left out and what took long. */
type Locator = (place: Place, notes: Notes) => readonly Match[];

interface Notes {
  readonly skipped: string[];
  readonly slow: SlowPattern[];
}

/** One compiled search serves many entries: each pattern remembers whose it is. */
interface Owned<T> {
  readonly value: T;
  readonly governing: Governing;
  readonly rank: number;
}

function owned<T>(
  { governing }: Scope,
  valuesOf: (governing: Governing) => readonly T[],
): readonly Owned<T>[] {
  return governing.flatMap((each, rank) => valuesOf(each).map((value) => ({ value, governing: each, rank })));
}

/** Of one document each. */
function textLocator(scope: Scope): () => Locator {
  const patterns = owned(scope, ({ selector }) => selector.text);
  const follow = compileFollowedSearch(patterns.map(({ value }) => value));
  const locatorOf =
    (search: FollowedTextSearch): Locator =>
    ({ text, regions, isOverdue, now }, notes) => {
      const { hits, complete, skippedLines, slow } = search.find(text, { deadline: isOverdue, now });
      const { skipped } = notes;
      if (!complete) skipped.push('Searching this file took too long, so some places may be missing.');
      if (skippedLines > 0)
        skipped.push(`${skippedLines} lines of over 20,000 characters were not searched.`);
      for (const { pattern, milliseconds } of slow) {
        const { value, governing } = patterns[pattern]!;
        notes.slow.push({ entry: governing.entry, pattern: value, milliseconds });
      }
      return hits.flatMap(({ pattern, start, end }) => {
        const { governing, rank } = patterns[pattern]!;
        const { in: wanted } = governing.selector;
        if (wanted !== 'any' && kindAt(regions, start) !== wanted) return [];
        return [{ entry: governing.entry, start, end, rank }];
      });
    };
  return () => locatorOf(follow());
}

function importLocator(scope: Scope): Locator {
  const patterns = owned(scope, ({ selector }) => selector.imports);
  if (patterns.length === 0) return () => [];
  // Patterns that begin with `./` are relative to their entry's folder.
  const folders = [...new Set(patterns.map(({ governing }) => governing.folderPath))].map((folder) => {
    const inFolder = patterns.filter(({ governing }) => governing.folderPath === folder);
    return { folder, inFolder, compiled: compileImportPatterns(inFolder.map(({ value }) => value)) };
  });
  return ({ document, text, regions, path }) => {
    const sites = findImports(text, regions, document.languageId);
    return folders.flatMap(({ folder, inFolder, compiled }) =>
      compiled.find(sites, (path ?? '').slice(folder.length)).map(({ pattern, start, end }) => {
        const { governing, rank } = inFolder[pattern]!;
        return { entry: governing.entry, start, end, rank };
      }),
    );
  };
}

function symbolLocator(scope: Scope): Locator {
  const patterns = owned(scope, ({ selector }) => selector.symbols);
  if (patterns.length === 0) return () => [];
  const compiled = compileSymbols(patterns.map(({ value }) => value));
  return ({ text, regions }) =>
    compiled.find(text, regions).map(({ pattern, start, end }) => {
      const { governing, rank } = patterns[pattern]!;
      return { entry: governing.entry, start, end, rank };
    });
}

/** What was found in a text comes after all that was written to be shown. */
function namedLocator({ named, governing }: Scope): Locator {
  const symbols = named?.symbols ?? [];
  if (symbols.length === 0) return () => [];
  const compiled = compileSymbols(symbols.map(({ symbol }) => symbol));
  return ({ text, regions }) =>
    compiled.find(text, regions).map(({ pattern, start, end }) => {
      const { entry, symbol } = symbols[pattern]!;
      return { entry, start, end, rank: governing.length + 2 + pattern, named: symbol };
    });
}

function findingLocator(scope: Scope): Locator {
  const patterns = owned(scope, ({ selector }) => selector.diagnostics).map(({ value, ...owner }) => ({
    ...owner,
    isSource: compileWildcard(value.source),
    isCode: value.code === undefined ? () => true : compileWildcard(value.code),
  }));
  return ({ document, findings }) =>
    findings.flatMap(({ range, source, code }) =>
      patterns
        .filter(({ isSource, isCode }) => isSource(source.toLowerCase()) && isCode(code))
        .map(({ governing, rank }) => ({
          entry: governing.entry,
          start: document.offsetAt(range.start),
          end: document.offsetAt(range.end),
          rank,
        })),
    );
}

/** What the team wrote about a tag is about the marker's place. */
function markerMatch({ marker: { start, end }, policy }: PlacedMarker, rank: number): readonly Match[] {
  return policy.entry === undefined ? [] : [{ entry: policy.entry, start, end, rank }];
}

function termLocator({ terms, governing }: Scope): Locator {
  if (terms.length === 0) return () => [];
  const compiled = compileTerms(terms.map(({ names }) => ({ names })));
  return ({ text, regions }) =>
    compiled.find(text, regions).map(({ term, start, end }) => ({
      entry: terms[term]!,
      start,
      end,
      rank: governing.length + 1,
    }));
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Card, CardEntry } from '../features/card';
import type { Guidance } from '../guidance/guidance';
import { guidanceFolderOf } from '../guidance/formats';
import type { WorkspaceGuidance } from '../guidance/workspaceGuidance';
import type { NamedIndex } from '../names/namedIndex';
import { dayOf } from '../text/day';
import {
  compileMatcher,
  type DocumentMatcher,
  type DocumentMatches,
  type Finding,
  type Matcher,
  nothing,
} from './documentMatches';
import { type Scope, scopeAt } from './scope';

/** What was found in one version of a document, under one snapshot of the guidance, on one day. */
export interface Analysis {
  readonly guidance: Guidance;
  readonly place: AnalysisPlace;
  readonly scope: Scope;
  readonly found: DocumentMatches;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** The cards that were made under this guidance on this day. */
  readonly cards: Map<CardEntry, Card>;
}

export interface AnalysisPlace {
  readonly workspace: WorkspaceGuidance;
  /** Of the newest snapshot of its guidance: another snapshot has another one. */
  readonly names: NamedIndex;
  /** Relative to the workspace folder; `undefined` for a text that is no file yet. */
  readonly path: string | undefined;
}

export interface AnalysisInput {
  readonly place: AnalysisPlace;
  readonly findings: readonly Finding[];
  readonly now: () => Date;
  /** Takes the time of a search. */
  measure<T>(search: () => T): T;
}

/** What does not depend on the text: it outlives edits. */
interface Ground {
  readonly guidance: Guidance;
  readonly names: NamedIndex;
  readonly languageId: string;
  readonly path: string | undefined;
  readonly today: string;
  readonly scope: Scope;
  readonly matcher: DocumentMatcher | undefined;
  readonly cards: Map<CardEntry, Card>;
}

interface Known {
  readonly analysis: Analysis;
  readonly ground: Ground;
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** A search of one file that takes longer is cut short, and says so. */
const searchMilliseconds = 2_000;

/** Remembers what was found in documents until their text, the guidance or the day changes. */
export class DocumentAnalyses {
  readonly #known = new WeakMap<TextDocument, Known>();
  /** Files under the same guidance share one compiled search. */
  readonly #matchers = new WeakMap<NamedIndex, Map<string, Matcher>>();
  readonly #ordinals = new WeakMap<object, number>();
  #lastOrdinal = 0;

  of(document: TextDocument, { place, findings, now, measure }: AnalysisInput): Analysis {
    const known = this.#known.get(document);
    const ground = this.#groundOf(document, { place, today: dayOf(now()), known: known?.ground });
    if (known?.ground === ground && known.version === document.version && known.findings === findings) {
      return known.analysis;
    }
    const { matcher } = ground;
    const input = { path: place.path, findings, isOverdue: deadline(now), now: () => now().getTime() };
    const found = matcher === undefined ? nothing : measure(() => matcher.find(document, input));
    const { guidance, scope, today, cards } = ground;
    const analysis = { guidance, scope, today, cards, place, found };
    this.#known.set(document, { analysis, ground, version: document.version, findings });
    return analysis;
  }

  #groundOf(
    { languageId }: TextDocument,
    { place, today, known }: { place: AnalysisPlace; today: string; known: Ground | undefined },
  ): Ground {
    const { guidance } = place.workspace;
    const { path, names } = place;
    const isSame = known?.names === names && known.languageId === languageId && known.path === path;
    if (isSame && known.today === today) return known;
    const query = { path, languageId, today };
    const scope = { ...scopeAt(guidance, query), named: names.at(query) };
    const matcher = isLeftAlone(place) ? undefined : this.#matcherFor(names, scope).follow(languageId);
    return { guidance, names, languageId, path, today, scope, matcher, cards: new Map() };
  }

  #matcherFor(names: NamedIndex, scope: Scope): Matcher {
    const bySignature = this.#matchers.get(names) ?? new Map<string, Matcher>();
    this.#matchers.set(names, bySignature);
    const parts = [
      ...scope.governing.map(({ entry }) => entry),
      ...scope.terms,
      ...scope.policies.flatMap(({ entry }) => entry ?? []),
    ];
    const named = scope.named?.symbols ?? [];
    const signature = [
      ...parts.map((part) => this.#ordinalOf(part)),
      ...named.map(({ entry, symbol }) => `${this.#ordinalOf(entry)} ${symbol}`),
    ].join();
    const known = bySignature.get(signature);
    if (known !== undefined) return known;
    const matcher = compileMatcher(scope);
    bySignature.set(signature, matcher);
    return matcher;
  }

  #ordinalOf(part: object): number {
    const known = this.#ordinals.get(part);
    if (known !== undefined) return known;
    this.#ordinals.set(part, ++this.#lastOrdinal);
    return this.#lastOrdinal;
  }
}

/** Looks at the clock now and then only, which is asked thousands of times. */
function deadline(now: () => Date): () => boolean {
  const end = now().getTime() + searchMilliseconds;
  let asked = 0;
  return () => asked++ % 64 === 0 && now().getTime() > end;
}

/** Guidance does not look at itself, nor at what git or the team ignores. */
function isLeftAlone({ path, workspace }: AnalysisPlace): boolean {
  if (path === undefined) return false;
  return guidanceFolderOf(path) !== undefined || workspace.files?.isIgnored(path) === true;
}

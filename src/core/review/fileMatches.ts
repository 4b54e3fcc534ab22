import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageIdOf } from '../comments/languages';
import { indexDecisions } from '../guidance/decisionIndex';
import type { Governing, Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import { compileMatcher, type Matcher } from '../match/documentMatches';
import type { Selector } from '../match/selector';
import { scopeAt } from '../match/scope';
import type { DiffFile } from './diff';
import type { FileMatch } from './verdict';

export interface FileMatchesOptions {
  readonly guidance: Guidance;
  /** `2026-11-22`, in the reader's calendar. */
  readonly today: string;
  /** A clock in milliseconds. */
  now(): number;
}

/** One file that takes longer is cut short. */
const searchMilliseconds = 200;

/** Finds where philosophies, decisions and changes with questions of their own govern changed files. */
export class FileMatches {
  readonly #options: FileMatchesOptions;
  readonly #hasQuestions: boolean;
  /** By what is looked for, which many files share. */
  readonly #matchers = new Map<string, Matcher>();
  readonly #ordinals = new Map<Entry, number>();

  constructor(options: FileMatchesOptions) {
    this.#options = options;
    this.#hasQuestions = options.guidance.entries.some(asks);
  }

  /** See `ReviewFacts.matchesOf`; `readText` gives the new text, and is asked only where a place has to be found. */
  async of(file: DiffFile, readText: () => Promise<string | undefined>): Promise<readonly FileMatch[]> {
    if (!this.#hasQuestions) return [];
    const { path } = file;
    const { guidance, today } = this.#options;
    const languageId = languageIdOf(path);
    const governing = scopeAt(guidance, { path, languageId, today }).governing.flatMap(
      ({ entry, ...rest }) => (asks(entry) ? [{ entry, ...rest }] : []),
    );
    const located = governing.filter(({ selector }) => selector.locates);
    const text = located.length === 0 || file.status === 'deleted' ? '' : await readText();
    const placesOf = text === undefined ? () => [] : this.#search(path, { text, located, languageId });
    return governing.flatMap(({ entry, selector }): FileMatch[] => {
      if (!selector.locates) return [{ entry, places: undefined }];
      const places = placesOf(entry, selector);
      return places === undefined ? [] : [{ entry, places }];
    });
  }

  /** The places of each entry: none where that cannot be told, and `undefined` where there is none. */
  #search(
    path: string,
    { text, located, languageId }: { text: string; located: readonly Governing[]; languageId: string },
  ): (entry: FileMatch['entry'], selector: Selector) => FileMatch['places'] {
    if (text === '' || located.length === 0) return () => undefined;
    const document = TextDocument.create(path, languageId, 0, text);
    const end = this.#options.now() + searchMilliseconds;
    const isOverdue = () => this.#options.now() > end;
    const { matches, skipped } = this.#matcherFor(located)
      .follow(languageId)
      .find(document, { path, findings: [], isOverdue });
    return (wanted, { diagnostics }) => {
      const places = matches.filter(({ entry }) => entry === wanted);
      const isUntold = skipped.length > 0 || diagnostics.length > 0;
      if (places.length === 0) return isUntold ? [] : undefined;
      return places.map(({ start, end: stop }) => ({
        start: document.positionAt(start),
        end: document.positionAt(stop),
      }));
    };
  }

  #matcherFor(governing: readonly Governing[]): Matcher {
    const key = governing.map(({ entry }) => this.#ordinalOf(entry)).join();
    let matcher = this.#matchers.get(key);
    if (matcher === undefined) {
      matcher = compileMatcher({
        governing,
        terms: [],
        policies: [],
        decisions: noDecisions,
        area: undefined,
        direction: undefined,
      });
      this.#matchers.set(key, matcher);
    }
    return matcher;
  }

  #ordinalOf(entry: Entry): number {
    const known = this.#ordinals.get(entry) ?? this.#ordinals.size;
    this.#ordinals.set(entry, known);
    return known;
  }
}

const noDecisions = indexDecisions([], '');

function asks(entry: Entry): entry is FileMatch['entry'] {
  return (
    (entry.kind === 'philosophy' || entry.kind === 'decision' || entry.kind === 'change') &&
    entry.checklist.length > 0
  );
}

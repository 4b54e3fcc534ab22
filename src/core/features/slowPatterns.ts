import type { Guidance } from '../guidance/guidance';
import type { Entry } from '../guidance/model';
import type { Problem } from '../guidance/problem';
import { problemCodes } from '../guidance/problemCodes';
import type { SlowPattern } from '../match/documentMatches';
import { relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';
import type { SlowThing } from './cost';

/** One that took longer in one file is a problem of its entry. */
const slowMilliseconds = 200;

const mostKnown = 20;
const longestSource = 60;

interface Known extends SlowPattern {
  /** The file where it took longest. */
  readonly path: string;
}

/** The slowest patterns of a session, as long as their entries are as they were. */
export class SlowPatterns {
  #known: readonly Known[] = [];

  /** Takes what patterns took in a file; the longest time of each counts. */
  note(slow: readonly SlowPattern[], path: string): void {
    for (const news of slow) {
      const isSame = ({ entry, pattern }: Known) => entry === news.entry && pattern === news.pattern;
      if (news.milliseconds <= (this.#known.find(isSame)?.milliseconds ?? 0)) continue;
      this.#known = [...this.#known.filter((known) => !isSame(known)), { ...news, path }]
        .sort((a, b) => b.milliseconds - a.milliseconds)
        .slice(0, mostKnown);
    }
  }

  /** The slowest first. */
  worst(guidance: readonly Guidance[]): readonly SlowThing[] {
    return this.#in(guidance).map(({ known: { entry, pattern, milliseconds }, root }) => ({
      name: `${shortened(pattern.source)} of ${entry.id}, ${relativePath(entry.uri, root) ?? entry.uri}`,
      milliseconds,
      uri: entry.uri,
      line: rangeOf(entry).start.line,
    }));
  }

  /** Those that a person should change, in their sources. */
  problems(guidance: readonly Guidance[]): readonly Problem[] {
    return this.#in(guidance)
      .filter(({ known }) => known.milliseconds >= slowMilliseconds)
      .map(({ known: { entry, pattern, milliseconds, path } }) => {
        const seconds = (milliseconds / 1000).toFixed(1);
        const cure = 'Write a word into it that each match holds, or narrow "files".';
        return {
          code: 'slow-pattern',
          severity: problemCodes['slow-pattern'].severity,
          message: cleanLine(`"${shortened(pattern.source)}" took ${seconds} s in ${path}. ${cure}`),
          uri: entry.uri,
          range: rangeOf(entry),
        };
      });
  }

  /** A source that was read anew has new entries. */
  #in(guidance: readonly Guidance[]): readonly { readonly known: Known; readonly root: string }[] {
    if (this.#known.length === 0) return [];
    const roots = new Map<Entry, string>(
      guidance.flatMap(({ entries, root }) => entries.map((entry) => [entry, root] as const)),
    );
    this.#known = this.#known.filter(({ entry }) => roots.has(entry));
    return this.#known.map((known) => ({ known, root: roots.get(known.entry)! }));
  }
}

function rangeOf({ kind, parts }: SlowPattern['entry']): Problem['range'] {
  return parts.range([kind === 'change' ? 'from' : 'applies', 'text']);
}

function shortened(source: string): string {
  return source.length > longestSource ? `${source.slice(0, longestSource)}…` : source;
}

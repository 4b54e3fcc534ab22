import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { everyFile, type LocatedGlob } from '../../match/selector';
import { cleanLine } from '../../text/markdown';
import type { PathPattern } from '../../text/pathPattern';
import { slug } from '../../text/slug';
import type { Area } from '../model';
import type { SourceText } from '../sourceText';

/** What a file of owners says of some files. */
export interface OwnersRule {
  readonly title: string;
  readonly globs: readonly LocatedGlob[];
  /** The lines that say it. */
  readonly range: Range;
  readonly leads: readonly string[];
  readonly group?: string;
  readonly ask?: string;
  readonly ranks?: readonly number[];
}

/**
 * Rules as areas. Ids are made of `prefix` and title; where a title stands twice the later one gets a number.
 */
export function areasOf(
  rules: readonly OwnersRule[],
  { source, document, prefix }: { source: SourceText; document: TextDocument; prefix: string },
): readonly Area[] {
  const seen = new Map<string, number>();
  const { uri, folder, linkBase } = source;
  return rules.map(({ title, globs, range, leads, ...rest }): Area => {
    const name = `${prefix}.${slug(title)}`.slice(0, 60);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return {
      kind: 'area',
      id: times === 1 ? name : `${name.slice(0, 57)}-${times}`,
      title: cleanLine(title),
      folder,
      linkBase,
      uri,
      range,
      parts: { range: () => range, text: () => document.getText(range), lost: () => [] },
      applies: { ...everyFile, files: globs },
      leads,
      away: [],
      reviewers: [],
      ...rest,
    };
  });
}

/** Patterns as one glob, of which those in `except` are left out. */
export function globOf(
  source: string,
  patterns: readonly PathPattern[],
  except: readonly PathPattern[] = [],
): LocatedGlob['glob'] {
  const alternatives = patterns.map((pattern) =>
    except.length === 0
      ? pattern
      : {
          ...pattern,
          matches: (path: string) => pattern.matches(path) && !except.some((each) => each.matches(path)),
          coversFolder: () => false,
        },
  );
  return {
    source,
    alternatives,
    matches: (path) => alternatives.some((each) => each.matches(path)),
    coversFolder: (folder) => alternatives.some((each) => each.coversFolder(folder)),
  };
}

/** The lines `from` to `to`, both 0-based and included, without the end of the last. */
export function linesRange(lines: readonly string[], from: number, to: number): Range {
  return { start: { line: from, character: 0 }, end: { line: to, character: lines[to]!.length } };
}

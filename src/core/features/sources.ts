import type { Guidance } from '../guidance/guidance';
import { relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';

/** A file that guidance was read from. */
export interface SourceSummary {
  readonly uri: string;
  /** Path in the workspace folder, plain text; the URI for a source outside of it. */
  readonly path: string;
  readonly entries: number;
  readonly problems: number;
}

/** Each file once, also where several folders build on it. */
export function summarizeSources({ sources, problems, root }: Guidance): readonly SourceSummary[] {
  const byUri = new Map(sources.map((source) => [source.uri, source]));
  return [...byUri.values()].map(({ uri, entries }) => ({
    uri,
    path: cleanLine(relativePath(uri, root) ?? uri),
    entries: entries.length,
    problems: problems.filter((problem) => problem.uri === uri).length,
  }));
}

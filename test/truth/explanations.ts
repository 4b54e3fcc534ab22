import type { Disagreement } from './compare';
import list from './explained.json';

/** A disagreement that somebody looked at, and in which TextMate is wrong by the language's own rules. */
interface Explanation {
  readonly file: string;
  /** 1-based; all of the file without them. */
  readonly lines?: readonly number[];
  readonly reason: string;
}

const explanations: readonly Explanation[] = list;

export function isExplained({ path, line }: Disagreement): boolean {
  return explanations.some((each) => explains(each, path, line));
}

/** Explanations of what nobody disagrees on any more. */
export function staleExplanations(disagreements: readonly Disagreement[]): readonly string[] {
  return explanations
    .filter((each) => !disagreements.some(({ path, line }) => explains(each, path, line)))
    .map(({ file, lines = [] }) => [file, ...lines].join(':'));
}

function explains({ file, lines }: Explanation, path: string, line: number): boolean {
  return file === path && (lines === undefined || lines.includes(line));
}

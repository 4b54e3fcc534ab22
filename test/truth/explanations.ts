import type { Disagreement } from './compare';
import list from './explained.json';

/** A disagreement that somebody looked at, and who is wrong in it by the language's own rules. */
interface Explanation {
  readonly file: string;
  /** 1-based. */
  readonly lines: readonly number[];
  readonly wrong: string;
  readonly reason: string;
}

const explanations: readonly Explanation[] = list;

/** Whether TextMate is known to be wrong; such a disagreement counts neither for precision nor for recall. */
export function isExplained({ path, line }: Disagreement): boolean {
  return explanations.some((each) => each.wrong === 'TextMate' && explains(each, path, line));
}

/** Explanations of what nobody disagrees on any more. */
export function staleExplanations(disagreements: readonly Disagreement[]): readonly string[] {
  return explanations.flatMap((each) =>
    each.lines
      .filter((line) => !disagreements.some((found) => found.line === line && found.path === each.file))
      .map((line) => `${each.file}:${line}`),
  );
}

/** A Markdown list of the reasons of all disagreements, and of their places. */
export function listOf(disagreements: readonly Disagreement[]): string {
  const places = new Map<string, string[]>();
  for (const { path, line, found } of disagreements) {
    const known = explanations.find((each) => explains(each, path, line));
    const reason =
      known === undefined ? `Only ${found}, not looked at yet.` : `${prefixOf(known)}${known.reason}`;
    places.set(reason, [...(places.get(reason) ?? []), `\`${path}:${line}\``]);
  }
  return [...places].map(([reason, of]) => `- ${reason} ${of.join(', ')}\n`).join('');
}

function prefixOf({ wrong }: Explanation): string {
  return wrong === 'Leadlight' ? '**Counts against Leadlight.** ' : '';
}

function explains({ file, lines }: Explanation, path: string, line: number): boolean {
  return file === path && lines.includes(line);
}

/** Lines of a text, 0-based, both included. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines that the part of a link behind its `#` names: `L10`, `L10-L42`, or a heading of a Markdown text by the name
 * that GitHub gives it. `undefined` where there are none.
 */
export function linesOfFragment(text: string, fragment: string): Lines | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const [, from, to] = /^L(\d{1,7})(?:C\d+)?(?:-L?(\d{1,7})(?:C\d+)?)?$/.exec(fragment) ?? [];
  if (from !== undefined) {
    const start = Number(from) - 1;
    if (start < 0 || start >= lines.length) return undefined;
    return { start, end: Math.min(Math.max(Number(to ?? from) - 1, start), lines.length - 1) };
  }
  const start = headingNames(lines).get(fragment.toLowerCase());
  return start === undefined ? undefined : { start, end: start };
}

/** The line of each heading, by its name; a name that comes again has a number behind it. */
function headingNames(lines: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const times = new Map<string, number>();
  let fence: string | undefined;
  lines.forEach((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    const title = fence === undefined ? /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line)?.[1] : undefined;
    if (title === undefined) return;
    const name = headingName(title);
    const count = times.get(name) ?? 0;
    times.set(name, count + 1);
    const whole = count === 0 ? name : `${name}-${count}`;
    if (!names.has(whole)) names.set(whole, index);
  });
  return names;
}

/** As GitHub names a heading: its letters and digits in lower case, and `-` for spaces. */
function headingName(title: string): string {
  return title
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

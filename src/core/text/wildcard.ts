/**
 * A test for whole values: `*` stands for any characters, none included; every other character stands for itself.
 * The pieces between the stars are looked for from left to right, each as early as it fits, so nothing is tried twice.
 */
export function compileWildcard(pattern: string): (value: string) => boolean {
  const pieces = pattern.split('*');
  const first = pieces.shift()!;
  const last = pieces.pop();
  if (last === undefined) return (value) => value === pattern;
  const between = pieces.filter((piece) => piece !== '');
  return (value) => {
    if (!value.startsWith(first)) return false;
    const lastStart = value.length - last.length;
    let at = first.length;
    for (const piece of between) {
      const found = value.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= lastStart && value.endsWith(last);
  };
}

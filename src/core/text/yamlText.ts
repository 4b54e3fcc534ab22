/** A mapping of YAML on one line, which may stand wherever a mapping does. */
export function yamlMapping(value: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${key}: ${yamlValue(each)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** A value of YAML on one line: text as it is where that is plain, and else in quotes. */
export function yamlValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return yamlMapping(value as Record<string, unknown>);
  const text = String(value);
  if (typeof value === 'number') return text;
  const isPlain = /^[A-Za-z_][\w./-]*$/.test(text) && !words.test(text);
  // Every JSON string is one of YAML.
  return isPlain ? text : JSON.stringify(text);
}

/** Words that readers of YAML take for something else than text. */
const words = /^(true|false|null|yes|no|on|off|y|n)$/i;

/**
 * A text as a value of YAML that stands at the end of a line, outside of brackets: in quotes only where it needs them,
 * and then in single ones where those can hold it, so that patterns need no second backslash.
 */
export function yamlLine(text: string): string {
  const isPlain = /^[\p{L}_](?:[\p{L}\p{N} _./()+,-]*[\p{L}\p{N}_./()+,-])?$/u.test(text);
  if (isPlain && !words.test(text)) return text;
  return text.includes('\\') && !/\n/.test(text) && !unwritable.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text);
}

/** What YAML has no place for outside of double quotes. */
const unwritable = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\p{Surrogate}]/u;

/**
 * A text as the lines of a value below its key, such as `why: |` and the text behind two spaces; on one line where it
 * is one, or where a block could not hold it.
 */
export function yamlProse(key: string, text: string): readonly string[] {
  const lines = text.split('\n');
  const isBlock = lines.length > 1 && /^\S/.test(text) && !unwritable.test(text);
  if (!isBlock) return [`${key}: ${yamlLine(text)}`];
  return [`${key}: |`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

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
  const isPlain = /^[A-Za-z_][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  // Every JSON string is one of YAML.
  return isPlain ? text : JSON.stringify(text);
}

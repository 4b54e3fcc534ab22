import type { SchemaKey } from '../guidance/schemaKeys';
import { codeBlock } from '../text/markdown';
import type { AuthoringCompletion } from './completion';
import type { SourcePlace } from './sourcePlace';

/** The keys that a mapping lacks, those first without which it says too little. */
export function completeKeys(place: SourcePlace, { keys }: SchemaKey): readonly AuthoringCompletion[] {
  const missing = [...keys.values()].filter(({ name }) => !place.keys.includes(name));
  return [...missing.filter(({ required }) => required), ...missing.filter(({ required }) => !required)].map(
    (key) => ({
      kind: 'key',
      label: key.name,
      detail: key.required ? 'required' : '',
      documentation: keyText(key),
      text: place.hasColon ? key.name : `${leading(place)}${key.name}:${valueBlank(key, place)}`,
      isSnippet: !place.hasColon,
      start: place.start,
      end: place.end,
    }),
  );
}

/** What a key means, with an example; Markdown. */
export function keyText({ name, description, example }: SchemaKey): string {
  return example === '' ? description : `${description}\n\n${codeBlock(`${name}: ${example}`, 'yaml')}`;
}

/** What must stand between a colon or a dash and a text. */
export function leading({ needsSpace }: Pick<SourcePlace, 'needsSpace'>): string {
  return needsSpace ? ' ' : '';
}

/** The blanks behind the colon of a key, as what it takes asks for. */
function valueBlank(key: SchemaKey, place: SourcePlace): string {
  const { keys, values, holds, isList } = key;
  if (values !== undefined) return ` ${choiceBlank(key, values)}`;
  // The editor indents as the line is that the key is in, which may begin with a dash.
  const below = `\n${' '.repeat(Math.max(0, place.indent - place.lineIndent) + 2)}`;
  if (keys.size > 0) {
    if (place.isFlow) return isList ? ' [{ $1 }]' : ' { $1 }';
    return isList ? `${below}- $1` : `${below}$1`;
  }
  if (holds === 'markdown' && !place.isFlow) return ` |${below}$1`;
  if (holds === 'pattern') return " '$1'";
  if (isList) return ' ["$1"]';
  return holds !== undefined && quoted.includes(holds) ? ' "$1"' : ' $1';
}

function choiceBlank({ keys, isList }: SchemaKey, values: readonly string[]): string {
  if (keys.size > 0) return '$1';
  const choice = `\${1|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return isList && !values.includes('true') ? `[${choice}]` : choice;
}

/** What often begins with a sign that YAML reads otherwise, or holds one. */
const quoted: readonly SchemaKey['holds'][] = ['glob', 'owner', 'markdown'];

import { compileGlob, isGlobError } from '../../core/text/globs';
import { cleanLine } from '../../core/text/markdown';
import { markerLook } from '../markerLooks';
import { cssColor } from './cssColor';
import { todoHighlight, leftBehind, todoHighlightLeftBehind, todoTreePrefixes } from './foreignKeys';
import {
  field,
  type ForeignSettings,
  type ForeignTag,
  foreignTags,
  todoTreeSetting,
  wordsOf,
} from './foreignTags';

export interface ImportOptions {
  /** Schemes of documents that Leadlight looks at. */
  readonly schemes: readonly string[];
}

/** Found without any guidance. */
const defaultTags = ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG'];
const mostTags = 200;

/**
 * Settings of Todo Tree, Better Todo Tree and TODO Highlight as the text of a guidance file. Its comments say what
 * belongs into settings.json, and what could not be carried over and why.
 */
export function importSettings(settings: ForeignSettings, { schemes }: ImportOptions): string {
  const notes: string[] = [];
  const tags = foreignTags(settings)
    .slice(0, mostTags)
    .filter((tag) => isUsable(tag, notes));
  const ignore = globsOf(settings, notes);
  const own = { ...colorsOf(tags, notes), ...switchesOf(settings) };
  const missing = defaultTags.filter(
    (tag) => !tags.some((found) => found.tag === tag || found.aliases.includes(tag)),
  );
  if (tags.length > 0 && missing.length > 0)
    notes.push(`${missing.join(', ')}: found as well, because Leadlight looks for it by default`);
  noteSchemes(settings, schemes, notes);
  noteLeftBehind(settings, notes);
  return [
    ...comment([
      'What your settings of other tools become in Leadlight.',
      'Nothing is saved yet: look through it, and save it as .leadlight/markers.yaml in your workspace.',
    ]),
    ...block(
      'For your settings.json:',
      Object.keys(own).length === 0 ? [] : JSON.stringify(own, undefined, 2).split('\n'),
    ),
    ...block(
      'What was not carried over:',
      notes.map((note) => `- ${cleanLine(note)}`),
    ),
    '',
    ...markerLines(tags.filter(({ tag, aliases }) => !defaultTags.includes(tag) || aliases.length > 0)),
    ...list('ignore', ignore),
  ].join('\n');
}

function isUsable({ tag, from }: ForeignTag, notes: string[]): boolean {
  const isWord = /^[\p{L}\p{N}_@$#!-][\p{L}\p{N}_@$#!. :-]*$/u.test(tag) && /[\p{L}\p{N}]/u.test(tag);
  if (!isWord) notes.push(`${from}: "${tag}" is no word, and a tag is one`);
  return isWord;
}

function globsOf(settings: ForeignSettings, notes: string[]): readonly string[] {
  const tree = todoTreeSetting(settings, 'exclude');
  const all = [
    ...wordsOf(tree?.value).map((glob) => ({ name: tree?.name ?? '', glob })),
    ...wordsOf(settings[todoHighlight.exclude]).map((glob) => ({ name: todoHighlight.exclude, glob })),
  ];
  const usable = all.filter(({ name, glob }) => {
    const compiled = compileGlob(glob);
    if (isGlobError(compiled)) notes.push(`${name}: "${glob}": ${compiled.message}`);
    else if (/^(?:\/|[A-Za-z]:|~)/.test(glob))
      notes.push(`${name}: "${glob}" does not begin in the workspace`);
    else return !/(?:^|\/)(?:node_modules|\.git)(?:\/|$)/.test(glob);
    return false;
  });
  return [...new Set(usable.map(({ glob }) => glob))];
}

function colorsOf(tags: readonly ForeignTag[], notes: string[]): Readonly<Record<string, unknown>> {
  const colors = new Map<string, { readonly tag: string; readonly value: string }>();
  for (const { tag, color } of tags) {
    if (color === undefined) continue;
    const value = cssColor(color);
    const id = markerLook(tag).color;
    const taken = colors.get(id);
    if (value === undefined)
      notes.push(`the colour "${color}" of ${tag}: it is no colour in hex, rgb() or a common name`);
    else if (taken === undefined) colors.set(id, { tag, value });
    else if (taken.value !== value)
      notes.push(`the colour "${color}" of ${tag}: it shares the colour of ${taken.tag}`);
  }
  if (colors.size === 0) return {};
  return {
    'workbench.colorCustomizations': Object.fromEntries([...colors].map(([id, { value }]) => [id, value])),
  };
}

function switchesOf(settings: ForeignSettings): Readonly<Record<string, unknown>> {
  const isOff =
    todoTreeSetting(settings, 'highlights')?.value === false || settings[todoHighlight.isOn] === false;
  const type = field(todoTreeSetting(settings, 'standard')?.value, 'type');
  const isLine =
    type === 'line' ||
    type === 'whole-line' ||
    field(settings[todoHighlight.standard], 'isWholeLine') === true;
  return {
    ...(isOff || type === 'none'
      ? { 'leadlight.highlights': 'none' }
      : isLine && { 'leadlight.highlights': 'line' }),
    ...(todoTreeSetting(settings, 'follows')?.value === false && { 'leadlight.debt.follow': false }),
  };
}

function noteSchemes(settings: ForeignSettings, schemes: readonly string[], notes: string[]): void {
  const set = todoTreeSetting(settings, 'schemes');
  const unknown = wordsOf(set?.value).filter((scheme) => !schemes.includes(scheme) && scheme !== 'ssh');
  if (set !== undefined && unknown.length > 0)
    notes.push(`${set.name}: ${unknown.join(', ')}: Leadlight looks at ${schemes.join(', ')}`);
}

function noteLeftBehind(settings: ForeignSettings, notes: string[]): void {
  const rows = [
    ...leftBehind.flatMap(([reason, ...keys]) =>
      keys.flatMap((key) => todoTreePrefixes.map((prefix) => [`${prefix}.${key}`, reason] as const)),
    ),
    ...todoHighlightLeftBehind.flatMap(([reason, ...keys]) => keys.map((key) => [key, reason] as const)),
  ];
  for (const [key, reason] of rows) if (settings[key] !== undefined) notes.push(`${key}: ${reason}`);
}

function markerLines(tags: readonly ForeignTag[]): readonly string[] {
  if (tags.length === 0) return ['# All of these tags are found without any guidance.', ''];
  const entries = tags.flatMap(({ tag, aliases }) => [
    `  - tag: ${JSON.stringify(tag)}`,
    ...(aliases.length === 0 ? [] : [`    aliases: ${JSON.stringify(aliases)}`]),
    `    means: ${JSON.stringify(`Say here what ${tag} means to your team.`)}`,
  ]);
  return ['markers:', ...entries, ''];
}

function list(key: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${key}:`, ...values.map((value) => `  - ${JSON.stringify(value)}`), ''];
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : comment(['', title, ...lines.map((line) => `  ${line}`)]);
}

function comment(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `# ${line}`.trimEnd());
}

import { todoHighlight, carried, todoTreePrefixes, type CarriedKey } from './foreignKeys';

/** What a person has set, by the setting's full name. */
export type ForeignSettings = Readonly<Record<string, unknown>>;

/** A tag of another tool, with the other ways to write it and the colour that it has there. */
export interface ForeignTag {
  readonly tag: string;
  readonly aliases: readonly string[];
  readonly color?: string;
  /** The setting that names it. */
  readonly from: string;
}

/** The value of one of Todo Tree's settings, with the name under which it is set: Better Todo Tree's own counts first. */
export function todoTreeSetting(
  settings: ForeignSettings,
  key: CarriedKey,
): { readonly name: string; readonly value: unknown } | undefined {
  const all = todoTreePrefixes.flatMap((prefix) => carried[key].map((name) => `${prefix}.${name}`));
  const name = all.find((candidate) => settings[candidate] !== undefined);
  return name === undefined ? undefined : { name, value: settings[name] };
}

/** All tags that are set, in their order, each once. */
export function foreignTags(settings: ForeignSettings): readonly ForeignTag[] {
  const tags = new Map<string, ForeignTag>();
  for (const found of [...todoTreeTags(settings), ...todoHighlightTags(settings)]) {
    const known = tags.get(found.tag);
    tags.set(found.tag, known === undefined ? found : { ...found, ...known });
  }
  return [...tags.values()];
}

/** The words of a list; a text is one word, and anything else has none. */
export function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : [];
}

/** What a value holds under a name; `undefined` for what is no mapping. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function todoTreeTags(settings: ForeignSettings): readonly ForeignTag[] {
  const value = (key: CarriedKey) => todoTreeSetting(settings, key)?.value;
  const groups = Object.entries((value('tagGroups') ?? {}) as object).map(([name, members]) => ({
    name,
    members: wordsOf(members),
  }));
  const written = todoTreeSetting(settings, 'tags') ?? todoTreeSetting(settings, 'custom');
  const words = [...wordsOf(value('tags')), ...(value('tags') === undefined ? namesOf(value('custom')) : [])];
  const names = [
    ...new Set([
      ...words.map((word) => groups.find(({ members }) => members.includes(word))?.name ?? word),
      ...groups.map(({ name }) => name),
    ]),
  ];
  return names.map((name, index) => {
    const color =
      highlightColor(field(value('custom'), name)) ??
      schemeColor(value, index) ??
      highlightColor(value('standard'));
    const aliases = groups.find((group) => group.name === name)?.members ?? [];
    const from = written?.name ?? todoTreeSetting(settings, 'tagGroups')?.name ?? '';
    return toTag({ name, aliases, from, color });
  });
}

function schemeColor(value: (key: CarriedKey) => unknown, index: number): string | undefined {
  if (value('usesScheme') !== true) return undefined;
  const colors = wordsOf(value('backgrounds') ?? value('foregrounds'));
  return colors[index % colors.length];
}

/** The colour that catches the eye: what lies behind the tag, else the tag's own. */
function highlightColor(style: unknown): string | undefined {
  return [
    'background',
    'foreground',
    'rulerColour',
    'iconColour',
    'backgroundColor',
    'color',
    'overviewRulerColor',
  ]
    .map((name) => field(style, name))
    .find((color): color is string => typeof color === 'string');
}

function todoHighlightTags(settings: ForeignSettings): readonly ForeignTag[] {
  const { keywords, pattern, standard } = todoHighlight;
  const written = settings[pattern];
  const fallback = highlightColor(settings[standard]);
  // With a pattern, the tool does not look at the list.
  if (typeof written === 'string' && written !== '')
    return written.split('|').map((name) => toTag({ name, from: pattern, color: fallback }));
  const items = Array.isArray(settings[keywords]) ? (settings[keywords] as readonly unknown[]) : [];
  return items.flatMap((item) => {
    const name = typeof item === 'string' ? item : field(item, 'text');
    if (typeof name !== 'string') return [];
    return toTag({ name, from: keywords, color: highlightColor(item) ?? fallback });
  });
}

function toTag(options: {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly from: string;
  readonly color: string | undefined;
}): ForeignTag {
  const { name, aliases = [], from, color } = options;
  const tag = withoutColon(name);
  const others = [...new Set(aliases.map(withoutColon))].filter((alias) => alias !== tag);
  return { tag, aliases: others, from, ...(color !== undefined && { color }) };
}

/** Leadlight reads the colon by itself. */
function withoutColon(word: string): string {
  return word.trim().replace(/\s*:$/, '');
}

function namesOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

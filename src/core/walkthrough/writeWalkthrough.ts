import { headingsIn } from '../guidance/markdownSections';
import { cleanLine } from '../text/markdown';
import { slug } from '../text/slug';
import { yamlMapping, yamlValue } from '../text/yamlText';

export interface WalkthroughDraft {
  readonly title: string;
  readonly text: string;
  /** Keys of the front matter. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** What is said beside the keys, each one line. */
  readonly comments: readonly string[];
  readonly steps: readonly StepDraft[];
}

export interface StepDraft {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly keys: Readonly<Record<string, unknown>>;
}

/**
 * A walkthrough as a file of `.leadlight/walkthroughs/`, which reads as just what was given. A text that would be taken
 * apart, such as one with headings of its own, is written as a key.
 */
export function writeWalkthrough({ title, text, keys, comments, steps }: WalkthroughDraft): string {
  const { prose, key } = proseOf(text);
  const front = [
    ...comments.map((comment) => `# ${cleanLine(comment)}`),
    ...Object.entries({ ...keys, ...key }).map(([name, value]) => `${name}: ${yamlValue(value)}`),
  ];
  return `${[
    ...(front.length === 0 ? [] : [`---\n${front.join('\n')}\n---`]),
    headingLine(1, title),
    ...prose,
    ...steps.flatMap(stepParts),
  ].join('\n\n')}\n`;
}

function stepParts({ id, title, text, keys }: StepDraft): readonly string[] {
  const { prose, key } = proseOf(text);
  const all = { ...(id !== slug(title) && { id }), ...keys, ...key };
  const lines = Object.entries(all).map(([name, value]) =>
    typeof value === 'object'
      ? `${name}: ${yamlMapping(value as Record<string, unknown>)}`
      : `${name}: ${yamlValue(value)}`,
  );
  const block =
    lines.length > 0 || /^(?:`{3,}|~{3,})[ \t]*ya?ml[ \t]*$/im.test(prose[0]?.split('\n')[0] ?? '');
  return [headingLine(2, title), ...(block ? [keysBlock(lines.join('\n'))] : []), ...prose];
}

/** A text under a heading, where it is read as it is there; else as a key. */
function proseOf(text: string): {
  readonly prose: readonly string[];
  readonly key?: { readonly text: string };
} {
  const prose = text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  if (prose === '') return { prose: [] };
  // A step behind it must be the only one that is read.
  const steps = [...headingsIn(`${prose}\n\n## end`, 0)].filter(({ depth }) => depth === 2);
  const isWhole = steps[0]?.start === prose.length + 2 && prose === prose.trim();
  return isWhole ? { prose: [prose] } : { prose: [], key: { text: prose } };
}

/** A title as a heading, which reads as exactly that title. */
export function headingLine(depth: 1 | 2, title: string): string {
  const marks = '#'.repeat(depth);
  // What looks like the closing of a heading is left out by readers, once.
  return /(?:^|[ \t])#+$/.test(title) ? `${marks} ${title} ${marks}` : `${marks} ${title}`;
}

/** The keys of a step, directly under its heading. No key can end the block. */
export function keysBlock(yaml: string): string {
  const longest = Math.max(0, ...Array.from(yaml.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}yaml\n${yaml}\n${fence}`;
}

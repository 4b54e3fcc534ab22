import { splitFrontMatter } from '../guidance/frontMatter';
import { stepKeysAt, walkthroughSections } from '../guidance/walkthroughMarkdown';
import { parseYaml } from '../guidance/yamlTree';
import { slug } from '../text/slug';
import { headingLine, keysBlock } from './writeWalkthrough';
import { lineEndOf } from '../text/lineEnds';
import type { WrittenStep, WrittenSteps } from './writtenStep';

/** The steps of a Markdown file of `.leadlight/walkthroughs/`; never throws. */
export function markdownSteps(text: string): WrittenSteps {
  const { bodyStart } = splitFrontMatter(text);
  const { sections, introEnd } = walkthroughSections(text, bodyStart);
  const lineEnd = lineEndOf(text);
  const steps = sections.map((section): WrittenStep => {
    const { name, start, bodyStart: headingEnd, end } = section;
    const keys = stepKeysAt(text, section);
    const [tree] = parseYaml(text.slice(keys.yamlStart, keys.yamlEnd)).trees;
    const { id, ...rest } = (tree?.keys === undefined ? {} : tree.value) as Record<string, unknown>;
    return {
      id: typeof id === 'string' ? id : slug(name),
      title: name,
      hasId: id !== undefined,
      block: { start, end: start + text.slice(start, end).trimEnd().length },
      rest: { ...rest, text: text.slice(keys.textStart, end).trim() },
      retitled: (title) => ({ start, end: headingEnd, text: headingLine(2, title) }),
      withId: (own) =>
        keys.yamlStart === headingEnd
          ? {
              start: headingEnd,
              end: headingEnd,
              text: `\n\n${keysBlock(`id: ${own}`)}`.replaceAll('\n', lineEnd),
            }
          : { start: keys.yamlStart, end: keys.yamlStart, text: `id: ${own}${lineEnd}` },
    };
  });
  return {
    steps,
    rest: text.slice(0, introEnd).trimEnd(),
    emptied: () => steps.map(({ block }) => ({ ...block, text: '' })),
  };
}

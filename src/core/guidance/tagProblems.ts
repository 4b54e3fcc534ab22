import { defaultTags } from '../markers/defaultTags';
import { isOneSlip } from '../text/didYouMean';
import { grouped } from '../text/grouped';
import { cleanLine } from '../text/markdown';
import { yamlValue } from '../text/yamlText';
import type { Guidance } from './guidance';
import type { Entry } from './model';
import { ownEntries } from './ownEntries';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';
import type { Path } from './yamlTree';

/** Of shorter tags, two that differ by one letter are mostly two tags. */
const shortest = 4;

const spellings = defaultTags.flatMap(({ tag, aliases = [] }) => [tag, ...aliases]);

/**
 * Tags of markers that are one slip away from one that Leadlight looks for by itself, and tags that one philosophy has,
 * one slip away from one that several have.
 */
export function tagProblems(guidance: Guidance): readonly Problem[] {
  const entries = ownEntries(guidance);
  const uses = grouped(entries.flatMap(tagsOf), ({ tag }) => [tag.toLowerCase()]);
  const shared = [...uses.values()].flatMap((of) => (of.length > 1 ? [of[0]!.tag] : []));
  const once = [...uses.values()].flatMap((of) => (of.length === 1 ? of : []));
  return [
    ...entries.flatMap((entry) =>
      entry.kind === 'marker' ? slip({ tag: entry.tag, entry, path: ['tag'] }, spellings) : [],
    ),
    ...once.flatMap((use) => slip(use, shared)),
  ];
}

interface TagUse {
  readonly tag: string;
  readonly entry: Entry;
  readonly path: Path;
}

function tagsOf(entry: Entry): readonly TagUse[] {
  if (entry.kind !== 'philosophy') return [];
  return entry.tags.map((tag, index) => ({ tag, entry, path: ['tags', index] }));
}

function slip({ tag, entry, path }: TagUse, known: readonly string[]): readonly Problem[] {
  if (tag.length < shortest || known.some((other) => other.toLowerCase() === tag.toLowerCase())) return [];
  const meant = known.find((other) => isOneSlip(other, tag));
  if (meant === undefined) return [];
  const range = entry.parts.range(path);
  return [
    {
      code: 'unknown-tag',
      severity: problemCodes['unknown-tag'].severity,
      message: `Nothing else here has the tag "${cleanLine(tag)}". Did you mean "${cleanLine(meant)}"?`,
      uri: entry.uri,
      range,
      fix: { title: `Change to "${meant}"`, range, newText: yamlValue(meant) },
    },
  ];
}

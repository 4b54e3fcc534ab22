import type { HereEntry, HereFocus, HereResult } from '../../core/features/here';
import type { NamedArea } from '../../core/features/owners';
import { counted } from '../../core/text/counted';
import { escapeInline } from '../../core/text/markdown';
import { kinds } from '../kinds';
import type { SourceNode } from './sourceNode';

/**
 * What governs a file and a line, as a tree: the line, the file by kind, the area, the focus, problems.
 * `me` are the reader's handles.
 */
export function hereTree(here: HereResult, me: readonly string[] = []): readonly SourceNode[] {
  const nodes: SourceNode[] = [];
  if (here.line.length > 0)
    nodes.push({
      id: 'line',
      label: 'On this line',
      children: here.line.map((card) => cardNode(card, 'line')),
    });
  if (here.file.length > 0)
    nodes.push({ id: 'file', label: 'In this file', description: here.path, children: byKind(here.file) });
  if (here.areas.length > 0)
    nodes.push({ id: 'area', label: 'Area', children: here.areas.map((area) => areaNode(area, me)) });
  if (here.focus) nodes.push({ id: 'focus', label: 'Focus', children: [focusNode(here.focus)] });
  if (here.skipped.length > 0)
    nodes.push({ id: 'skipped', label: 'Left out', children: here.skipped.map(skippedNode) });
  if (here.problems > 0) nodes.push(problemsNode(here.problems));
  return nodes;
}

function byKind(cards: readonly HereEntry[]): readonly SourceNode[] {
  return [...new Set(cards.map(({ kind }) => kind))].map((kind) => {
    const ofKind = cards.filter((card) => card.kind === kind);
    return {
      id: `file:${kind}`,
      label: kinds[kind].many,
      description: String(ofKind.length),
      children: ofKind.map((card) => cardNode(card, 'file')),
    };
  });
}

function cardNode(card: HereEntry, group: 'line' | 'file'): SourceNode {
  const { kind, key, title, places, named, markdown, source } = card;
  const count = places === undefined ? named && `its text names ${named}` : counted(places, 'place');
  return {
    id: `${group}:${key}`,
    label: title,
    description: (group === 'line' ? kinds[kind].one.toLowerCase() : count) ?? 'the whole file',
    tooltip: markdown,
    icon: kinds[kind].icon,
    ...(source && { opens: source }),
  };
}

function areaNode({ name, contact, detail, source, readBy }: NamedArea, me: readonly string[]): SourceNode {
  const isMe = contact.split(', ').some((handle) => me.includes(handle));
  const said = [isMe ? `you, ${contact}` : contact, detail, source.label].filter(Boolean).join(' · ');
  return {
    id: `area:${source.label}`,
    label: name,
    description: said,
    ...(readBy.length > 0 && {
      tooltip: [name, said, `also read by ${readBy.join(', ')}`].map(escapeInline).join('\n\n'),
    }),
    icon: 'organization',
    opens: source,
  };
}

function focusNode({ text, until, source }: HereFocus): SourceNode {
  return {
    id: 'focus:now',
    label: text,
    icon: 'target',
    opens: source,
    ...(until !== undefined && { description: `until ${until}` }),
  };
}

function skippedNode(sentence: string, index: number): SourceNode {
  return { id: `skipped:${index}`, label: sentence, icon: 'info' };
}

function problemsNode(count: number): SourceNode {
  return {
    id: 'problems',
    label: count === 1 ? 'One problem in the guidance' : `${count} problems in the guidance`,
    icon: 'warning',
    opens: 'problems',
  };
}

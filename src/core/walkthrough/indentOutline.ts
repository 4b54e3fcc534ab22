import type { MarkedText } from '../match/codeTokens';
import type { Declaration } from './outline';
import { headAt } from './outlineHead';
import type { OutlineLanguage } from './outlineLanguages';

interface Open {
  readonly path: string;
  readonly name: string;
  readonly isFunction: boolean;
  readonly start: number;
  readonly indent: number;
}

/** Declarations of a language whose lines say by their indentation what they belong to. */
export function indentOutline(
  { text, regions }: MarkedText,
  language: OutlineLanguage,
): readonly Declaration[] {
  const found: Declaration[] = [];
  const open: Open[] = [];
  let [lastEnd, region] = [0, 0];
  const close = (end: number) => {
    const { path, start } = open.pop()!;
    found.push({ path, start, end });
  };
  for (let lineStart = 0; lineStart <= text.length;) {
    const lineEnd = endOfLine(text, lineStart);
    let at = lineStart;
    while (at < lineEnd && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at += 1;
    while (region < regions.length && regions[region]!.end <= at) region += 1;
    const inside = regions[region];
    const isInside = inside !== undefined && inside.start <= at;
    if (at < lineEnd && !isInside) {
      const indent = at - lineStart;
      const isEnd = /^end\b/.test(text.slice(at, at + 4));
      while (open.length > 0 && open.at(-1)!.indent >= indent) {
        // The `end` of a declaration is part of it.
        const isOwn = isEnd && open.at(-1)!.indent === indent;
        close(isOwn ? lineEnd : lastEnd);
      }
      const around = open.at(-1);
      const surroundings = around === undefined ? 'top' : around.isFunction ? 'function' : 'type';
      const head = headAt(text, at, { language, around: surroundings, within: around?.name });
      if (head !== undefined) {
        const { name, kind } = head;
        const path = around === undefined ? name : `${around.path}.${name}`;
        open.push({ path, name, isFunction: kind !== 'type', start: at, indent });
      }
    }
    if (at < lineEnd && !(isInside && inside.kind === 'comment')) lastEnd = lineEnd;
    lineStart = lineEnd + 1;
  }
  while (open.length > 0) close(lastEnd);
  return found;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

import assert from 'node:assert/strict';
import { scanRegions } from '../../../src/core/comments/scanRegions';

/**
 * Checks where the comments and strings of a text are. `marked` is the text with its regions marked:
 * `«c:...»` is a comment and `«s:...»` is a string. Fails on regions that are not marked, too.
 */
export function checkRegions(languageId: string, marked: string): void {
  assert.equal(markRegions(marked.replace(/«[cs]:|»/g, ''), languageId), marked);
}

export function markRegions(text: string, languageId: string): string {
  let marked = '';
  let at = 0;
  for (const { kind, start, end } of scanRegions(text, languageId)) {
    marked += `${text.slice(at, start)}«${kind.charAt(0)}:${text.slice(start, end)}»`;
    at = end;
  }
  return marked + text.slice(at);
}

import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { URI } from 'vscode-uri';
import { type LinkBase, resolveLink } from './links';
import { cleanText, nestsTooDeep } from './markdown';
import { pathFrom } from './pathFrom';

/** The parser needs the square of it for the worst of texts. */
const maxLength = 20_000;

/**
 * A Markdown text for a page in another folder (a URI that ends in `/`): links and images of the workspace lead to where
 * they led, and those that would lead out of it or run something lead nowhere. HTML becomes text. What else it says is
 * left as it is written.
 */
export function relativeLinks(
  text: string,
  { folder, ...base }: LinkBase & { readonly folder: string },
): string {
  const clean = cleanText(text);
  if (clean.length > maxLength || nestsTooDeep(clean))
    return clean.replaceAll('<', '&lt;').replaceAll('](', '] (');
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: Nodes) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const written = clean.slice(start, end);
    if (node.type === 'html') edits.push({ start, end, text: written.replaceAll('<', '&lt;') });
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const at = written.lastIndexOf(node.url);
      const target = targetOf(node.url, base, folder);
      if (target !== node.url)
        edits.push(
          at < 0 || node.url === ''
            ? { start, end, text: written.replaceAll('](', '] (') }
            : { start: start + at, end: start + at + node.url.length, text: target },
        );
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(clean));
  // What holds another, as a link does an image, comes after it.
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((at, edit) => at.slice(0, edit.start) + edit.text + at.slice(edit.end), clean);
}

function targetOf(url: string, base: LinkBase, folder: string): string {
  const resolved = resolveLink(url, base);
  if (resolved === undefined) return url.startsWith('#') ? url : '#';
  if (resolved === url || /^(?:https?|mailto):/i.test(resolved)) return resolved;
  const { fragment } = URI.parse(resolved);
  return linkTo(resolved, folder) + (fragment === '' ? '' : `#${fragment}`);
}

/** The address of a file (a URI) on a page in a folder. */
export function linkTo(uri: string, folder: string): string {
  const path = pathFrom(folder, uri);
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

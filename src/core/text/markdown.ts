import type { Definition, Link, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type ConstructName, type Handle, defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import { cut } from './cut';

export interface MarkdownOptions {
  /** Where a link leads, as a URI that may be shown; `undefined` makes it plain text. */
  resolveLink(target: string): string | undefined;
}

/**
 * Signs of what renderers know beyond CommonMark: tables, strike-through, mathematics, and addresses that become links
 * by themselves, which would swallow an escape behind them. Text keeps them as text; in an address they are the address.
 */
const addresses: ConstructName[] = ['autolink', 'destinationLiteral', 'destinationRaw'];
const extensions = [
  ...['|', '~', '$'].map((character) => ({ character })),
  { character: ':', after: '-', atBreak: true },
  { character: '-', after: '[:|-]', atBreak: true },
  { character: '.', before: '[Ww]{3}' },
  { character: ':', after: '/' },
  { character: '@', before: '[\\w.+-]' },
].map((sign) => ({ ...sign, inConstruct: 'phrasing' as const, notInConstruct: addresses }));

/**
 * VS Code's renderer (marked) takes the backslash before a bracket away in a link's label, and then looks for links in
 * it. A character reference stays what it is.
 */
const text: Handle = (node, parent, state, info) => {
  const labelInfo = { ...info, encode: state.stack.includes('label') ? ['[', ']'] : [] };
  return defaultHandlers.text(node, parent, state, labelInfo);
};
const format = { bullet: '-', fences: true, rule: '-', unsafe: extensions, handlers: { text } } as const;

/** More than this is not read in a hover, and the parser needs the square of it for the worst of texts. */
const maxLength = 4_000;
const maxCode = 2_000;
const maxLine = 400;
const maxDepth = 32;

/**
 * Markdown that a stranger wrote, as Markdown that is safe to show: HTML becomes text, images become their
 * description (showing one would reach the network), links go where `resolveLink` says, headings become small.
 * It is parsed and written anew, so that what the reader's renderer sees is what was checked.
 */
export function safeMarkdown(text: string, options: MarkdownOptions): string {
  const clean = cut(cleanText(text), maxLength);
  if (nestsTooDeep(clean)) return escapeInline(clean);
  const tree = fromMarkdown(clean);
  if (depthOf(tree) > maxDepth) return escapeInline(clean);
  const definitions = new Map<string, string>();
  collectDefinitions(tree, definitions);
  tree.children = tree.children.flatMap((node) => safeBlock(node, { ...options, definitions }));
  return toMarkdown(tree, format).replace(/\n+$/, '');
}

/** Text as one line of Markdown that renders as exactly that text; readable where Markdown is shown as it is. */
export function escapeInline(text: string): string {
  return escapeLine(cut(text, maxLine));
}

/** The same of a text that its caller cuts where it is too long. */
export function escapeLine(text: string): string {
  return cleanLine(text)
    .replace(/[\\`*_[\]<>&~|!$]|(?<=www)\.|:(?=\/)|(?<=[\w.+-])@/gi, '\\$&')
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** The text that `escapeLine` made a line of; a line that people wrote without escapes stays what it is. */
export function unescapeInline(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** A fenced block; `language` is a VS Code language id, `most` the characters that it may have. No content can end it early. */
export function codeBlock(code: string, language: string, most = maxCode): string {
  const info = /^[\w+#.-]{0,40}$/.test(language) ? language : '';
  const shown = cut(cleanText(code), most).replace(/\n+$/, '');
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${info}\n${shown}\n${fence}`;
}

/** A link with a plain text label, which may be the address itself. */
export function markdownLink(label: string, uri: string): string {
  const target = `<${uri.replace(/[<>\s\\]/g, encodeURIComponent)}>`;
  return label === uri ? target : `[${escapeInline(label).replace(/\\([[\]])/g, toReference)}](${target})`;
}

function toReference(_escaped: string, character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Text without characters that reorder, hide or control what is around them. Line ends become `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(unseen, '\ufffd');
}

/** Controls, directions, widths of zero, annotations, tags and half characters. */
const unseen =
  // eslint-disable-next-line no-control-regex -- these characters are what is looked for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** The same on one line, for labels. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

interface Context extends MarkdownOptions {
  readonly definitions: ReadonlyMap<string, string>;
  /** Whether the text is a link's already. */
  readonly isLink?: boolean;
}

function safeBlock(node: RootContent, context: Context): RootContent[] {
  if (node.type === 'html') {
    if (isComment(node.value)) return [];
    return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }];
  }
  if (node.type === 'definition') return [];
  if (node.type === 'heading') return [{ ...node, depth: 4, children: safePhrases(node.children, context) }];
  if (node.type === 'code')
    return [{ ...node, lang: /^[\w+#.-]{1,40}$/.test(node.lang ?? '') ? node.lang! : null, meta: null }];
  if (node.type === 'paragraph') return [{ ...node, children: safePhrases(node.children, context) }];
  if ('children' in node) {
    const parent = node as Parent;
    parent.children = parent.children.flatMap((child) =>
      safeBlock(child as RootContent, context),
    ) as typeof parent.children;
  }
  return [node];
}

function safePhrases(nodes: readonly PhrasingContent[], context: Context): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'html':
        return isComment(node.value) ? [] : [{ type: 'text', value: node.value }];
      case 'image':
      case 'imageReference':
        return node.alt ? [{ type: 'text', value: node.alt }] : [];
      case 'link':
        return safeLink(node.url, safePhrases(node.children, { ...context, isLink: true }), context);
      case 'linkReference':
        return safeLink(
          context.definitions.get(node.identifier) ?? '',
          safePhrases(node.children, { ...context, isLink: true }),
          context,
        );
      case 'text':
        return context.isLink ? [node] : withLinks(node.value, context);
      case 'inlineCode':
        // On lines of its own, code could be taken for the rows of a table, which end it early.
        return [{ ...node, value: node.value.replace(/\s*\n\s*/g, ' ') }];
      case 'emphasis':
      case 'strong':
        return [{ ...node, children: safePhrases(node.children, context) }];
      default:
        return [node];
    }
  });
}

/** What is one comment and no more; others show nothing of it either. */
function isComment(html: string): boolean {
  return html.startsWith('<!--') && html.trimEnd().indexOf('-->') === html.trimEnd().length - 3;
}

/** Web addresses that stand in the text as they are are links, too. */
function withLinks(text: string, context: Context): PhrasingContent[] {
  return text
    .split(/(https?:\/\/[^\s<>()[\]{}|\\^`"']*[\w/#=&-])/i)
    .flatMap((piece, index): PhrasingContent[] => {
      const value: PhrasingContent = { type: 'text', value: piece };
      if (index % 2 === 1) return safeLink(piece, [value], context);
      return piece === '' ? [] : [value];
    });
}

function safeLink(target: string, children: PhrasingContent[], { resolveLink }: Context): PhrasingContent[] {
  const url = resolveLink(target);
  if (url === undefined) return children;
  return [{ type: 'link', url, children: children as Link['children'] }];
}

function collectDefinitions(node: Nodes, definitions: Map<string, string>): void {
  if (node.type === 'definition') {
    const { identifier, url }: Definition = node;
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  }
  if ('children' in node) for (const child of node.children) collectDefinitions(child, definitions);
}

/** Whether a line opens more lists and quotes than anybody means; parsing them takes time beyond all measure. */
export function nestsTooDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const [opening = ''] = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/.exec(line) ?? [];
    return opening.replace(/[^->+*.)]/g, '').length > maxDepth;
  });
}

function depthOf(tree: Root): number {
  let deepest = 0;
  const open: [Nodes, number][] = [[tree, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    if (deepest > maxDepth) break;
    if ('children' in node) for (const child of node.children) open.push([child, depth + 1]);
  }
  return deepest;
}

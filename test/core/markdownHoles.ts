import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What guidance may become: everything else did not come from Markdown that a card allows. */
const elements = new Set('p em strong code pre ul ol li a h4 hr blockquote br'.split(' '));
const attributes = new Set(['a href', 'code class', 'ol start']);

/** Characters that reorder, hide or control what is around them; tabs and line feeds are fine in Markdown. */
const unseen =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/**
 * What is dangerous in a Markdown text for somebody who renders it with GitHub's extensions and switches off every
 * protection of the renderer. Links may lead to the web and into the workspace folder `root`.
 */
export function markdownHoles(markdown: string, root: string): readonly string[] {
  return [...unseenIn(markdown), ...renderers.flatMap((render) => htmlHoles(render(markdown), root))];
}

/** GitHub's reading of Markdown by the specification, and the library that VS Code renders hovers with. */
const renderers = [
  (markdown: string) =>
    micromark(markdown, {
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    }),
  (markdown: string) => marked.parse(markdown, { async: false }),
];

function htmlHoles(html: string, root: string): readonly string[] {
  const tags = Array.from(html.matchAll(/<(\/?)([^\s>/]*)([^>]*)>/g), ([, close, name, rest]) => ({
    isOpening: close === '',
    name: name!,
    rest: rest!,
  }));
  return [
    ...tags.filter(({ name }) => !elements.has(name)).map(({ name, rest }) => `element ${name}${rest}`),
    ...tags.flatMap(({ name, rest, isOpening }) => (isOpening ? attributeHoles(name, rest, root) : [])),
  ];
}

/** Characters that nobody sees, and that change what is around them. */
export function unseenIn(text: string): readonly string[] {
  const found = unseen.exec(text)?.[0];
  return found === undefined ? [] : [`character U+${found.codePointAt(0)!.toString(16).padStart(4, '0')}`];
}

/** How deep the lists, quotes and phrases of a Markdown text are nested in each other. */
export function markdownDepth(markdown: string): number {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  let depth = 0;
  let deepest = 0;
  for (const [tag, slash] of html.matchAll(/<(\/?)[^>]*>/g)) {
    if (/^<(?:br|hr|img|input)\b/.test(tag)) continue;
    depth += slash === '' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function attributeHoles(element: string, rest: string, root: string): readonly string[] {
  return Array.from(rest.matchAll(/([^\s="]+)="([^"]*)"/g)).flatMap(([, name, value]) => {
    if (!attributes.has(`${element} ${name}`)) return [`attribute ${element} ${name}="${value}"`];
    return name === 'href' && !isAllowed(value!.replaceAll('&amp;', '&'), root) ? [`link ${value}`] : [];
  });
}

function isAllowed(target: string, root: string): boolean {
  if (/^(?:https?|mailto):/i.test(target)) return true;
  const [path = ''] = target.split('#');
  return `${path}/`.startsWith(root) && !/%5c|%2f|\/\.\.?(?:\/|$)/i.test(path.slice(root.length - 1));
}

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { URI } from 'vscode-uri';
import { cut } from './cut';
import { escapeHtml } from './escapeHtml';
import { type LinkBase, relativePath, resolveLink } from './links';
import { cleanText, nestsTooDeep } from './markdown';

export interface HtmlBase extends LinkBase {
  /** Whether links into the workspace are whole URIs already, as on a card, which is written anew from what was checked. */
  readonly areUris?: boolean;
}

/** More than this is not shown, and the parser needs the square of it for the worst of texts. */
const maxLength = 8_000;
/** Where signs of emphasis stand together, the parser compares each with all others. */
const emphasisRun = /[*_~]{200}/;

/**
 * Markdown that a stranger wrote, with GitHub's extensions, as HTML that is safe to show. HTML in it becomes text.
 * Elements and attributes are those of the tables below and no others:
 * - a link to the web has its `href`, of http or https; one into the workspace has `data-path`, relative to the
 *   workspace folder, with `data-fragment` where it has one, and an `href` of `#` so that a keyboard reaches it;
 * - a link to a step, `#step/KEY/ID` with both percent-encoded, has `data-walkthrough`, the key of a walkthrough, and
 *   `data-step`, the id of a step of it, if it names one; whether they are there is not known here;
 * - an image of the workspace has `data-image`, relative to the workspace folder, and no `src`; one of the web becomes
 *   a link to it, and all others their description;
 * - headings begin at the third level, below those of a page and its parts, and leave no level out.
 */
export function safeHtml(text: string, base: HtmlBase): string {
  const clean = cleanText(cut(text, maxLength));
  const rest = text.length > maxLength ? `<p><em>${tooLong}</em></p>` : '';
  if (nestsTooDeep(clean) || emphasisRun.test(clean)) return `<p>${escapeHtml(clean)}</p>${rest}`;
  const html = micromark(clean, {
    extensions: [gfm(), withoutFootnotes],
    htmlExtensions: [gfmHtml()],
    // It knows no URI of a file. What links may lead to is decided where tags are written anew.
    allowDangerousProtocol: base.areUris === true,
  });
  return rewriteTags(html, base) + rest;
}

const tooLong = `This text is over ${maxLength} characters: the rest of it is not shown.`;

/** Footnotes would bring ids, which must be unique on a page. */
const withoutFootnotes = {
  disable: { null: ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'] },
};

/** Elements that are written as they are, and the attributes that they keep, each with the values that it may have. */
const elements: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  ...Object.fromEntries(
    'p em strong del pre ul li hr blockquote br table thead tbody tr'.split(' ').map((name) => [name, {}]),
  ),
  code: { class: /^language-[\w+#.-]{1,40}$/ },
  ol: { start: /^\d{1,9}$/ },
  th: { align: /^(?:left|right|center)$/ },
  td: { align: /^(?:left|right|center)$/ },
};

const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** Writes every tag of micromark's HTML anew: in that HTML, each `<` begins a tag that micromark wrote. */
function rewriteTags(html: string, base: HtmlBase): string {
  let isLinkOpen = false;
  const headings = new Headings();
  return html.replace(
    /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g,
    (_tag, slash: string, name: string, rest: string) => {
      if (name === 'a') {
        if (slash !== '') {
          const close = isLinkOpen ? '</a>' : '';
          isLinkOpen = false;
          return close;
        }
        const open = linkTag(attributeOf(rest, 'href'), base);
        isLinkOpen = open !== '';
        return open;
      }
      if (name === 'img') return imageTag(rest, { base, isLinkOpen });
      // The boxes of a task list cannot be ticked, and have no label.
      if (name === 'input') return rest.includes('checked') ? '☑' : '☐';
      const heading = /^h([1-6])$/.exec(name);
      if (heading !== null) return `<${slash}h${headings.shown(Number(heading[1]))}>`;
      const attributes = elements[name];
      if (attributes === undefined) return '';
      if (slash !== '') return `</${name}>`;
      const kept = Object.entries(attributes).flatMap(([key, accepts]) => {
        const value = attributeOf(rest, key);
        return accepts.test(value) ? [` ${key}="${value}"`] : [];
      });
      return `<${name}${kept.join('')}>`;
    },
  );
}

/** Levels as they are shown, which leave none out: a screen reader goes from one to the next. */
class Headings {
  readonly #open: number[] = [];

  /** The same for the beginning of a heading and for its end, which comes before any other. */
  shown(level: number): number {
    while ((this.#open.at(-1) ?? 0) >= level) this.#open.pop();
    this.#open.push(level);
    return Math.min(this.#open.length + 2, 6);
  }
}

function linkTag(target: string, base: HtmlBase): string {
  const [, walkthrough, step] = /^#step\/([^/]{1,400})(?:\/([^/]{1,400}))?$/.exec(target) ?? [];
  if (walkthrough !== undefined) {
    const named = step === undefined ? '' : ` data-step="${escapeHtml(decoded(step))}"`;
    return `<a href="#" data-walkthrough="${escapeHtml(decoded(walkthrough))}"${named}>`;
  }
  const uri = base.areUris === true && isWithin(target, base.root) ? target : resolveLink(target, base);
  if (uri === undefined) return '';
  if (/^https?:/i.test(uri)) return `<a href="${escapeHtml(uri)}">`;
  const path = relativePath(uri, base.root);
  if (path === undefined) return '';
  const { fragment } = URI.parse(uri);
  return `<a href="#" data-path="${escapeHtml(path)}"${fragment && ` data-fragment="${escapeHtml(fragment)}"`}>`;
}

/** Whether a whole URI leads into a folder, and not out of it again. */
function isWithin(uri: string, root: string): boolean {
  return uri.startsWith(root) && !/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(uri.slice(root.length));
}

function imageTag(rest: string, { base, isLinkOpen }: { base: HtmlBase; isLinkOpen: boolean }): string {
  const [target, alt] = [attributeOf(rest, 'src'), attributeOf(rest, 'alt')];
  const uri = resolveLink(target, base);
  const path = uri === undefined ? undefined : relativePath(uri, base.root);
  if (path !== undefined && imageFile.test(path))
    return `<img data-image="${escapeHtml(path)}" alt="${escapeHtml(alt)}">`;
  const open = isLinkOpen || path !== undefined ? '' : linkTag(target, base);
  return open === '' ? escapeHtml(alt) : `${open}${escapeHtml(alt || target)}</a>`;
}

function decoded(part: string): string {
  try {
    return cleanText(decodeURIComponent(part));
  } catch {
    return part;
  }
}

/** The value of an attribute as text; empty where there is none. */
function attributeOf(rest: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(rest)?.[1] ?? '';
  return value.replace(/&(amp|lt|gt|quot);/g, (_reference, key: string) => characters[key]!);
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

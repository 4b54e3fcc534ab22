import type { Host } from '../host';
import { decodeCode, isBinary } from '../text/decode';
import { linesOfFragment } from '../text/fragment';
import { isInside } from '../text/links';

/** What is where a link leads. */
export type LinkTarget =
  | { readonly kind: 'there' | 'missing' }
  /** It is there, and ends before; `lines` where a line was named, and none where a heading was. */
  | { readonly kind: 'short'; readonly lines?: number };

/** Larger files are not looked into. */
const fileBytes = 2 * 1024 * 1024;

/** Looks where links lead, each once until something changes there. */
export class LinkTargets {
  readonly #host: Pick<Host, 'readFile' | 'readDirectory'>;
  readonly #known = new Map<string, Promise<LinkTarget>>();
  readonly #used = new Set<string>();

  constructor(host: Pick<Host, 'readFile' | 'readDirectory'>) {
    this.#host = host;
  }

  /** `link` is a URI of a file or folder, with or without `#`. */
  at(link: string): Promise<LinkTarget> {
    const known = this.#known.get(link) ?? this.#look(link);
    this.#known.set(link, known);
    this.#used.add(link);
    return known;
  }

  /** A round of looking ended: what nobody asked for in it is forgotten. */
  endRound(): void {
    for (const link of this.#known.keys()) if (!this.#used.has(link)) this.#known.delete(link);
    this.#used.clear();
  }

  /** Files or folders came, went or changed; URIs. Returns whether a link leads there. */
  forget(uris: readonly string[]): boolean {
    const stale = [...this.#known.keys()].filter((link) => {
      const [target = ''] = link.split('#', 1);
      return uris.some((uri) => uri === target || isInside(target, `${uri}/`) || isInside(uri, `${target}/`));
    });
    for (const link of stale) this.#known.delete(link);
    return stale.length > 0;
  }

  async #look(link: string): Promise<LinkTarget> {
    const [uri = '', fragment = ''] = link.split('#', 2);
    const content = await this.#host.readFile(uri, fileBytes);
    if (content === undefined) {
      const entries = await this.#host.readDirectory(uri);
      return { kind: entries.length > 0 ? 'there' : 'missing' };
    }
    if (content.kind !== 'bytes' || fragment === '' || isBinary(content.bytes)) return { kind: 'there' };
    const text = decodeCode(content.bytes);
    return fragmentIn(text, {
      fragment: decodeURIComponent(fragment),
      isMarkdown: /\.(?:md|markdown|mdx)$/i.test(uri),
    });
  }
}

function fragmentIn(
  text: string,
  { fragment, isMarkdown }: { readonly fragment: string; readonly isMarkdown: boolean },
): LinkTarget {
  const [, from, to = from] = /^L(\d{1,7})(?:C\d+)?(?:-L?(\d{1,7})(?:C\d+)?)?$/.exec(fragment) ?? [];
  if (from !== undefined) {
    // A line break at the end of a file begins no line.
    const lines = text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).length;
    return Math.max(Number(from), Number(to)) <= lines ? { kind: 'there' } : { kind: 'short', lines };
  }
  // Other files have no names for their parts.
  if (!isMarkdown || linesOfFragment(text, fragment) !== undefined) return { kind: 'there' };
  return { kind: 'short' };
}

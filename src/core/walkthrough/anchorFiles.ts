import { URI, Utils } from 'vscode-uri';
import type { DirectoryEntry, Host } from '../host';
import { decodeCode, isBinary, withoutUtf16 } from '../text/decode';
import { isInside } from '../text/links';
import { type ReadText, readText } from './anchorText';
import { quoted } from './stepAnchor';

/** What is read for anchors. */
export type AnchorHost = Pick<Host, 'readFile' | 'readDirectory' | 'realUri'>;

/** A file or folder of the workspace. */
export interface AnchoredPlace {
  readonly uri: string;
  /** Relative to the workspace folder, decoded. */
  readonly path: string;
}

export type FileReading =
  | { readonly kind: 'text'; readonly file: ReadText }
  /** It is there, and nothing can be looked for in it. */
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'gone' | 'outside'; readonly message: string };

/** Larger files are not looked into, as in a scan. */
export const mostAnchorBytes = 2_000_000;

/** Files as they were when they were first asked for; each is read once. */
export class AnchorFiles {
  readonly #host: AnchorHost;
  readonly #root: string;
  readonly #rootPath: string;
  readonly #files = new Map<string, Promise<FileReading>>();
  readonly #folders = new Map<string, ReturnType<Host['readDirectory']>>();
  /** By URI, where folders really are. */
  readonly #real = new Map<string, Promise<string>>();

  /** `root` is the URI of the workspace folder, ending in `/`. */
  constructor(host: AnchorHost, root: string) {
    this.#host = host;
    this.#root = root;
    this.#rootPath = URI.parse(root).path;
  }

  /** Where a path that a source wrote leads; `undefined` where that is outside of the workspace folder. */
  placeOf(written: string, folder: string): AnchoredPlace | undefined {
    const path = written.replaceAll('\\', '/');
    if (path.trim() === '' || path.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
    const there = Utils.resolvePath(URI.parse(folder), path.replace(/^\/+/, ''));
    const uri = there.toString().replace(/\/+$/, '');
    if (!isInside(uri, this.#root)) return undefined;
    return { uri, path: there.path.replace(/\/+$/, '').slice(this.#rootPath.length) };
  }

  read(place: AnchoredPlace): Promise<FileReading> {
    const known = this.#files.get(place.uri) ?? this.#read(place);
    this.#files.set(place.uri, known);
    return known;
  }

  async hasFolder({ uri, path }: AnchoredPlace): Promise<boolean> {
    if (path === '') return true;
    const kind = await this.#kindOf(uri, path);
    return kind !== undefined && kind !== 'file' && (await this.#isReallyInside(uri));
  }

  async #read({ uri, path }: AnchoredPlace): Promise<FileReading> {
    const [content, isOurs] = await Promise.all([
      this.#host.readFile(uri, mostAnchorBytes),
      this.#staysInside(uri, path),
    ]);
    if (!isOurs) return { kind: 'outside', message: `${quoted(path)} leads out of the workspace.` };
    if (content === undefined) return { kind: 'gone', message: `There is no file ${quoted(path)}.` };
    if (content.kind === 'tooLarge')
      return {
        kind: 'unreadable',
        message: `${quoted(path)} is over 2 MB, so nothing is looked for in it.`,
      };
    if (isBinary(content.bytes))
      return { kind: 'unreadable', message: `${quoted(path)} is binary, so nothing is looked for in it.` };
    return { kind: 'text', file: textOf(content.bytes, path) };
  }

  /** A link may lead anywhere. What is none is where its folder is, which is asked for once for all of its files. */
  async #staysInside(uri: string, path: string): Promise<boolean> {
    return this.#isReallyInside((await this.#kindOf(uri, path)) === 'file' ? parentOf(uri) : uri);
  }

  async #isReallyInside(uri: string): Promise<boolean> {
    const [real, root] = await Promise.all([this.#realUri(uri), this.#realUri(this.#root)]);
    return isInside(`${real.replace(/\/*$/, '')}/`, root.replace(/\/*$/, '/'));
  }

  #realUri(uri: string): Promise<string> {
    const known = this.#real.get(uri) ?? this.#host.realUri(uri);
    this.#real.set(uri, known);
    return known;
  }

  /** What its folder lists it as; `undefined` where it does not, or by another name. */
  async #kindOf(uri: string, path: string): Promise<DirectoryEntry['kind'] | undefined> {
    const parent = parentOf(uri);
    const listing = this.#folders.get(parent) ?? this.#host.readDirectory(parent);
    this.#folders.set(parent, listing);
    const name = path.split('/').at(-1);
    return (await listing).find((each) => each.name === name)?.kind;
  }
}

function parentOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The bytes of a file as an editor shows them; `path` tells the language. */
export function textOf(bytes: Uint8Array, path: string): ReadText {
  return readText(decodeCode(withoutUtf16(bytes)), path);
}

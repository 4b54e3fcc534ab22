import { URI, Utils } from 'vscode-uri';
import type { Host } from '../host';
import { isInside } from '../text/links';
import type { Located, Source } from './model';
import type { Problem } from './problem';
import { type ProblemCode, problemCodes } from './problemCodes';

/** A folder of shared guidance that another folder builds on. */
export interface Pack {
  /** URI, ending in `/`, of the folder that holds the pack's `.leadlight/`. */
  readonly folder: string;
  readonly sources: readonly Source[];
}

export interface PackOptions {
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  /** Reads the `.leadlight/` of a folder; empty where there is none. */
  readSources(packFolder: string): Promise<readonly Source[]>;
}

/**
 * The packs that a folder's sources extend, the strongest first: a later one in the list is stronger than an
 * earlier one, and a pack is stronger than what it extends itself. Missing, circular and outside ones are problems.
 */
export async function readPacks(
  host: Host,
  own: Pack,
  options: PackOptions,
): Promise<{ packs: readonly Pack[]; problems: readonly Problem[] }> {
  const packs: Pack[] = [];
  const problems: Problem[] = [];
  const visit = async (pack: Pack, chain: readonly string[]): Promise<void> => {
    const wanted = pack.sources
      .flatMap((source) => source.extends.map((target) => ({ source, target })))
      .toReversed();
    for (const { source, target } of wanted) {
      const report = (code: ProblemCode, message: string) =>
        problems.push({
          code,
          severity: problemCodes[code].severity,
          message,
          uri: source.uri,
          range: target.range,
        });
      const folder = await resolvePack(host, target, { from: pack.folder, root: options.root });
      if (folder === 'outside') {
        report('extends-outside', `"${target.value}" leads out of the workspace, so it is not read.`);
      } else if (folder === undefined) {
        report('extends-missing', `There is no ${expectedAt(target.value)}`);
      } else if (chain.includes(folder)) {
        report(
          'extends-circular',
          `"${target.value}" leads back to where it began: this folder is extended already.`,
        );
      } else if (!packs.some((known) => known.folder === folder)) {
        const found = { folder, sources: await options.readSources(folder) };
        packs.push(found);
        await visit(found, [...chain, folder]);
      }
    }
  };
  await visit(own, [own.folder]);
  return { packs, problems };
}

function expectedAt(target: string): string {
  return isPath(target)
    ? `folder "${target}" with a .leadlight folder in it.`
    : `package "${target}" with a .leadlight folder in node_modules; is it installed?`;
}

function isPath(target: string): boolean {
  return target === '.' || target === '..' || target.startsWith('./') || target.startsWith('../');
}

interface From {
  /** Folder URI, ending in `/`. */
  readonly from: string;
  readonly root: string;
}

async function resolvePack(
  host: Host,
  { value }: Located,
  { from, root }: From,
): Promise<string | 'outside' | undefined> {
  if (isPath(value)) {
    const folder = asFolder(Utils.resolvePath(URI.parse(from), value).toString());
    if (!isInside(folder, root)) return 'outside';
    if (!(await holdsGuidance(host, folder))) return undefined;
    // A link inside the workspace may still lead out of it.
    const [real, realRoot] = await Promise.all([host.realUri(folder), host.realUri(root)]);
    return isInside(asFolder(real), asFolder(realRoot)) ? folder : 'outside';
  }
  if (!/^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*$/.test(value))
    return /^[/\\]|\.\.|:/.test(value) ? 'outside' : undefined;
  for (let at = from; isInside(at, root); at = asFolder(Utils.dirname(URI.parse(at)).toString())) {
    const folder = asFolder(Utils.joinPath(URI.parse(at), 'node_modules', value).toString());
    if (await holdsGuidance(host, folder)) return folder;
    if (at === root) break;
  }
  return undefined;
}

async function holdsGuidance(host: Host, folder: string): Promise<boolean> {
  return (await host.readDirectory(`${folder}.leadlight`)).length > 0;
}

function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

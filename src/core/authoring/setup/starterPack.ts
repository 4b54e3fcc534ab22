import type { GlobLife } from '../../guidance/deadGlobs';
import type { Host } from '../../host';
import { compileGlob, isGlobError } from '../../text/globs';
import { cleanLine } from '../../text/markdown';
import { parseYaml } from '../../guidance/yamlTree';
import type { StarterGroup, StarterPhilosophy, StarterText } from './found';
import { readText } from './readText';
import { uriAt } from '../../text/uriAt';

/** The files in `media/starter/philosophies/` with the names of their groups. By name, since a web host cannot list. */
export const starterGroups = [
  { file: 'reviews.yaml', title: 'Reviews and discourse' },
  { file: 'testing.yaml', title: 'Testing' },
  { file: 'debt.yaml', title: 'Debt' },
  { file: 'errors.yaml', title: 'Errors' },
  { file: 'dependencies.yaml', title: 'Dependencies' },
  { file: 'delivery.yaml', title: 'Delivery' },
  { file: 'culture.yaml', title: 'Culture' },
] as const;

export interface StarterPackOptions {
  readonly host: Host;
  /** URI of `media/starter` where Leadlight is installed. */
  readonly starter: string;
  /** Philosophies of the folder, which are not offered again. */
  readonly ids: ReadonlySet<string>;
  readonly isAlive: GlobLife;
}

/** The philosophies that Leadlight brings along, as they fit a folder; a file that cannot be read is left out. */
export async function readStarterPack(options: StarterPackOptions): Promise<readonly StarterGroup[]> {
  const groups = await Promise.all(
    starterGroups.map(async ({ file, title }): Promise<StarterGroup> => {
      const text = await readStarterText(options, `philosophies/${file}`);
      const philosophies = listItems(text, 2).map((item, index) => ({
        ...philosophyOf(item, options.isAlive),
        isFirst: index === 0,
      }));
      return { title, philosophies: philosophies.filter(({ id }) => !options.ids.has(id)) };
    }),
  );
  return groups.filter(({ philosophies }) => philosophies.length > 0);
}

/** Empty where it cannot be read, which is logged. */
export async function readStarterText(
  { host, starter }: Pick<StarterPackOptions, 'host' | 'starter'>,
  path: string,
): Promise<string> {
  const uri = uriAt(starter, path);
  const text = await readText(host, uri);
  if (text === undefined) host.log.warn(`${uri} cannot be read, so nothing of it is offered.`);
  return text ?? '';
}

/** The items of the list that is indented so far, each with its `id` first and without the lines between them. */
export function listItems(text: string, indent: number): readonly StarterText[] {
  const starts = [...text.matchAll(new RegExp(`^ {${indent}}- id: (\\S+)$`, 'gm'))];
  return starts.map(({ index, 1: id = '' }, number) => ({
    id,
    text: text.slice(index, starts[number + 1]?.index).trimEnd(),
  }));
}

function philosophyOf({ id, text }: StarterText, isAlive: GlobLife): Omit<StarterPhilosophy, 'isFirst'> {
  const [data] = parseYaml(text).trees.map(({ value }) => value as readonly Record<string, string>[]);
  const { title = id, why = '' } = data?.[0] ?? {};
  return { id, title, why: cleanLine(why), text: fitted(text, isAlive) };
}

/** The globs that admit a file of the folder; where none does, what needs them is left out. */
function fitted(text: string, isAlive: GlobLife): string {
  const block = /^ {6}files:\n(?: {8}- '.*'\n)+/m.exec(text)?.[0];
  if (block === undefined) return text;
  const alive = block.split('\n').filter((line) => {
    const glob = compileGlob(/- '(.*)'$/.exec(line)?.[1] ?? '');
    return !isGlobError(glob) && isAlive('', glob);
  });
  if (alive.length > 0) return text.replace(block, () => `      files:\n${alive.join('\n')}\n`);
  const note =
    '    # No file here is of the kind that it is about. Say where it holds once there is: `applies`, `files`.\n';
  return text.replace(/^ {4}applies:\n(?: {6}.*\n)+(?: {4}level: none\n)?/m, () => note);
}

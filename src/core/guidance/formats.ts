import { readDecision } from './formats/decision';
import { decisionFolderOf, decisionPlaces, isAddedDecision } from './formats/decisionFile';
import { decisionFoldersOf, readDecisionFolders } from './formats/decisionFolders';
import { codeownersPlaces } from './owners/codeowners';
import { readCodeowners } from './owners/codeownersSource';
import { readOwners, readOwnersAliases } from './owners/kubernetes';
import { maintainersInSteps, readMaintainers } from './owners/maintainers';
import { instructionFormats } from './formats/instructionFormats';
import { prTemplateFormat } from './formats/prTemplate';
import { astGrepFolders, astGrepFormat, semgrepFormat } from './formats/ruleFiles';
import { leadlightInSteps, readLeadlight } from './leadlight';
import type { Source } from './model';
import { readPhilosophyMarkdown } from './philosophyMarkdown';
import type { formatGroups } from './schema';
import type { SourceText } from './sourceText';
import type { Steps } from '../turns';
import { readTour } from './tour';
import { tourFolderOf } from './tourFiles';
import { readWalkthroughMarkdown } from './walkthroughMarkdown';

export type FormatGroup = (typeof formatGroups)[number];

/** A kind of file that guidance is read from. Paths are relative to the workspace folder. */
export interface Format {
  readonly title: string;
  /** The name by which `read` in the guidance switches it off. Leadlight's own has none; what others read yields to it. */
  readonly group?: FormatGroup;
  /** Other tools that read the same files, such as Copilot. */
  readonly readBy: readonly string[];
  /** Where such files are, for people. */
  readonly places: string;
  /** What becomes of them, for people. */
  readonly gives: string;
  /** What the names of its files end with, after the last dot and in lower case: others are not asked about. */
  readonly endings?: readonly string[];
  /** The folder that a file speaks for (empty, or ending in `/`); `undefined` for a file of another format. */
  folderOf(path: string): string | undefined;
  /** Whether a file is one of them, by its path in a folder that was added for the group. */
  isInAdded?(inside: string): boolean;
  /** Where only one file counts: its places, the first that exists winning. */
  readonly oneOf?: readonly string[];
  /** Larger files are not read; `limits.guidanceFileBytes` where it says nothing. */
  readonly maxBytes?: number;
  /** Never throws; what cannot be read is a problem. */
  read(source: SourceText): Source;
  /** The same step by step, for files that may be long. */
  steps?(source: SourceText): Steps<Source>;
}

/** Every format that is read. */
export const formats = {
  leadlight: {
    title: 'Leadlight',
    readBy: [],
    places: '`.leadlight/**/*.yaml` in any folder',
    gives: 'all guidance',
    endings: ['yaml', 'yml'],
    folderOf: (path) => insideOf(path, /\.ya?ml$/i),
    read: readLeadlight,
    steps: leadlightInSteps,
  },
  philosophy: {
    title: 'Leadlight philosophy',
    readBy: [],
    places: '`.leadlight/**/*.md` in any folder',
    gives: 'a philosophy',
    endings: ['md'],
    folderOf: (path) => insideOf(path, /^(?!walkthroughs\/[^/]+$)(?:.*\/)?(?!readme\.md$)[^/]*\.md$/i),
    read: readPhilosophyMarkdown,
  },
  walkthrough: {
    title: 'Leadlight walkthrough',
    readBy: [],
    places: '`.leadlight/walkthroughs/*.md` in any folder',
    gives: 'a walkthrough',
    endings: ['md'],
    folderOf: (path) => insideOf(path, /^walkthroughs\/(?!readme\.md$)[^/]+\.md$/i),
    read: readWalkthroughMarkdown,
  },
  codetour: {
    title: 'CodeTour',
    group: 'tours',
    readBy: ['CodeTour'],
    places:
      '`.tours/`, `.vscode/tours/`, `.github/tours/`, `.tour`, `main.tour`, `.vscode/main.tour`, `.vscode/tour.json` in any folder',
    gives: 'a walkthrough',
    endings: ['tour', 'json'],
    folderOf: tourFolderOf,
    read: readTour,
  },
  decision: {
    title: 'Decision records (MADR, adr-tools, log4brains, Nygard)',
    group: 'decisions',
    readBy: ['adr-tools', 'log4brains'],
    places: decisionPlaces,
    gives: 'a decision',
    endings: ['md', 'markdown', 'mdx'],
    folderOf: decisionFolderOf,
    isInAdded: isAddedDecision,
    read: readDecision,
  },
  decisionFolders: {
    title: 'Folders of decision records',
    group: 'decisions',
    readBy: ['adr-tools', 'log4brains'],
    places: '`.adr-dir`, `.log4brains.yml` in any folder',
    gives: 'where decisions are',
    endings: ['adr-dir', 'yml', 'yaml'],
    folderOf: decisionFoldersOf,
    read: readDecisionFolders,
  },
  codeowners: {
    title: 'CODEOWNERS',
    group: 'owners',
    readBy: ['GitHub', 'GitLab'],
    places: codeownersPlaces.map((place) => `\`${place}\``).join(', '),
    gives: 'areas',
    folderOf: (path) => ((codeownersPlaces as readonly string[]).includes(path) ? '' : undefined),
    oneOf: codeownersPlaces,
    read: readCodeowners,
  },
  owners: {
    title: 'OWNERS of Kubernetes',
    group: 'owners',
    readBy: ['Prow'],
    places: '`OWNERS` in any folder',
    gives: 'areas',
    endings: ['owners'],
    folderOf: (path) => /^((?:.*\/)?)OWNERS$/.exec(path)?.[1],
    read: readOwners,
  },
  ownersAliases: {
    title: 'OWNERS_ALIASES of Kubernetes',
    group: 'owners',
    readBy: ['Prow'],
    places: '`OWNERS_ALIASES`',
    gives: 'the people behind a name in `OWNERS`',
    endings: ['owners_aliases'],
    folderOf: (path) => (path === 'OWNERS_ALIASES' ? '' : undefined),
    read: readOwnersAliases,
  },
  maintainers: {
    title: 'MAINTAINERS of the Linux kernel',
    group: 'owners',
    readBy: ['get_maintainer.pl'],
    places: '`MAINTAINERS`',
    gives: 'areas',
    endings: ['maintainers'],
    folderOf: (path) => (path === 'MAINTAINERS' ? '' : undefined),
    maxBytes: 2 * 1024 * 1024,
    read: readMaintainers,
    steps: maintainersInSteps,
  },
  ...instructionFormats,
  prTemplate: prTemplateFormat,
  astGrep: astGrepFormat,
  astGrepFolders,
  semgrep: semgrepFormat,
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;

/** A file that guidance is read from. */
export interface FormatFile {
  readonly path: string;
  /** Empty, or ending in `/`. */
  readonly folder: string;
  readonly format: Format;
}

/** A folder in which files of a group are, and the folder that they speak for; each empty, or ending in `/`. */
export interface FormatFolder {
  readonly group: FormatGroup;
  readonly path: string;
  readonly folder: string;
}

/** The files that are read, own guidance first; a file can be read in several formats. */
export function formatFiles(
  paths: readonly string[],
  added: readonly FormatFolder[] = [],
): readonly FormatFile[] {
  const known = new Set(paths);
  const byEnding = new Map<string, string[]>([...endings].map((ending) => [ending, []]));
  for (const path of paths) byEnding.get(endingOf(path))?.push(path);
  const candidatesOf = ({ oneOf, endings: its }: Format): readonly string[] => {
    if (oneOf !== undefined) return oneOf.filter((path) => known.has(path)).slice(0, 1);
    return its?.flatMap((ending) => byEnding.get(ending)!) ?? paths;
  };
  return all.flatMap((format) =>
    candidatesOf(format).flatMap((path) => {
      const folder = folderIn(format, path, added);
      return folder === undefined ? [] : [{ path, folder, format }];
    }),
  );
}

/** The file of Leadlight's own guidance at a path, if it is one. */
export function ownFile(path: string): FormatFile | undefined {
  return formatFiles([path]).find(({ format }) => isOwn(format));
}

/** Whether a format is Leadlight's own. */
export function isOwn({ group }: Format): boolean {
  return group === undefined;
}

/** Whether a file of the workspace is read as guidance. */
export function isSource(path: string, added: readonly FormatFolder[] = []): boolean {
  return all.some((format) => folderIn(format, path, added) !== undefined);
}

/** Of a file in an added folder, who added the folder says what it speaks for. */
function folderIn(format: Format, path: string, added: readonly FormatFolder[]): string | undefined {
  const place = added.find(
    (each) =>
      each.group === format.group &&
      path.startsWith(each.path) &&
      format.isInAdded?.(path.slice(each.path.length)),
  );
  return place?.folder ?? format.folderOf(path);
}

const all: readonly Format[] = Object.values(formats);
const endings = new Set(all.flatMap((format) => format.endings ?? []));

/** What a path ends with after its last dot, in lower case; a file without a dot ends with its name. */
function endingOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1).toLowerCase();
}

const guidanceFile = /^((?:.*?\/)?)\.leadlight\/(.+)$/;

/** The folder that a file inside a `.leadlight` folder speaks for (empty, or ending in `/`); `undefined` for any other. */
export function guidanceFolderOf(path: string): string | undefined {
  return guidanceFile.exec(path)?.[1];
}

function insideOf(path: string, name: RegExp): string | undefined {
  const [, folder, inside] = guidanceFile.exec(path) ?? [];
  return inside !== undefined && name.test(inside) ? folder : undefined;
}

import type { Git } from '../../git';
import { fileListOf } from '../../guidance/fileList';
import { createGlobLife, type GlobLife } from '../../guidance/deadGlobs';
import { guidanceFolderOf } from '../../guidance/formats';
import type { Entry } from '../../guidance/model';
import { codeownersPlaces, parseCodeowners } from '../../guidance/owners/codeowners';
import { isGitlab } from '../../guidance/owners/gitlab';
import type { CancelSignal, Host } from '../../host';
import type { WorkspaceFolder } from '../../workspaceFolders';
import { areasFromAuthors, areasFromCodeowners } from './areaDrafts';
import type { AreaDrafts, SetUpFound, SetUpPart, StarterText } from './found';
import { readManifests } from './manifests';
import { readText } from './readText';
import { findInRepository } from './repositoryFound';
import { listItems, readStarterPack, readStarterText } from './starterPack';
import { uriAt } from '../../text/uriAt';

export interface LookAroundOptions {
  readonly host: Host;
  /** Only where a person trusts the workspace. */
  readonly git: Git | undefined;
  /** URI of `media/starter` where Leadlight is installed. */
  readonly starter: string;
  readonly signal?: CancelSignal | undefined;
}

/** Enough for who works on what now, and quick in a long history. */
const commits = 2_000;

/** Looks at what is in a workspace folder, for drafts of its guidance. */
export async function lookAround(
  { root, guidance: workspace }: Pick<WorkspaceFolder, 'root' | 'guidance'>,
  options: LookAroundOptions,
): Promise<SetUpFound> {
  await workspace.settled();
  const { guidance } = workspace;
  const files = workspace.files?.files ?? [];
  const isAlive = createGlobLife({ files, truncated: false });
  const here = guidance.entries.filter(({ folder }) => folder === root);
  const ids = new Set(here.filter(({ kind }) => kind === 'philosophy').map(({ id }) => id));
  const read = async (path: string) => (await readText(options.host, uriAt(root, path))) ?? '';
  const manifests = await readManifests(fileListOf(files), read);
  const [groups, areas, questions] = await Promise.all([
    readStarterPack({ ...options, ids, isAlive }),
    findAreas(here, { ...options, root, files, isAlive, read }),
    readStarterText(options, '.leadlight/codeReview.yaml'),
  ]);
  return {
    folder: root,
    taken: files.filter((path) => guidanceFolderOf(path) === ''),
    has: partsIn(here.filter(({ uri }) => uri.startsWith(`${root}.leadlight/`))),
    groups,
    questions: fitting(listItems(questions, 6), files),
    repository: findInRepository(files, manifests),
    ...(areas !== undefined && { areas }),
  };
}

/** Of philosophies there can always be more. */
function partsIn(own: readonly Entry[]): readonly SetUpPart[] {
  const kinds = {
    checklist: 'checklist',
    walkthrough: 'walkthrough',
    marker: 'markers',
    area: 'areas',
  } as const;
  return Object.entries(kinds).flatMap(([kind, part]) =>
    own.some((each) => each.kind === kind) ? [part] : [],
  );
}

/** Without the questions that nothing in the repository could ever call for. */
function fitting(questions: readonly StarterText[], files: readonly string[]): readonly StarterText[] {
  const needed: Readonly<Record<string, RegExp>> = {
    migration: /(?:^|\/)migrat/i,
    'lock-file':
      /(?:^|\/)(?:package\.json|pyproject\.toml|Pipfile|go\.mod|Cargo\.toml|Gemfile|composer\.json|mix\.exs)$/,
  };
  return questions.filter(({ id }) => {
    const kind = Object.hasOwn(needed, id) ? needed[id] : undefined;
    return kind === undefined || files.some((path) => kind.test(path));
  });
}

interface AreaOptions extends LookAroundOptions {
  readonly root: string;
  readonly files: readonly string[];
  readonly isAlive: GlobLife;
  read(path: string): Promise<string>;
}

/** Where owners are written in a way that is not drafted, they are read as they are, and git is not asked. */
async function findAreas(
  here: readonly Entry[],
  { root, files, isAlive, read, git, signal }: AreaOptions,
): Promise<AreaDrafts | undefined> {
  const areas = here.filter(({ kind }) => kind === 'area');
  const place = codeownersPlaces.find((path) => files.includes(path));
  if (place !== undefined) {
    const text = await read(place);
    if (isGitlab(`${root}${place}`, text)) return undefined;
    const drafts = areasFromCodeowners(parseCodeowners(text, `${root}${place}`).rules, isAlive);
    return drafts.length === 0 ? undefined : { from: 'codeowners', areas: drafts };
  }
  if (areas.length > 0) return undefined;
  const authors = await git?.authors(root, { commits, signal });
  const drafts = areasFromAuthors(authors ?? [], isAlive);
  return drafts.length === 0 ? undefined : { from: 'git', areas: drafts };
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { currentText } from '../currentText';
import type { Author, Git } from '../git';
import { fileListOf } from '../guidance/fileList';
import { limits } from '../guidance/limits';
import type { Host } from '../host';
import { dayOf } from '../text/day';
import type { WorkspaceFolder } from '../workspaceFolders';
import type { Known } from './known';
import type { Wanted } from './completeSource';
import { dependencyFiles } from './dependencies';
import { moduleNames } from './moduleNames';
import { ownerChoices } from './ownerChoices';
import { readManifests } from './setup/manifests';
import { type CommandsFound, findCommands } from './setup/repositoryFound';
import { symbolNames } from './symbolNames';
import type { WrittenSource } from './writtenSource';
import { uriAt } from '../text/uriAt';

export interface SourceKnowledgeOptions {
  readonly host: Host;
  git(): Git | undefined;
  /** The documents that editors hold, by normalized URI. */
  open(): ReadonlyMap<string, TextDocument>;
  /** `source/code` of what other tools found in this session. */
  findingCodes(): ReadonlySet<string>;
}

export interface KnownQuery {
  readonly source: WrittenSource & { readonly workspace: WorkspaceFolder };
  /** What has to be looked up: nothing else is. */
  readonly wanted: Wanted | undefined;
  /** Of the cursor, 0-based. */
  readonly line: number;
  /** Handles of the reader. */
  readonly me: readonly string[];
}

/** More manifests than this are read by nobody while they type. */
const mostManifests = 20;
/** Who wrote none of the newest commits is not offered. */
const commits = 2000;
const mostAuthors = 100;

const noFiles: readonly string[] = [];

/** What there is around a source that is written. Who commits here is asked of git once for each commit checked out. */
export class SourceKnowledge {
  readonly #options: SourceKnowledgeOptions;
  readonly #authors = new WeakMap<
    WorkspaceFolder,
    { readonly head: string | undefined; readonly authors: Promise<readonly Author[]> }
  >();

  constructor(options: SourceKnowledgeOptions) {
    this.#options = options;
  }

  async around({ source, wanted, line, me }: KnownQuery): Promise<Known> {
    const { workspace, path, folder } = source;
    const { guidance, files } = workspace.guidance;
    const uri = uriAt(workspace.root, path);
    const today = dayOf(this.#options.host.now());
    const authors = wanted === 'owners' ? await this.#authorsOf(workspace) : [];
    return {
      uri,
      line,
      folder,
      folderUri: uriAt(workspace.root, folder),
      guidance,
      files: fileListOf(files?.files ?? noFiles),
      today,
      owners: wanted === 'owners' ? ownerChoices({ guidance, authors, uri, me, today }) : [],
      modules: wanted === 'modules' ? await this.#modulesOf(workspace) : new Map(),
      symbols: wanted === 'symbols' ? symbolNames(this.#options.open().values()) : new Map(),
      runs: wanted === 'runs' ? await this.#runsOf(workspace) : { commands: [], tools: [] },
      diagnostics: [...this.#options.findingCodes()].sort(),
    };
  }

  #authorsOf(workspace: WorkspaceFolder): Promise<readonly Author[]> {
    const { head } = workspace.head;
    const known = this.#authors.get(workspace);
    if (known !== undefined && known.head === head && head !== undefined) return known.authors;
    const asked = this.#options.git()?.authors(workspace.root, { commits }) ?? Promise.resolve([]);
    const authors = asked.then(
      (found) => found?.find(({ path }) => path === '')?.authors.slice(0, mostAuthors) ?? [],
    );
    this.#authors.set(workspace, { head, authors });
    return authors;
  }

  async #runsOf(workspace: WorkspaceFolder): Promise<CommandsFound> {
    const files = fileListOf(workspace.guidance.files?.files ?? noFiles);
    return findCommands(await readManifests(files, (path) => this.#textOf(workspace, path)));
  }

  async #modulesOf(workspace: WorkspaceFolder): Promise<ReadonlyMap<string, string>> {
    const files = fileListOf(workspace.guidance.files?.files ?? noFiles);
    const paths = dependencyFiles
      .flatMap((name) => files.named(name))
      .toSorted((a, b) => a.split('/').length - b.split('/').length)
      .slice(0, mostManifests);
    const manifests = await Promise.all(
      paths.map(async (path) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        text: await this.#textOf(workspace, path),
      })),
    );
    return moduleNames(manifests, this.#options.open().values());
  }

  /** As an editor or the disk has it; empty where there is none. */
  async #textOf({ root }: WorkspaceFolder, path: string): Promise<string> {
    return (await currentText(uriAt(root, path), this.#options, limits.guidanceFileBytes)) ?? '';
  }
}

import type { Host } from '../host';
import { compileGlob, type Glob, isGlobError, literalGlob, splitGlobs } from '../text/globs';
import { relativePath, resolveLink } from '../text/links';
import { cleanLine } from '../text/markdown';
import type { RegexEngine } from '../text/pattern';
import type { Turns } from '../turns';
import { type FileChanges, withChanges } from './changedFiles';
import { allAlive, createFileLife, deadGlobs, deadGlobsProblem } from './deadGlobs';
import { readPacks } from './extends';
import { type FormatFile, formatFiles, type FormatFolder, isOwn, isSource, ownFile } from './formats';
import { leadsOut, linkedFiles, noLinks } from './linkedFiles';
import { assembleGuidance, type Guidance, type RankedSource } from './guidance';
import type { Source } from './model';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';
import { fitProblems } from './fitProblems';
import { readingOf, type Reads, type ReadSwitches } from './readSwitches';
import { SourceCache, type SourceFile } from './sourceCache';
import { listWorkspace, type WorkspaceFiles } from './workspaceFiles';
import { uriAt } from '../text/uriAt';

export interface WorkspaceGuidanceOptions {
  readonly host: Host;
  /** URI of the workspace folder, ending in `/`. */
  readonly root: string;
  readonly engine?: RegexEngine | undefined;
  /** Without them, large files are read in one go. */
  readonly turns?: Turns;
  /** What a person says of others' formats, which comes before what the team says. */
  readonly reading?: ReadSwitches;
  /** Called after `guidance` was replaced. */
  onDidChange(): void;
}

/** The guidance of one workspace folder, kept up to date. The only thing here that changes is which snapshot is the newest. */
export class WorkspaceGuidance {
  readonly root: string;
  readonly #options: WorkspaceGuidanceOptions;
  readonly #cache: SourceCache;
  #guidance: Guidance;
  /** What the newest snapshot was made of, before the problems that other files bring. */
  #ranked: readonly RankedSource[] = [];
  #assembled: Guidance;
  #files: WorkspaceFiles | undefined;
  /** Those of them that guidance is read from. */
  #sources: readonly FormatFile[] = [];
  #linked = noLinks;
  /** Where more of them are, as the guidance says. */
  #added: readonly FormatFolder[] = [];
  /** What the person at the editor wants to see of others' formats. */
  #reading: ReadSwitches;
  #reads: Reads = () => true;
  #life = allAlive;
  #ignore = '';
  #working: Promise<void> = Promise.resolve();
  #edited: Promise<void> = Promise.resolve();
  #isWanted = false;
  #isDisposed = false;

  constructor(options: WorkspaceGuidanceOptions) {
    this.root = options.root;
    this.#reading = options.reading ?? {};
    this.#options = options;
    this.#cache = new SourceCache(options);
    this.#assembled = assembleGuidance(options.root, []);
    this.#guidance = this.#assembled;
  }

  /** The newest snapshot; empty until something was read. */
  get guidance(): Guidance {
    return this.#guidance;
  }

  /** The files of the folder; `undefined` until they were listed. */
  get files(): WorkspaceFiles | undefined {
    return this.#files;
  }

  /** In which formats a file is read, by its path in the folder; it need not be there yet. */
  formatsAt(path: string): readonly FormatFile[] {
    return formatFiles([path], this.#added);
  }

  /** Whether something is switched on for a file, by its path, in the newest snapshot. */
  reads(...of: Parameters<Reads>): boolean {
    return this.#reads(...of);
  }

  /** Reads the root's own guidance first, so that it serves early, then looks for the rest. */
  async load(): Promise<void> {
    await this.#enqueue(async () => {
      const early = await listWorkspace(this.#options.host, `${this.root}.leadlight`);
      const paths = (early?.files ?? []).map((path) => `.leadlight/${path}`);
      if (paths.length > 0) await this.#readAll(formatFiles(paths));
      await this.#list();
    });
  }

  /** Files came, went or changed on disk; paths relative to the folder. */
  async applyChanges(changes: FileChanges & { readonly changed?: readonly string[] }): Promise<void> {
    const touched = [...(changes.created ?? []), ...(changes.deleted ?? []), ...(changes.changed ?? [])];
    for (const path of touched) this.#urisOf(path).forEach((uri) => this.#cache.markStale(uri));
    const isListChange = (changes.created?.length ?? 0) + (changes.deleted?.length ?? 0) > 0;
    const isIgnoreChange = (changes.changed ?? []).some((path) => this.#files?.ignoreFiles.includes(path));
    if (!isListChange && !isIgnoreChange && !touched.some((path) => this.#isRead(path))) return;
    await this.#enqueue(async () => {
      const mustList = isIgnoreChange || (await this.#bringsFolders(changes.created ?? []));
      const next = this.#files && !mustList ? withChanges(this.#files, changes) : undefined;
      if (next === undefined) return this.#list();
      await this.#setFiles(next);
      return this.#readAgain();
    });
  }

  /** An editor holds this text for a source; `undefined` when it closed. */
  async setOpen(uri: string, text: string | undefined): Promise<void> {
    const path = relativePath(uri, this.root);
    if (path === undefined || !this.#isRead(path)) return;
    const isNews = this.#urisOf(path).map((each) => this.#cache.setOpen(each, text));
    if (!isNews.includes(true) || this.#isWanted) return;
    // Keystrokes that come while one is being read are read together.
    this.#isWanted = true;
    this.#edited = this.#enqueue(() => {
      this.#isWanted = false;
      return this.#readAgain();
    });
    await this.#edited;
  }

  /** A person wants to see others of the formats. Resolves when it counts. */
  setReading(reading: ReadSwitches): Promise<void> {
    this.#reading = reading;
    return this.#enqueue(() => this.#readAgain());
  }

  /** Resolves when what editors hold was read; at once until the files were listed. */
  async edited(): Promise<void> {
    if (this.#files !== undefined) await this.#edited;
  }

  /** Resolves when all that was asked for until now is done. */
  settled(): Promise<void> {
    return this.#working;
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  /** A folder that appears, or many files, such as after a switch of branches: then one walk tells all. */
  async #bringsFolders(created: readonly string[]): Promise<boolean> {
    if (created.length > 50) return true;
    const listings = await Promise.all(
      created.map((path) => this.#options.host.readDirectory(this.#uriOf(path))),
    );
    return listings.some((entries) => entries.length > 0);
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working
      .then(() => (this.#isDisposed ? undefined : work()))
      .catch((error: unknown) =>
        this.#options.host.log.error(`Reading guidance of ${this.root} failed: ${String(error)}`),
      );
    return this.#working;
  }

  async #list(): Promise<void> {
    const ignore = this.#guidance.sources.flatMap((source) => ignoreGlobs(source, this.root));
    const files = await listWorkspace(this.#options.host, this.root, {
      ignore,
      isCancelled: () => this.#isDisposed,
    });
    if (files === undefined) return;
    await this.#setFiles(files);
    this.#ignore = ignore.map(({ source }) => source).join('\n');
    await this.#readAgain();
  }

  /** What is ignored, and where else to read, is known only after reading; once more where that changed. */
  async #readAgain(): Promise<void> {
    await this.#readAll();
    const added = this.#guidance.sources.flatMap((source) => addedFolders(source, this.root));
    if (JSON.stringify(added) !== JSON.stringify(this.#added)) {
      this.#added = added;
      this.#sources = [...formatFiles(this.#files?.files ?? [], added), ...this.#linked.files];
      await this.#readAll();
    }
    const wanted = this.#guidance.sources.flatMap((source) => ignoreGlobs(source, this.root));
    if (wanted.map(({ source }) => source).join('\n') !== this.#ignore) await this.#list();
  }

  async #setFiles(files: WorkspaceFiles): Promise<void> {
    this.#linked = await linkedFiles(this.#options.host, this.root, files);
    this.#files = files;
    this.#sources = [...formatFiles(files.files, this.#added), ...this.#linked.files];
    this.#life = createFileLife(files);
  }

  async #readAll(files = this.#sources): Promise<void> {
    const { ranked, problems } = await this.#cache.round(() => this.#readSources(files));
    const isSame =
      ranked.length === this.#ranked.length &&
      ranked.every(({ source }, at) => source === this.#ranked[at]!.source);
    const assembled = isSame ? this.#assembled : assembleGuidance(this.root, ranked);
    this.#ranked = ranked;
    this.#assembled = assembled;
    problems.push(...this.#linkProblems());
    if (this.#files !== undefined)
      problems.push(...deadGlobs(assembled, this.#life).map(deadGlobsProblem), ...fitProblems(assembled));
    this.#guidance = { ...assembled, problems: [...assembled.problems, ...problems].map(printable) };
    this.#options.onDidChange();
  }

  async #readSources(files: readonly FormatFile[]): Promise<{ ranked: RankedSource[]; problems: Problem[] }> {
    const own = await this.#readFiles(files.filter(({ format }) => isOwn(format)));
    this.#reads = readingOf(own, this.root, this.#reading);
    const isOn = ({ path, format }: FormatFile) => isOwn(format) || this.#reads(format.group!, path);
    const foreign = await this.#readFiles(files.filter((file) => !isOwn(file.format) && isOn(file)));
    const ranked: RankedSource[] = [
      ...own.map((source) => ({ source, rank: 0 })),
      ...foreign.map((source) => ({ source, rank: Infinity })),
    ];
    const problems = this.#linked.outside.filter(isOn).map(({ path }) => leadsOut(this.#uriOf(path)));
    for (const folder of new Set(
      own.filter((source) => source.extends.length > 0).map((source) => source.folder),
    )) {
      const ownPack = { folder, sources: own.filter((source) => source.folder === folder) };
      const found = await readPacks(this.#options.host, ownPack, {
        root: this.root,
        readSources: (pack) => this.#readPack(pack, folder),
      });
      problems.push(...found.problems);
      for (const [index, pack] of found.packs.entries()) {
        ranked.push(...pack.sources.map((source) => ({ source, rank: index + 1 })));
      }
    }
    return { ranked, problems: unique(problems) };
  }

  #readFiles(files: readonly FormatFile[]): Promise<readonly Source[]> {
    return this.#cache.read(files.map((file) => this.#sourceFile(file)));
  }

  #sourceFile({ path, folder, format }: FormatFile): SourceFile {
    return { uri: this.#uriOf(path), folder: this.#uriOf(folder), linkBase: this.#uriOf(folder), format };
  }

  async #readPack(pack: string, folder: string): Promise<readonly Source[]> {
    const listed = await listWorkspace(this.#options.host, `${pack}.leadlight`);
    const files = (listed?.files ?? []).flatMap((path): readonly SourceFile[] => {
      const file = ownFile(`.leadlight/${path}`);
      if (file === undefined) return [];
      const uri = uriAt(pack, file.path);
      return [{ uri, folder, linkBase: pack, format: file.format }];
    });
    // Editors do not watch node_modules, so an installed pack is looked at anew each time.
    for (const { uri } of files) if (uri.includes('/node_modules/')) this.#cache.markStale(uri);
    return this.#cache.read(files);
  }

  #linkProblems(): Problem[] {
    const links = (this.#files?.links ?? []).filter((path) => /(?:^|\/)\.leadlight(?:\/|$)/.test(path));
    const start = { line: 0, character: 0 };
    return links.map((path) => ({
      code: 'link-not-followed',
      severity: problemCodes['link-not-followed'].severity,
      message: 'Guidance behind a symbolic link is not read; name its folder in "extends" instead.',
      uri: this.#uriOf(path),
      range: { start, end: start },
    }));
  }

  #isRead(path: string): boolean {
    return isSource(path, this.#added) || this.#linked.files.some(({ target }) => target === path);
  }

  /** A file, and the links through which it is read. */
  #urisOf(path: string): readonly string[] {
    const links = this.#linked.files.filter(({ target }) => target === path);
    return [path, ...links.map((link) => link.path)].map((each) => this.#uriOf(each));
  }

  #uriOf(path: string): string {
    return uriAt(this.root, path);
  }
}

/** Problems quote their source, which may hold anything. */
function printable(problem: Problem): Problem {
  const { message, fix, related } = problem;
  return {
    ...problem,
    message: cleanLine(message),
    ...(fix && { fix: { ...fix, title: cleanLine(fix.title) } }),
    ...(related && { related: related.map((place) => ({ ...place, message: cleanLine(place.message) })) }),
  };
}

/** A folder that is extended and holds guidance of its own is looked at twice. */
function unique(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(
      problems.map((problem) => [JSON.stringify([problem.uri, problem.range, problem.code]), problem]),
    ).values(),
  ];
}

/** The folders inside the workspace folder that a source adds to groups of formats. */
function addedFolders({ read, folder }: Source, root: string): readonly FormatFolder[] {
  return read.flatMap(({ group, value }) => {
    const uri = resolveLink(value.endsWith('/') ? value : `${value}/`, { linkBase: folder, root });
    const path = uri === undefined ? undefined : relativePath(uri.replace(/\/*$/, '/'), root);
    return path === undefined ? [] : [{ group, path, folder: relativePath(folder, root) ?? '' }];
  });
}

/** The `ignore` globs of a source, relative to the workspace folder. */
function ignoreGlobs({ ignore, folder }: Source, root: string): readonly Glob[] {
  const prefix = relativePath(folder, root) ?? '';
  const literal = literalGlob(prefix);
  return ignore.flatMap(({ value }) =>
    splitGlobs(value).flatMap((part) => {
      const glob = compileGlob(`${literal}${part.source.replace(/^\.?\//, '')}`);
      return isGlobError(glob) ? [] : [glob];
    }),
  );
}

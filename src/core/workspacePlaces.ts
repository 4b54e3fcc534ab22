import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Cancel } from './cancel';
import type { Governing } from './guidance/guidance';
import type { Entry } from './guidance/model';
import type { WorkspaceGuidance } from './guidance/workspaceGuidance';
import type { Host } from './host';
import { createCompilers } from './match/compilers';
import { type CountedSelector, countedSelector } from './places/countedSelector';
import { type CountPlan, type CountWork, noPlan, workBetween } from './places/countWork';
import { type GovernedFiles, governedFiles } from './places/governedFiles';
import type { CountedFile, PlaceCounter } from './places/placeCounter';
import { compilePlaceFinder, type PlaceFinder, searchedText } from './places/placeFinder';
import { dayOf } from './text/day';
import { once } from './text/once';
import type { RegexEngine } from './text/pattern';
import { lowerBound } from './text/sorted';
import type { Turns } from './turns';

export interface WorkspacePlacesOptions {
  readonly host: Host;
  readonly workspace: WorkspaceGuidance;
  readonly turns: Turns;
  readonly engine: RegexEngine | undefined;
  counter(): PlaceCounter;
  /** The documents that editors hold, by their paths in the workspace folder. */
  open(): ReadonlyMap<string, TextDocument>;
  /** What was said of an entry may be another now. */
  onDidChange(): void;
}

/** What an entry governs. */
export interface EntryCount {
  readonly files: number;
  /** Absent for an entry that is about whole files, or about what other tools find. */
  readonly places?: number;
  /** Whether places are still looked for. */
  readonly isPartial: boolean;
  /** Whether there are more files than are listed. */
  readonly isCut: boolean;
}

/** Whoever asks waits for so long, and is told later that there is more. */
const patienceMilliseconds = 400;

interface Column {
  readonly key: string;
  readonly selector: CountedSelector;
  readonly finder: () => PlaceFinder;
  /** By path, of the files with places. */
  readonly counts: Map<string, number>;
}

/** How many files and places each entry of one workspace folder governs, kept up to date for those that are asked about. */
export class WorkspacePlaces {
  readonly #options: WorkspacePlacesOptions;
  readonly #columns = new Map<string, Column>();
  readonly #touched = new Set<string>();
  readonly #cancel = new Cancel();
  readonly #waiting = new Set<{ readonly until: number; readonly end: () => void }>();
  #governed: { readonly of: readonly unknown[]; readonly files: Promise<GovernedFiles> } | undefined;
  /** All that is counted, but for what was touched since. */
  #counted: {
    readonly governed?: GovernedFiles;
    readonly plan: CountPlan;
    readonly keys: ReadonlySet<string>;
  } = {
    plan: noPlan,
    keys: new Set(),
  };
  #running: Promise<void> | undefined;
  #hasNews = false;
  #toldPart = false;

  constructor(options: WorkspacePlacesOptions) {
    this.#options = options;
  }

  /** Files came, went or changed, on disk or in an editor; paths relative to the folder. */
  touch(paths: readonly string[]): void {
    if (this.#columns.size === 0) return;
    const { files, setOf, sets } = this.#counted.plan;
    for (const path of paths) {
      const at = lowerBound(files, path);
      const isCounted = files[at] === path && sets[setOf[at]!]!.length > 0;
      // Of what is being counted nobody knows yet whether this file was read before or after.
      if (!isCounted && this.#running === undefined) continue;
      this.#touched.add(path);
      this.#hasNews = true;
    }
    if (this.#touched.size > 0) this.#options.onDidChange();
  }

  /** `undefined` until the files were listed. */
  async of(entry: Entry): Promise<EntryCount | undefined> {
    const governed = await this.#governedNow();
    if (governed === undefined) return undefined;
    const files = governed.filesOf.get(entry) ?? 0;
    const isCut = this.#options.workspace.files?.truncated === true;
    const column = await this.#countedColumn(entry, governed);
    if (column === undefined) return { files, isPartial: false, isCut };
    const places = [...column.counts.values()].reduce((sum, count) => sum + count, 0);
    const isPartial = this.#isStale(column, governed);
    this.#toldPart ||= isPartial;
    return { files, places, isPartial, isCut };
  }

  /** The files that hold places of an entry, or that it governs as a whole; the first so many, and what finds places in them. */
  async filesOf(
    entry: Entry,
    most: number,
  ): Promise<{ readonly paths: readonly string[]; readonly finder?: PlaceFinder }> {
    const governed = await this.#governedNow();
    if (governed === undefined) return { paths: [] };
    const column = await this.#countedColumn(entry, governed);
    if (column !== undefined)
      return { paths: [...column.counts.keys()].sort().slice(0, most), finder: column.finder() };
    const { files, setOf, sets } = governed;
    const isIn = sets.map((set) => set.some((governing) => governing.entry === entry));
    return { paths: files.filter((_, index) => isIn[setOf[index]!]).slice(0, most) };
  }

  dispose(): void {
    this.#cancel.abort();
  }

  #governedNow(): Promise<GovernedFiles> | undefined {
    const { workspace, host, turns } = this.#options;
    if (workspace.files === undefined) return undefined;
    const { guidance } = workspace;
    const { files } = workspace.files;
    const today = dayOf(host.now());
    const of = [guidance.folders, files, today];
    if (this.#governed?.of.every((part, at) => part === of[at]) !== true)
      this.#governed = { of, files: governedFiles(guidance, { files, today, turns }) };
    return this.#governed!.files;
  }

  /** What is counted of an entry, as far as somebody waits for it; `undefined` where nothing locates. */
  async #countedColumn(entry: Entry, governed: GovernedFiles): Promise<Column | undefined> {
    const governing = governed.governing.get(entry);
    const column = governing && this.#columnOf(governing);
    if (column !== undefined && this.#isStale(column, governed)) await this.#countSoon();
    return column;
  }

  #columnOf(governing: Governing): Column | undefined {
    const selector = countedSelector(governing);
    if (selector === undefined) return undefined;
    const key = keyOf(governing, selector);
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const finder = once(() => compilePlaceFinder(selector, createCompilers(this.#options.engine)));
    const column = { key, selector, finder, counts: new Map<string, number>() };
    this.#columns.set(key, column);
    this.#hasNews = true;
    return column;
  }

  #isStale({ key }: Column, governed: GovernedFiles): boolean {
    const isCounted = this.#counted.governed === governed && this.#counted.keys.has(key);
    return !isCounted || this.#touched.size > 0 || this.#running !== undefined;
  }

  /** Resolves when all is counted, or when that takes longer than somebody waits. */
  #countSoon(): Promise<void> {
    this.#running ??= this.#countAll().finally(() => {
      this.#running = undefined;
      this.#endWaiting(() => true);
      if (this.#toldPart && !this.#cancel.signal.aborted) this.#options.onDidChange();
      this.#toldPart = false;
    });
    return new Promise((resolve) => {
      const waiting = {
        until: this.#options.turns.now() + patienceMilliseconds,
        end: () => {
          this.#waiting.delete(waiting);
          resolve();
        },
      };
      this.#waiting.add(waiting);
    });
  }

  #endWaiting(isOver: (until: number) => boolean): void {
    for (const { until, end } of this.#waiting) if (isOver(until)) end();
  }

  async #countAll(): Promise<void> {
    // An editor asks about the entries that it shows one after the other: they are counted together.
    await this.#options.turns.pause?.();
    do {
      this.#hasNews = false;
      const governed = await this.#governedNow();
      if (governed === undefined || this.#cancel.signal.aborted) return;
      const { plan, keys } = this.#planFor(governed);
      const touched = new Set(this.#touched);
      this.#touched.clear();
      const work = await workBetween(this.#counted.plan, plan, { touched, turns: this.#options.turns });
      for (const { path, set } of work.dropped)
        for (const key of work.droppedSets[set]!) this.#columns.get(key)?.counts.delete(path);
      await this.#count(work);
      if (this.#cancel.signal.aborted) return;
      this.#counted = { governed, plan, keys };
    } while (this.#hasNews);
  }

  /** What was asked about and is written still. */
  #planFor({ files, setOf, sets }: GovernedFiles): {
    readonly plan: CountPlan;
    readonly keys: ReadonlySet<string>;
  } {
    const keyFor = new Map<Governing, string | undefined>();
    for (const governing of new Set(sets.flat())) {
      const selector = countedSelector(governing);
      const key = selector && keyOf(governing, selector);
      keyFor.set(governing, key !== undefined && this.#columns.has(key) ? key : undefined);
    }
    const keys = new Set([...keyFor.values()].filter((key) => key !== undefined));
    for (const key of this.#columns.keys()) if (!keys.has(key)) this.#columns.delete(key);
    return {
      plan: {
        files,
        setOf,
        sets: sets.map((set) => set.flatMap((governing) => keyFor.get(governing) ?? [])),
      },
      keys,
    };
  }

  async #count({ targets, sets }: CountWork): Promise<void> {
    const { counter, open, workspace, turns } = this.#options;
    const columns = [...new Set(sets.flat())].flatMap((key) => this.#columns.get(key) ?? []);
    const indexOf = new Map(columns.map(({ key }, index) => [key, index]));
    const indexes = sets.map((set) => set.flatMap((key) => indexOf.get(key) ?? []));
    const take = (files: readonly CountedFile[]) => {
      for (const { path, set, counts } of files) {
        for (const index of indexes[set]!) columns[index]!.counts.delete(path);
        for (const [index, places] of counts) columns[index]!.counts.set(path, places);
      }
      const now = turns.now();
      this.#endWaiting((until) => now > until);
    };
    const opened = open();
    const onDisk = targets.filter(({ path, set }) => {
      const document = opened.get(path);
      if (document === undefined) return true;
      const searched = searchedText(document.getText(), path);
      const counts = indexes[set]!.map(
        (index) => [index, columns[index]!.finder().find(searched).length] as const,
      );
      take([{ path, set, counts: counts.filter(([, places]) => places > 0) }]);
      return false;
    });
    if (onDisk.length === 0) return;
    await counter().count({
      root: workspace.root,
      selectors: columns.map(({ selector }) => selector),
      sets: indexes,
      files: onDisk,
      signal: this.#cancel.signal,
      onFiles: take,
    });
  }
}

/** The same for an entry as long as it governs the same places. */
function keyOf({ entry }: Governing, selector: CountedSelector): string {
  return `${entry.kind} ${JSON.stringify(selector)}`;
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DecisionService } from './decisionService';
import { type GuidanceReport, reportGuidance } from './features/guidanceReport';
import { joinOwners, ownersIn, type OwnersReport } from './features/owners';
import { createSearchIndex, type SearchHit, type SearchIndex } from './features/search';
import { type SourceSummary, summarizeSources } from './features/sources';
import { type ExportPlan, planExport } from './guidance/exportPlan';
import type { ExportTarget } from './guidance/generated';
import type { CancelSignal, Host } from './host';
import { lookAtFile } from './lookAtFile';
import { dayOf } from './text/day';
import type { Turns } from './turns';
import { folderUri, normalize, type WorkspaceFolders } from './workspaceFolders';

export interface GuidanceOverviewOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly turns: Turns;
  readonly decisions: DecisionService;
  /** The document that an editor holds. */
  open(uri: string): TextDocument | undefined;
}

export interface ReportOptions {
  /** Whether all files are read for what speaks of decisions: those of which nothing does are dead, too. */
  readonly withLinks: boolean;
  readonly signal?: CancelSignal;
}

/** What the service answers about all guidance at once. */
export class GuidanceOverview {
  readonly #options: GuidanceOverviewOptions;
  #searchIndex: SearchIndex | undefined;

  constructor(options: GuidanceOverviewOptions) {
    this.#options = options;
  }

  /** What was made of the guidance is made anew. */
  guidanceChanged(): void {
    this.#searchIndex = undefined;
  }

  /** What fits some words, best first; without words, everything. */
  search(query: string): readonly SearchHit[] {
    this.#searchIndex ??= createSearchIndex(this.#guidance());
    return this.#searchIndex.find(query);
  }

  sources(): readonly SourceSummary[] {
    return this.#guidance().flatMap(summarizeSources);
  }

  /** Who owns a file or the files of a folder, by its URI; without one, of all workspace folders. */
  async owners(uri?: string, signal?: CancelSignal): Promise<OwnersReport> {
    const { folders } = this.#options;
    const file = uri === undefined ? undefined : folders.fileAt(normalize(uri));
    const all = folders.all.map((folder) => ({ folder, path: '' }));
    const wanted = uri === undefined ? all : file === undefined ? [] : [file];
    const reports = wanted.map(({ folder: { guidance }, path }) =>
      ownersIn({
        guidance: guidance.guidance,
        files: guidance.files,
        path: path.replace(/\/$/, ''),
        ...this.#moment(signal),
      }),
    );
    return joinOwners(await Promise.all(reports));
  }

  /** All that was written down, what each entry governs, and what is dead; for each workspace folder. */
  report({ withLinks, signal }: ReportOptions): Promise<readonly GuidanceReport[]> {
    const { folders, decisions } = this.#options;
    return Promise.all(
      folders.all.map(async (folder) => {
        const spokenOf = withLinks ? await decisions.spokenOf(folder, signal) : undefined;
        const { guidance, files } = folder.guidance;
        return reportGuidance({ guidance, files, spokenOf, ...this.#moment(signal) });
      }),
    );
  }

  /** What to write so that another tool reads the philosophies of a folder; `undefined` where that is not open. */
  async exportPlan(folder: string, target: ExportTarget): Promise<ExportPlan | undefined> {
    const { host, folders, open } = this.#options;
    const found = folders.all.find(({ root }) => root === folderUri(folder));
    if (found === undefined) return undefined;
    const { root, guidance } = found;
    await guidance.settled();
    const lookAt = (path: string) => lookAtFile(path, { host, root, open: (uri) => open(normalize(uri)) });
    return planExport({ guidance: guidance.guidance, listed: guidance.files?.files ?? [], lookAt }, target);
  }

  #moment(signal: CancelSignal | undefined) {
    const { host, turns } = this.#options;
    return { today: dayOf(host.now()), turns, signal };
  }

  #guidance() {
    return this.#options.folders.all.map(({ guidance }) => guidance.guidance);
  }
}

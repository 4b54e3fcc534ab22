import type { TextDocument } from 'vscode-languageserver-textdocument';
import { AuthoringService } from './authoringService';
import { DebtService } from './debtService';
import { DecisionService } from './decisionService';
import { DocumentAnalyst } from './documentAnalyst';
import { DocumentService } from './documentService';
import type { CostReport } from './features/cost';
import { type MarkerPlace, markerPlaces } from './features/markerPlaces';
import { createMeter, type Meter, meteredGit } from './features/meter';
import { skippedSentences } from './features/skipped';
import type { Git } from './git';
import { GuidanceOverview } from './guidanceOverview';
import type { Guidance } from './guidance/guidance';
import type { WorkspaceFiles } from './guidance/workspaceFiles';
import type { Problem } from './guidance/problem';
import type { ReadSwitches } from './guidance/readSwitches';
import { WorkspaceGuidance } from './guidance/workspaceGuidance';
import { readStarter } from './review/starter';
import type { OpenFile } from './review/unsavedFiles';
import { HeadState } from './headState';
import { createHostScanner } from './markers/hostScanner';
import { WorkspaceNames } from './names/workspaceNames';
import { WorkspaceDebt } from './workspaceDebt';
import { WalkthroughService } from './walkthroughService';
import { WorkspaceReview } from './workspaceReview';
import type { Finding, PlacedMarker } from './match/documentMatches';
import { ReviewService } from './reviewService';
import { SourceProblems } from './sourceProblems';
import type { FileEvent, Service, ServiceOptions } from './service';
import { relativePath } from './text/links';
import type { Turns } from './turns';
import { normalize, type WorkspaceFolder, WorkspaceFolders } from './workspaceFolders';
import { uriAt } from './text/uriAt';

/** Keeps what was read and found, and hands it to the features. */
export class LeadlightService implements Service {
  readonly authoring: AuthoringService;
  readonly decisions: DecisionService;
  readonly documents: DocumentService;
  readonly debt: DebtService;
  readonly review: ReviewService;
  readonly walkthroughs: WalkthroughService;
  readonly overview: GuidanceOverview;
  readonly #options: ServiceOptions;
  readonly #folders = new WorkspaceFolders((root) => this.#createFolder(root));
  readonly #meter: Meter;
  readonly #turns: Turns;
  readonly #analyst: DocumentAnalyst;
  readonly #open = new Map<string, TextDocument>();
  readonly #sourceProblems: SourceProblems;
  #git: Git | undefined;
  #reading: ReadSwitches = {};

  constructor(options: ServiceOptions) {
    this.#options = options;
    const now = () => options.host.now().getTime();
    this.#meter = createMeter(now);
    this.#turns = { now, pause: options.pause };
    const { host, engine, createScanner = () => createHostScanner(host) } = options;
    const git = () => this.#git;
    const openAt = (uri: string) => this.#open.get(uri);
    const shared = { host, folders: this.#folders, turns: this.#turns };
    this.debt = new DebtService({
      ...shared,
      meter: this.#meter,
      git,
      createScanner,
      onDidBlame: () => options.onDidBlame?.(),
      onDidChange: (scan) => options.onDidChangeDebt?.(scan),
    });
    this.#analyst = new DocumentAnalyst({
      host,
      meter: this.#meter,
      folders: this.#folders,
      blames: () => this.debt.blames,
    });
    this.documents = new DocumentService(this.#analyst);
    this.decisions = new DecisionService({
      ...shared,
      analyst: this.#analyst,
      open: openAt,
    });
    this.review = new ReviewService({
      host,
      meter: this.#meter,
      folders: this.#folders,
      git,
      reader: (me) => this.debt.reader(me),
      readStarter: () => readStarter(host, options.starter?.()),
    });
    this.overview = new GuidanceOverview({ ...shared, decisions: this.decisions, open: openAt });
    this.walkthroughs = new WalkthroughService({
      ...shared,
      engine,
      git,
      onDidChangeProblems: () => options.onDidChange?.(),
      openText: (uri) => this.#open.get(uri)?.getText(),
      readStarter: () => readStarter(host, options.starter?.()),
    });
    const open = () => this.#open;
    this.authoring = new AuthoringService({
      ...shared,
      analyst: this.#analyst,
      engine,
      git,
      starter: () => options.starter?.(),
      open,
      createCounter: options.createCounter,
      onDidChangeLenses: () => options.onDidChangeLenses?.(),
    });
    const onDidChange = () => options.onDidChange?.();
    this.#sourceProblems = new SourceProblems({ ...shared, onDidChange });
  }

  async setReading(reading: ReadSwitches): Promise<void> {
    this.#reading = reading;
    await Promise.all(this.#folders.all.map(({ guidance }) => guidance.setReading(reading)));
  }

  async setFolders(uris: readonly string[]): Promise<void> {
    const added = this.#folders.replace(uris);
    this.authoring.lenses.foldersChanged();
    for (const [uri, document] of this.#open) this.#setOpen(uri, document);
    await Promise.all(
      added.map(async ({ guidance }) => {
        const loading = this.#meter.measure('reading guidance', () => guidance.load());
        for (const [uri, document] of this.#open) void guidance.setOpen(uri, document.getText());
        await loading;
        await guidance.settled();
      }),
    );
    for (const document of this.#open.values()) this.#analyst.countNames(document);
    if (added.length === 0) this.#guidanceChanged();
  }

  setGit(git: Git | undefined): void {
    this.#git = git && meteredGit(git, this.#meter);
    for (const { head } of this.#folders.all) head.reset();
    this.debt.gitChanged();
    for (const { review } of this.#folders.all) review.gitChanged();
    void this.walkthroughs.lookForProblems();
  }

  lookAtHead(): void {
    void this.#folders.lookAtHead();
  }

  async documentChanged(document: TextDocument): Promise<void> {
    const uri = normalize(document.uri);
    this.#open.set(uri, document);
    this.#setOpen(uri, document);
    this.authoring.documentChanged(uri);
    await Promise.all(this.#folders.all.map(({ guidance }) => guidance.setOpen(uri, document.getText())));
    this.#analyst.countNames(document);
  }

  async documentClosed(documentUri: string): Promise<void> {
    const uri = normalize(documentUri);
    this.#analyst.setFindings(uri, undefined);
    this.#open.delete(uri);
    this.#setOpen(uri, undefined);
    this.authoring.documentChanged(uri);
    await Promise.all(this.#folders.all.map(({ guidance }) => guidance.setOpen(uri, undefined)));
  }

  async edited(): Promise<void> {
    await Promise.all(this.#folders.all.map(({ guidance }) => guidance.edited()));
  }

  async filesChanged(events: readonly FileEvent[]): Promise<void> {
    await Promise.all(
      this.#folders.all.map(async (folder) => {
        const { root, guidance, names, head, debt, review } = folder;
        const paths = (wanted: FileEvent['kind']) =>
          events.flatMap(({ uri, kind }) =>
            kind === wanted ? (relativePath(normalize(uri), root) ?? []) : [],
          );
        const [created, deleted, changed] = [paths('created'), paths('deleted'), paths('changed')];
        const touched = [...created, ...deleted, ...changed];
        head.touch(touched);
        debt.touch(touched);
        this.decisions.touch(folder, touched);
        this.authoring.touch(folder, touched);
        review.touch(touched);
        await this.#meter.measure('reading guidance', () =>
          guidance.applyChanges({ created, deleted, changed }),
        );
        names.count();
        await debt.markers.update();
      }),
    );
    const uris = events.map(({ uri }) => normalize(uri));
    this.walkthroughs.filesChanged(uris);
    this.#sourceProblems.filesChanged(uris);
  }

  setFindings(uri: string, findings: readonly Finding[]): void {
    this.#analyst.setFindings(uri, findings);
  }

  async settled(): Promise<void> {
    await Promise.all(
      this.#folders.all.map(async ({ guidance, names, debt }) => {
        await guidance.settled();
        await names.settled();
        await debt.markers.settled();
      }),
    );
    await this.walkthroughs.settled();
    await this.#sourceProblems.settled();
  }

  cost(): CostReport {
    const skipped = [...skippedSentences(this.debt.progress())];
    for (const document of this.#open.values()) {
      const analysis = this.#analyst.analyse(document);
      const path = analysis?.place.path ?? document.uri;
      for (const sentence of analysis?.found.skipped ?? []) skipped.push(`${path}: ${sentence}`);
    }
    return { ...this.#meter.report(), patterns: this.#analyst.slowPatterns.worst(this.guidance()), skipped };
  }

  markersIn(document: TextDocument): readonly MarkerPlace[] {
    // The other side of a diff has lines of its own.
    const file = this.#folders.fileAt(normalize(document.uri));
    const isNew = file?.folder.debt.newIn(file.path, document) ?? (() => undefined);
    return markerPlaces(document, this.#foundIn(document), isNew);
  }

  problems(): readonly Problem[] {
    const guidance = this.guidance();
    return [
      ...guidance.flatMap(({ problems }) => problems),
      ...this.#analyst.slowPatterns.problems(guidance),
      ...this.walkthroughs.problems(),
      ...this.#sourceProblems.problems(),
    ];
  }

  guidance(): readonly Guidance[] {
    return this.#folders.all.map(({ guidance }) => guidance.guidance);
  }

  files(): readonly (WorkspaceFiles | undefined)[] {
    return this.#folders.all.map(({ guidance }) => guidance.files);
  }

  dispose(): void {
    this.#folders.replace([]);
    this.debt.dispose();
    this.authoring.lenses.dispose();
  }

  #createFolder(root: string): WorkspaceFolder {
    const { host, engine } = this.#options;
    const guidance = new WorkspaceGuidance({
      host,
      engine,
      turns: this.#turns,
      root,
      reading: this.#reading,
      onDidChange: () => {
        void debt.markers.update();
        review.changed();
        this.#guidanceChanged();
      },
    });
    const debt = new WorkspaceDebt({
      host,
      workspace: guidance,
      scanner: () => this.debt.scanner(),
      foundIn: (document) => this.#foundIn(document),
      git: () => this.#git,
      blames: () => this.debt.blames,
      turns: this.#turns,
      onSlow: ({ path, milliseconds }) =>
        this.#meter.noteFile({ path, uri: uriAt(root, path) }, milliseconds),
      onDidChange: () => this.debt.changed(),
    });
    const review = new WorkspaceReview({
      host,
      workspace: guidance,
      git: () => this.#git,
      turns: this.#turns,
      createSearch: this.#options.createSearch,
      open: () => this.#openIn(root),
      onDidChange: () => this.#options.onDidChangeReview?.(),
    });
    const onDidMove = () => {
      debt.gitChanged();
      review.gitChanged();
      void this.walkthroughs.lookForProblems();
    };
    const head = new HeadState({ folder: root, git: () => this.#git, onDidMove });
    const names = new WorkspaceNames({ host, workspace: guidance, turns: this.#turns });
    return { root, guidance, names, head, debt, review };
  }

  #guidanceChanged(): void {
    this.overview.guidanceChanged();
    this.#options.onDidChange?.();
    void this.walkthroughs.lookForProblems();
    void this.#sourceProblems.look();
  }

  #setOpen(uri: string, document: TextDocument | undefined): void {
    const file = this.#folders.fileAt(uri);
    file?.folder.debt.markers.setOpen(file.path, document);
    file?.folder.review.documentChanged(file.path);
  }

  /** The documents of a folder that editors hold. */
  #openIn(root: string): readonly OpenFile[] {
    return [...this.#open].flatMap(([uri, document]) => {
      const file = this.#folders.fileAt(uri);
      return file?.folder.root === root ? [{ path: file.path, document }] : [];
    });
  }

  #foundIn(document: TextDocument): readonly PlacedMarker[] {
    return this.#analyst.analyse(document)?.found.markers ?? [];
  }
}

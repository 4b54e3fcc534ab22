import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { URI, Utils } from 'vscode-uri';
import type { Guidance } from './guidance/guidance';
import type { Step, Walkthrough } from './guidance/model';
import { formats, ownFile } from './guidance/formats';
import { relativePath } from './text/links';
import { minimalEdit } from './text/minimalEdit';
import type { RegexEngine } from './text/pattern';
import { anchorChoices } from './walkthrough/anchorChoices';
import { readText } from './walkthrough/anchorText';
import { isLost } from './walkthrough/checkAnchors';
import { editSteps, type StepChange } from './walkthrough/editSteps';
import { type ExportedStep, exportWalkthrough } from './walkthrough/exportWalkthrough';
import { importTour, type ImportedTour, type TourStep } from './walkthrough/importTour';
import { namedTours } from './walkthrough/namedTours';
import { type ProposedAnchor, proposeAnchors } from './walkthrough/proposeAnchor';
import { pathFrom } from './text/pathFrom';
import type { AnchorResolver } from './walkthrough/resolveAnchors';
import type { AnchorRepair, ResolvedAnchor } from './walkthrough/resolvedAnchor';
import type { ListedWalkthrough } from './walkthrough/summaries';
import { normalize, type WorkspaceFolders } from './workspaceFolders';
import { uriAt } from './text/uriAt';

export interface WalkthroughAuthoringOptions {
  readonly folders: WorkspaceFolders;
  readonly engine?: RegexEngine | undefined;
  listed(): readonly ListedWalkthrough[];
  /** For one moment: what it has read stays as it was. */
  resolver(guidance: Guidance): AnchorResolver;
  /** The text of a file as an editor has it, or else as it is stored; `undefined` where it has none. */
  readText(uri: string): Promise<string | undefined>;
}

export interface ProposeOptions {
  readonly from: number;
  readonly to: number;
  /** URI of the source that the anchor is for; without it, files are named from the workspace folder. */
  readonly source?: string | undefined;
}

export interface Proposals {
  readonly file: string;
  readonly proposals: readonly ProposedAnchor[];
}

export interface EditStepsOptions {
  /** Of the walkthrough. */
  readonly id: string;
  readonly text: string;
  readonly change: StepChange;
}

/** JSON. */
export interface TourImport {
  readonly files: readonly TourFile[];
  readonly left: readonly TourLeft[];
}

export interface TourFile extends ImportedTour {
  readonly uri: string;
  /** Relative to the workspace folder, as where it is `from`. */
  readonly path: string;
  readonly from: string;
  readonly title: string;
  readonly steps: number;
}

export interface TourLeft {
  readonly from: string;
  /** A sentence. */
  readonly why: string;
}

/** What can be written instead of an anchor. */
export interface AnchorFix {
  /** Where the anchor stands in its source. */
  readonly at: Range;
  readonly repair: AnchorRepair;
  /** Whether its place is known; else it is one of those that may have been meant. */
  readonly isSure: boolean;
}

/** One edit, with where to go on writing in the text afterwards; or why there is none: a sentence. JSON. */
export type StepsEdited =
  | { readonly range: Range; readonly newText: string; readonly cursor?: Position }
  | { readonly refused: string };

/** What the service answers to who writes walkthroughs. It writes nothing itself. */
export class WalkthroughAuthoring {
  readonly #options: WalkthroughAuthoringOptions;

  constructor(options: WalkthroughAuthoringOptions) {
    this.#options = options;
  }

  /**
   * Anchors for lines of a file (0-based, both included), the best first, and the file as a step of `source` (a URI)
   * names it; `undefined` where there is no such file.
   */
  async propose(uri: string, { from, to, source }: ProposeOptions): Promise<Proposals | undefined> {
    const file = this.#options.folders.fileAt(normalize(uri));
    const text = file && (await this.#options.readText(uri));
    if (text === undefined || from < 0 || to < from) return undefined;
    const root = file!.folder.root;
    const inside = relativePath(normalize(source ?? root), root);
    if (inside === undefined) return undefined;
    const folder = uriAt(root, ownFile(inside)?.folder ?? '');
    return {
      file: pathFrom(folder.replace(/\/*$/, '/'), normalize(uri)),
      proposals: proposeAnchors(readText(text, file!.path), { start: from, end: to }),
    };
  }

  /** A change of a walkthrough's steps as an edit of its source, whose text is `text` now. */
  editSteps(uri: string, { id, text, change }: EditStepsOptions): StepsEdited {
    const file = this.#options.folders.fileAt(normalize(uri));
    const format = file && ownFile(file.path)?.format;
    if (format !== formats.leadlight && format !== formats.walkthrough)
      return {
        refused: 'Steps are changed in .leadlight only: this walkthrough is written in another format.',
      };
    const edit = editSteps({ text, id, format: format === formats.leadlight ? 'yaml' : 'markdown' }, change);
    if (edit.kind === 'refused') return { refused: edit.why };
    const document = TextDocument.create(uri, '', 0, text);
    const { start, end, text: newText } = minimalEdit(text, edit.text);
    return {
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText,
      ...(edit.cursor !== undefined && {
        cursor: TextDocument.create(uri, '', 0, edit.text).positionAt(edit.cursor),
      }),
    };
  }

  /** What each CodeTour of the workspace would be as a file of ours; nothing is written. */
  async importTours(): Promise<TourImport> {
    const files: TourFile[] = [];
    const left: TourLeft[] = [];
    for (const { guidance, tour, name, next } of namedTours(this.#options.listed())) {
      const from = relativePath(tour.uri, guidance.root) ?? tour.uri;
      const uri = Utils.joinPath(URI.parse(tour.folder), '.leadlight/walkthroughs', `${name}.md`).toString();
      const path = relativePath(uri, guidance.root)!;
      const isBroken = guidance.problems.some(
        (problem) => problem.uri === tour.uri && problem.code === 'tour-syntax',
      );
      if (isBroken) left.push({ from, why: 'Its JSON is broken. Mend it first.' });
      else if ((await this.#options.readText(uri)) !== undefined)
        left.push({ from, why: `${path} is there already.` });
      else {
        const imported = importTour({ tour, next, steps: await this.#stepsOf(tour, guidance) });
        files.push({ uri, path, from, title: tour.title, steps: tour.steps.length, ...imported });
      }
    }
    return { files, left };
  }

  /**
   * A walkthrough as one page of Markdown. `key` is its key or its id; links start at `folder` (a URI that ends in `/`),
   * or else at the workspace folder. `undefined` where there is none.
   */
  async exportPage(key: string, folder?: string): Promise<string | undefined> {
    const all = this.#options.listed();
    const found =
      all.find(({ summary }) => summary.key === key) ?? all.find(({ summary }) => summary.id === key);
    if (found === undefined) return undefined;
    const { walkthrough, guidance } = found;
    const resolver = this.#options.resolver(guidance);
    const steps: ExportedStep[] = [];
    for (const step of walkthrough.steps) {
      const anchor = await resolver.resolve(step, walkthrough);
      steps.push({ step, anchor, fileText: anchor.range && (await this.#options.readText(anchor.uri!)) });
    }
    return exportWalkthrough(
      { walkthrough, steps },
      { root: guidance.root, folder: folder ?? guidance.root },
    );
  }

  async #stepsOf(tour: Walkthrough, guidance: Guidance): Promise<readonly TourStep[]> {
    const resolver = this.#options.resolver(guidance);
    const steps: TourStep[] = [];
    for (const step of tour.steps) {
      const anchor = await resolver.resolve(step, tour);
      const text = anchor.range && (await this.#options.readText(anchor.uri!));
      steps.push({ step, anchor, file: text === undefined ? undefined : readText(text, anchor.path!) });
    }
    return steps;
  }

  /** What can be written instead of the anchors of a source that are not found, of steps that a range touches. */
  async anchorFixes(uri: string, range: Range): Promise<readonly AnchorFix[]> {
    const fixes: AnchorFix[] = [];
    for (const { guidance, walkthrough } of this.#options.listed()) {
      if (walkthrough.uri !== normalize(uri)) continue;
      const resolver = this.#options.resolver(guidance);
      for (const step of walkthrough.steps) {
        if (step.range.end.line < range.start.line || step.range.start.line > range.end.line) continue;
        const anchor = await resolver.resolve(step, walkthrough);
        const at = step.anchored?.range ?? step.range;
        if (anchor.repair !== undefined) fixes.push({ at, repair: anchor.repair, isSure: true });
        else if (isLost(anchor))
          for (const repair of await this.#choices(step, { walkthrough, anchor }))
            fixes.push({ at, repair, isSure: false });
      }
    }
    return fixes;
  }

  async #choices(
    { at, anchored }: Step,
    { walkthrough, anchor }: { readonly walkthrough: Walkthrough; readonly anchor: ResolvedAnchor },
  ): Promise<readonly AnchorRepair[]> {
    const { uri, path } = anchor;
    const text = uri === undefined ? undefined : await this.#options.readText(uri);
    if (text === undefined || at === undefined || anchored === undefined) return [];
    const file = pathFrom(walkthrough.folder, uri!);
    return anchorChoices(
      { at, anchored, file, uri: walkthrough.uri },
      { text: readText(text, path!), engine: this.#options.engine },
    );
  }
}

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
import { type ProposedAnchor, proposeAnchors } from './walkthrough/proposeAnchor';
import { pathFrom } from './walkthrough/repairAnchor';
import type { AnchorResolver } from './walkthrough/resolveAnchors';
import type { AnchorRepair, ResolvedAnchor } from './walkthrough/resolvedAnchor';
import type { ListedWalkthrough } from './walkthrough/summaries';
import { normalize, type WorkspaceFolders } from './workspaceFolders';

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
    const folder = Utils.joinPath(URI.parse(root), ownFile(inside)?.folder ?? '').toString();
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

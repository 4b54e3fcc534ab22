import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { MarkerKind, MarkerPartName } from '../markers/marker';
import type { Selector } from '../match/selector';
import type { Parts } from './parts';
import type { Problem } from './problem';
import type { Generated } from './generated';
import type { ReadSwitches } from './readSwitches';
import type { Format } from './formats';
import type { Auto, Condition } from '../review/verdict';
import type { StepCheck } from '../walkthrough/playedWalkthrough';
import type { TourStepData } from './tourSchema';
import type { TourHost } from './tourWhen';
import type { Decision } from './decisionModel';
import type { FormatGroup } from './formats';
import type { changeStates, Level, statuses, StepData } from './schema';
import type { Path, YamlTree } from './yamlTree';

export type { Decision };

/** One piece of guidance. Its identity is its folder, its kind and its id. */
export type Entry = Philosophy | Decision | Change | MarkerPolicy | Checklist | Walkthrough | Area | Term;

export type Kind = Entry['kind'];

export interface EntryBase {
  /** `/^[a-z0-9][a-z0-9._-]{0,63}$/` */
  readonly id: string;
  /** One line of plain text. */
  readonly title: string;
  /** URI, ending in `/`, of the folder that globs are relative to. */
  readonly folder: string;
  /** URI, ending in `/`, of the folder that links are relative to; a pack's own folder for a pack. */
  readonly linkBase: string;
  /** URI of the source. */
  readonly uri: string;
  /** The whole entry in its source. */
  readonly range: Range;
  /** Where each part of the entry stands in its source. */
  readonly parts: Parts;
  /** Of an entry that others' tools read, too: which. Absent for Leadlight's own. */
  readonly readBy?: readonly string[];
}

export interface Philosophy extends EntryBase {
  readonly kind: 'philosophy';
  /** Markdown. Absent where the author left it out, which is a problem in Leadlight's own files only. */
  readonly why?: string;
  /** Markdown: all that a section of somebody else's file says. */
  readonly text?: string;
  readonly do?: string;
  readonly dont?: string;
  readonly examples: readonly { readonly bad?: string; readonly good?: string }[];
  /** Workspace paths, with `#L10-L42` or without. */
  readonly exemplars: readonly string[];
  /** Absent: it governs no file. */
  readonly applies?: Selector;
  readonly level: Level;
  readonly owner?: string;
  /** A workspace path or a web address. */
  readonly decision?: string;
  readonly status: (typeof statuses)[number];
  readonly supersedes: readonly string[];
  readonly exceptions: readonly Exception[];
  readonly revisit?: string;
  readonly checklist: readonly string[];
  readonly tags: readonly string[];
}

/** Files that an entry leaves alone until a day, inclusive, in the reader's calendar. */
export interface Exception {
  readonly applies: Selector;
  readonly reason?: string;
  readonly until?: string;
}

export interface Change extends EntryBase {
  readonly kind: 'change';
  readonly why?: string;
  /** The old way. */
  readonly from: Selector;
  /** The new way. */
  readonly to?: Selector;
  readonly say?: string;
  readonly state: (typeof changeStates)[number];
  readonly due?: string;
  /** A web address. */
  readonly tracking?: string;
  readonly owner?: string;
  readonly level: Level;
  readonly checklist: readonly string[];
}

export interface MarkerPolicy extends EntryBase {
  readonly kind: 'marker';
  readonly tag: string;
  readonly aliases: readonly string[];
  readonly markerKind: MarkerKind;
  readonly means?: string;
  readonly require: readonly MarkerPartName[];
  /** `90d`, `12w`, `6mo`, `1y` */
  readonly expires?: string;
  readonly level: Level;
  readonly markdown: 'headings' | 'prose' | 'none';
}

export interface Checklist extends EntryBase {
  readonly kind: 'checklist';
  /** `team`: it is answered together, and no review asks its items but those with a `when`. */
  readonly for: 'reviewer' | 'author' | 'anyone' | 'team';
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly ask: string;
  readonly why?: string;
  readonly philosophy?: string;
  /** Absent: it applies to every diff. */
  readonly when?: Condition;
  readonly auto?: Auto;
  readonly range: Range;
}

export interface Walkthrough extends EntryBase {
  readonly kind: 'walkthrough';
  readonly format: 'leadlight' | 'markdown' | 'codetour';
  readonly text?: string;
  readonly open: 'first-open' | 'never';
  readonly sponsor?: string;
  readonly roles: readonly string[];
  readonly next?: string;
  readonly minutes?: number;
  readonly steps: readonly Step[];
  /** What only a CodeTour file says. */
  readonly tour?: {
    /** The commit, branch or tag that it was written for. */
    readonly ref?: string;
    readonly isPrimary?: boolean;
    readonly stepMarker?: string;
    readonly when?: string;
    /** Where `when` holds; absent where it holds everywhere or cannot be read. */
    readonly hosts?: readonly TourHost[];
  };
}

export interface Step extends Omit<StepData, 'done'> {
  readonly id: string;
  readonly title: string;
  readonly check: StepCheck;
  readonly range: Range;
  readonly anchored?: AnchorPlaces;
  /** What only a step of a CodeTour file says. */
  readonly tour?: Pick<
    TourStepData,
    'title' | 'file' | 'uri' | 'contents' | 'icon' | 'markerTitle' | 'commands'
  >;
}

/** Where a step's anchor stands in its source. */
export interface AnchorPlaces {
  /** What a problem of the anchor is about: the anchor, or what says it best. */
  readonly range: Range;
  /** The number of a line or a selection: what stood there when this was written is what is meant. */
  readonly number?: Range;
  /** How it is written: `yaml` is a mapping that can be written anew as one. */
  readonly form: 'yaml' | 'other';
}

export interface Area extends EntryBase {
  readonly kind: 'area';
  readonly applies: Selector;
  /** Handles: a person, a team or an e-mail address. CODEOWNERS can name several. */
  readonly leads: readonly string[];
  /** Of areas with different groups in one source each holds; of those in one group only the last. */
  readonly group?: string;
  /** For each glob, how near it is to what it admits: of two areas of one source the nearer counts. */
  readonly ranks?: readonly number[];
  readonly delegate?: string;
  readonly away: readonly { readonly from: string; readonly to: string }[];
  /** Where to ask, such as a channel. */
  readonly ask?: string;
  readonly reviewers: readonly string[];
}

export interface Term extends EntryBase {
  readonly kind: 'term';
  readonly names: readonly string[];
  readonly means?: string;
  readonly see?: string;
}

/** Where the team is heading; it belongs to a folder and has no id. */
export interface Direction {
  readonly focus?: string;
  /** The last day of the focus. */
  readonly until?: string;
  readonly now: readonly string[];
  readonly next: readonly string[];
  readonly later: readonly string[];
  readonly folder: string;
  readonly uri: string;
  readonly range: Range;
}

/** All that one file said. */
export interface Source {
  readonly uri: string;
  readonly folder: string;
  readonly linkBase: string;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly directions: readonly Direction[];
  readonly extends: readonly Located[];
  readonly disable: readonly Located[];
  readonly ignore: readonly Located[];
  /** Names that stand for others in the areas of the folder, such as a team's for its members'. */
  readonly aliases?: ReadonlyMap<string, readonly string[]>;
  /** What Leadlight wrote into it from the team's own guidance, which is not read again. */
  readonly generated?: Generated & { readonly range: Range };
  /** The file for notes about steps that were hard, relative to the folder. */
  readonly friction?: string | undefined;
  /** How it was read; what does not come from a file has none. */
  readonly format?: Format;
  /** What somebody writes in it now, also where that is broken and an earlier version serves; of own guidance only. */
  readonly written?: WrittenText | undefined;
  /** More folders in which files of a group of formats are, relative to `folder`. */
  readonly read: readonly AddedFolder[];
  /** Which of others' formats are read in its folder; of own guidance that says so. */
  readonly switches?: ReadSwitches;
  /** Whether its syntax is broken, so that an earlier version may have known more. */
  readonly broken: boolean;
}

/** The text of a source, with the values in it. */
export interface WrittenText {
  readonly document: TextDocument;
  /** One for each document of a YAML file; one for a page, as if it were an entry of such a file. */
  readonly trees: readonly RootedTree[];
}

/** Values, and where they would stand in a YAML file of sections. */
export interface RootedTree {
  readonly path: Path;
  readonly tree: YamlTree;
}

export interface AddedFolder extends Located {
  readonly group: FormatGroup;
}

/** A piece of text and where it stands. */
export interface Located {
  readonly value: string;
  readonly range: Range;
}

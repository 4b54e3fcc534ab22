import type { Range } from 'vscode-languageserver-types';
import type { TourHost } from '../guidance/tourWhen';
import type { ResolvedAnchor } from './resolvedAnchor';

/** What is listed of a walkthrough; JSON. */
export interface WalkthroughSummary {
  /** Unique in the window: its folder, relative to the workspace folder, and its id. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** URI of the workspace folder, ending in `/`. */
  readonly folder: string;
  readonly source: { readonly uri: string; readonly range: Range };
  readonly format: 'leadlight' | 'markdown' | 'codetour';
  /** Other tools that read it, too. */
  readonly readBy?: readonly string[];
  readonly open: 'first-open' | 'never';
  /** Whom it is for; empty: everybody. */
  readonly roles: readonly string[];
  readonly minutes?: number;
  readonly sponsor?: string;
  /** The file that the team names for notes about steps that were hard, relative to the workspace folder. */
  readonly friction?: string;
  /** The key of the one that follows. */
  readonly next?: string;
  readonly steps: number;
  /** Each step in its order, as far as it is known without looking at any file. */
  readonly outline: readonly StepOutline[];
  /** Where it is meant to be played, of a tour that says so; it is hidden elsewhere. */
  readonly hosts?: readonly TourHost[];
  /** Leadlight brings it along: it is about no repository in particular. */
  readonly isStarter?: true;
}

/** A walkthrough as the player shows it; JSON. */
export interface PlayedWalkthrough extends WalkthroughSummary {
  /** Safe HTML: made from Markdown, without HTML of its own, scripts, or addresses other than http, https and the workspace. */
  readonly html: string;
  readonly played: readonly PlayedStep[];
}

export interface StepOutline {
  /** Unique in its walkthrough. */
  readonly id: string;
  /** Whom it is for; empty: everybody. */
  readonly roles: readonly string[];
  /** Another text when what the step says changed, or where it leads as written, so that a reader is told what is new. */
  readonly fingerprint: string;
}

export interface PlayedStep extends StepOutline {
  readonly title: string;
  /** As `PlayedWalkthrough.html`. */
  readonly html: string;
  readonly minutes?: number;
  readonly source: { readonly uri: string; readonly range: Range };
  readonly anchor: ResolvedAnchor;
  /** Lines around the anchor, for a reader who stays in the page. */
  readonly excerpt?: { readonly text: string; readonly languageId: string; readonly line: number };
  /** Command lines to type into a terminal, exactly; a step of a tour may have several. */
  readonly commands: readonly string[];
  readonly check: StepCheck;
  /** The walkthrough that goes further than the step. */
  readonly next?: Pick<WalkthroughSummary, 'key' | 'title'>;
  /** Who to ask about the code it shows, or else the sponsor. */
  readonly ask?: string;
}

/** How a step comes to be done. */
export type StepCheck =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'opened' }
  /** The whole command line, white space collapsed, ended with 0. */
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'task'; readonly task: string }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'contains'; readonly path: string; readonly text: string }
  | { readonly kind: 'setting'; readonly key: string; readonly equals: unknown }
  | { readonly kind: 'extension'; readonly extension: string }
  /** One of a fixed table of tools, and a version range such as `>= 20`. */
  | { readonly kind: 'tool'; readonly tool: string; readonly range: string }
  | {
      readonly kind: 'question';
      readonly ask: string;
      readonly options: readonly string[];
      /** Index in `options`. */
      readonly answer: number;
      readonly because?: string;
    };

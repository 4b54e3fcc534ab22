/** What set-up offers, in the order in which it is offered. */
export const setUpParts = ['philosophies', 'checklist', 'walkthrough', 'markers', 'areas'] as const;

export type SetUpPart = (typeof setUpParts)[number];

/** What is in a workspace folder, as far as the drafts of its guidance need it. JSON. */
export interface SetUpFound {
  /** URI of the workspace folder, ending in `/`. */
  readonly folder: string;
  /** Files in its `.leadlight/`, such as `.leadlight/guidance.yaml`, which are never written. */
  readonly taken: readonly string[];
  /** The parts that it has already. */
  readonly has: readonly SetUpPart[];
  /** Philosophies that it lacks, by group. */
  readonly groups: readonly StarterGroup[];
  /** Questions of the review checklist that fit it, as lines of YAML. */
  readonly questions: readonly StarterText[];
  readonly repository: RepositoryFound;
  /** Absent where nothing says who leads what, or another format says it in a way that cannot be drafted. */
  readonly areas?: AreaDrafts;
}

export interface StarterGroup {
  readonly title: string;
  readonly philosophies: readonly StarterPhilosophy[];
}

/** A piece of what Leadlight brings along, as it stands there. */
export interface StarterText {
  readonly id: string;
  /** Lines of YAML: an item of a list, indented as in its file. */
  readonly text: string;
}

export interface StarterPhilosophy extends StarterText {
  readonly title: string;
  /** One line. */
  readonly why: string;
  /** Whether it is a good one to begin with. */
  readonly isFirst: boolean;
}

/** What a repository says about how people work with it. */
export interface RepositoryFound {
  readonly commands: readonly RepositoryCommand[];
  readonly tools: readonly RepositoryTool[];
  /** Paths of files that a first day should not miss. */
  readonly readme?: string;
  readonly contributing?: string;
  readonly entry?: string;
  /** The first tag of each tool that is used here and can be silenced, as in `defaultTags`. */
  readonly suppressions: readonly string[];
}

export const commandKinds = ['install', 'build', 'start', 'test', 'check'] as const;

export type CommandKind = (typeof commandKinds)[number];

export interface RunnableCommand {
  /** What is typed into a terminal. */
  readonly run: string;
  /** The file that says so. */
  readonly from: string;
}

/** Made of our own words, and of no text of the repository but the plain name of a folder. */
export interface RepositoryCommand extends RunnableCommand {
  readonly kind: CommandKind;
}

export interface RepositoryTool {
  /** As a step asks for it: `node >= 20`. */
  readonly wish: string;
  readonly from: string;
}

export interface AreaDrafts {
  /** `git`: from who committed where. */
  readonly from: 'codeowners' | 'git';
  readonly areas: readonly AreaDraft[];
}

export interface AreaDraft {
  readonly name: string;
  readonly files: readonly string[];
  readonly lead?: string;
  readonly delegate?: string;
  /** What is to be checked, a sentence. */
  readonly note?: string;
}

/** What a person wants to have written. */
export interface SetUpChosen {
  readonly parts: readonly SetUpPart[];
  /** Ids. */
  readonly philosophies: readonly string[];
}

/** A new file. JSON. */
export interface SetUpFile {
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly text: string;
  /** Where to go on writing, 0-based. */
  readonly cursor: { readonly line: number; readonly character: number };
}

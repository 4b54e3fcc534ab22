import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { scanRegions } from './comments/scanRegions';
import type { DecisionPlace } from './features/decisionReferences';
import { FileFacts, type FileFactsOptions } from './fileFacts';
import type { Decision } from './guidance/decisionModel';
import { rangeOf } from './guidance/parts';
import type { WorkspaceGuidance } from './guidance/workspaceGuidance';
import type { CancelSignal } from './host';
import { findMentions, type Mention, resolveMention } from './match/decisionMentions';
import { resolveLink } from './text/links';

export type WorkspaceReferencesOptions = Omit<FileFactsOptions<PlacedMention>, 'mark' | 'factsIn'>;

interface PlacedMention extends Mention {
  readonly range: Range;
}

/** Where the files of one workspace folder speak of decisions, looked for when somebody asks. */
export class WorkspaceReferences {
  readonly #workspace: WorkspaceGuidance;
  readonly #mentions: FileFacts<PlacedMention>;

  constructor(options: WorkspaceReferencesOptions) {
    this.#workspace = options.workspace;
    this.#mentions = new FileFacts({ ...options, mark: /adr|decision|\d[-_]/i, factsIn: mentionsIn });
  }

  /** Files came, went or changed on disk; paths relative to the folder. */
  touch(paths: readonly string[]): void {
    this.#mentions.touch(paths);
  }

  /** The places that mean one of these decisions, its own file left out, by path; what was found until it is cancelled. */
  async of(wanted: readonly Decision[], signal?: CancelSignal): Promise<readonly DecisionPlace[]> {
    const files = await this.#mentions.all(signal);
    const { decisions } = this.#workspace.guidance;
    const own = new Set(wanted.map(({ uri }) => uri));
    const inFiles = files.flatMap(({ uri, path, facts }) =>
      (own.has(uri) ? [] : facts)
        .filter((mention) => resolveMention(mention, path, decisions)?.some((each) => wanted.includes(each)))
        .map(({ range }) => ({ uri, range })),
    );
    return [...this.#namedByGuidance(wanted), ...inFiles];
  }

  /** Philosophies that name the decision behind them. */
  #namedByGuidance(wanted: readonly Decision[]): readonly DecisionPlace[] {
    const { entries, decisions, root } = this.#workspace.guidance;
    return entries.flatMap((entry) => {
      if (entry.kind !== 'philosophy' || entry.decision === undefined) return [];
      const uri = resolveLink(entry.decision, { linkBase: entry.linkBase, root });
      const decision = uri === undefined ? undefined : decisions.at(uri);
      return decision !== undefined && wanted.includes(decision)
        ? [{ uri: entry.uri, range: entry.parts.range(['decision']) }]
        : [];
    });
  }
}

/** A link whose label names what its target does is one mention. */
function mentionsIn(document: TextDocument): readonly PlacedMention[] {
  const text = document.getText();
  const mentions = findMentions(text, scanRegions(text, document.languageId), document.languageId);
  return mentions
    .filter(
      ({ start }, index) => !(text.startsWith('](', start - 2) && mentions[index - 1]?.end === start - 2),
    )
    .map((mention) => ({ ...mention, range: rangeOf(document, mention) }));
}

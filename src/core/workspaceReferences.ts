import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { scanRegions } from './comments/scanRegions';
import type { DecisionPlace } from './features/decisionReferences';
import { proseOf } from './features/search';
import { FileFacts, type FileFactsOptions } from './fileFacts';
import type { DecisionIndex } from './guidance/decisionIndex';
import type { Decision } from './guidance/decisionModel';
import { rangeOf } from './guidance/parts';
import type { WorkspaceGuidance } from './guidance/workspaceGuidance';
import type { CancelSignal } from './host';
import { findMentions, type Mention, resolveMention } from './match/decisionMentions';
import { relativePath, resolveLink } from './text/links';
import { inTurns, type Turns } from './turns';

export type WorkspaceReferencesOptions = Omit<FileFactsOptions<PlacedMention>, 'mark' | 'factsIn'>;

interface PlacedMention extends Mention {
  readonly range: Range;
  /** It is no more than the name of a Markdown file, which may be that of a decision without a number. */
  readonly isFile?: true;
}

/** Without this a text speaks of no decision. */
const mark = /adr|decision|\d[-_]|\.(?:md|markdown)/i;

/** Where the files of one workspace folder speak of decisions, looked for when somebody asks. */
export class WorkspaceReferences {
  readonly #workspace: WorkspaceGuidance;
  readonly #turns: Turns;
  readonly #mentions: FileFacts<PlacedMention>;

  constructor(options: WorkspaceReferencesOptions) {
    this.#workspace = options.workspace;
    this.#turns = options.turns;
    this.#mentions = new FileFacts({ ...options, mark, factsIn: mentionsIn });
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
        .filter((mention) => !mention.isFile)
        .filter((mention) => resolveMention(mention, path, decisions)?.some((each) => wanted.includes(each)))
        .map(({ range }) => ({ uri, range })),
    );
    const named = this.#namedByGuidance().filter(({ decision }) => wanted.includes(decision));
    return [...named.map(({ uri, range }) => ({ uri, range })), ...inFiles];
  }

  /** URIs of the decisions of which a file, guidance or another decision speaks; `undefined` where that was cancelled. */
  async spokenOf(signal?: CancelSignal): Promise<ReadonlySet<string> | undefined> {
    await this.#workspace.settled();
    if (this.#workspace.guidance.decisions.all.length === 0) return new Set();
    const files = await this.#mentions.all(signal);
    const { decisions, entries, root } = this.#workspace.guidance;
    const found = new Set(this.#namedByGuidance().map(({ decision }) => decision.uri));
    for (const decision of decisions.all) {
      for (const link of [...decision.links, ...decision.supersedes, ...decision.supersededBy])
        for (const { uri } of decisions.meantBy(link, decision)) found.add(uri);
    }
    const look = (mentions: readonly Mention[], path: string, own?: string) => {
      for (const mention of mentions)
        for (const { uri } of meantBy(mention, path, decisions)) if (uri !== own) found.add(uri);
    };
    for (const entry of entries) {
      if (entry.kind === 'decision') continue;
      look(findMentions(proseOf(entry), [], 'markdown'), relativePath(entry.folder, root) ?? '');
    }
    const lookAt = ({ facts, path, uri }: (typeof files)[number]) => look(facts, path, uri);
    await inTurns(files, lookAt, { ...this.#turns, signal });
    return signal?.aborted ? undefined : found;
  }

  /** Philosophies that name the decision behind them. */
  #namedByGuidance(): readonly (DecisionPlace & { readonly decision: Decision })[] {
    const { entries, decisions, root } = this.#workspace.guidance;
    return entries.flatMap((entry) => {
      if (entry.kind !== 'philosophy' || entry.decision === undefined) return [];
      const uri = resolveLink(entry.decision, { linkBase: entry.linkBase, root });
      const decision = uri === undefined ? undefined : decisions.at(uri);
      return decision === undefined
        ? []
        : [{ uri: entry.uri, range: entry.parts.range(['decision']), decision }];
    });
  }
}

function meantBy(
  mention: PlacedMention | Mention,
  path: string,
  decisions: DecisionIndex,
): readonly Decision[] {
  if ('isFile' in mention) return decisions.named(mention.written);
  return resolveMention(mention, path, decisions) ?? [];
}

/** A link whose label names what its target does is one mention. */
function mentionsIn(document: TextDocument): readonly PlacedMention[] {
  const text = document.getText();
  const mentions = findMentions(text, scanRegions(text, document.languageId), document.languageId);
  const placed = mentions
    .filter(
      ({ start }, index) => !(text.startsWith('](', start - 2) && mentions[index - 1]?.end === start - 2),
    )
    .map((mention) => ({ ...mention, range: rangeOf(document, mention) }));
  return [...placed, ...markdownFilesIn(text)];
}

const longestName = 200;
const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Each name of a Markdown file once, wherever it stands. */
function markdownFilesIn(text: string): readonly PlacedMention[] {
  const names = new Set<string>();
  for (const { index } of text.matchAll(/\.(?:mdx?|markdown)\b/gi)) {
    const before = text.slice(Math.max(0, index - longestName), index);
    const name = before.split(/[\s/\\()<>[\]"'`#?|:]/).at(-1)!;
    if (name !== '') names.add(name);
  }
  return [...names].map((written) => ({ written, start: 0, end: 0, range: nowhere, isFile: true }));
}

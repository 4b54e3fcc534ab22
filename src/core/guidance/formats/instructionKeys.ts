import type { YamlPair } from '../yamlTree';
import type { GlobDialect } from './foreignGlobs';

/** When instructions count: always, for files that match, or when somebody asks for them. */
export type Reach = 'always' | 'globs' | 'asked';

/** The keys with which a format says what its instructions are about. */
export interface InstructionKeys {
  /** The key that holds the globs. */
  readonly globs: string;
  /** The forms that its own tool reads; `any` for one text as well as a list. */
  readonly form: 'text' | 'list' | 'any';
  /** Whether its own tool reads globs that YAML does not, such as `*.ts` without quotes. */
  readonly readsUnquoted: boolean;
  /** What its own tool does with the other form. */
  readonly otherwise?: string;
  readonly dialect: GlobDialect;
  reachOf(keys: Keys, hasGlobs: boolean): Reach;
  /** Where the front matter says who reads it. */
  readersOf?(keys: Keys, readBy: readonly string[]): readonly string[];
}

type Keys = ReadonlyMap<string, YamlPair>;

/**
 * Copilot and VS Code: https://docs.github.com/copilot/customizing-copilot/adding-repository-custom-instructions-for-github-copilot
 * and `_matches` in VS Code's `computeAutomaticInstructions.ts`, which puts any folder before a glob, ignores case, and
 * attaches nothing by itself without `applyTo`. GitHub's page lets `*.py` stop at the root; what either admits is shown.
 */
export const copilotKeys: InstructionKeys = {
  globs: 'applyTo',
  form: 'text',
  readsUnquoted: false,
  otherwise: 'VS Code reads no list here, and then attaches the instructions to no file.',
  dialect: { reach: 'anywhere', ignoresCase: true },
  reachOf: (_, hasGlobs) => (hasGlobs ? 'globs' : 'asked'),
  readersOf: (keys, readBy) => {
    const agents = textsOf(keys, 'excludeAgent').flatMap((agent) => excludedAgents[agent] ?? []);
    return agents.length === 0 ? readBy : readBy.map((name) => `${name} (not its ${agents.join(' and ')})`);
  },
};

const excludedAgents: Readonly<Record<string, string>> = {
  'code-review': 'code review',
  'coding-agent': 'coding agent',
  'cloud-agent': 'cloud agent',
};

/** Cursor: https://cursor.com/docs/context/rules. Its own editor writes globs without quotes. */
export const cursorKeys: InstructionKeys = {
  globs: 'globs',
  form: 'any',
  readsUnquoted: true,
  dialect: { reach: 'names' },
  reachOf: (keys, hasGlobs) => {
    if (textsOf(keys, 'alwaysApply')[0]?.toLowerCase() === 'true') return 'always';
    return hasGlobs ? 'globs' : 'asked';
  },
};

/** Claude Code: https://code.claude.com/docs/en/memory, "Path-specific rules". */
export const claudeKeys: InstructionKeys = {
  globs: 'paths',
  form: 'any',
  readsUnquoted: false,
  dialect: { reach: 'folder' },
  reachOf: (_, hasGlobs) => (hasGlobs ? 'globs' : 'always'),
};

/** Cline: https://docs.cline.bot/customization/cline-rules, "Conditional Rules". */
export const clineKeys: InstructionKeys = {
  globs: 'paths',
  form: 'list',
  readsUnquoted: false,
  otherwise: 'Cline reads only a list here, and then takes the rule for every file.',
  dialect: { reach: 'folder' },
  reachOf: (_, hasGlobs) => (hasGlobs ? 'globs' : 'always'),
};

/** Windsurf, now Devin: https://docs.windsurf.com/windsurf/cascade/memories. Its own editor writes no quotes. */
export const windsurfKeys: InstructionKeys = {
  globs: 'globs',
  form: 'any',
  readsUnquoted: true,
  dialect: { reach: 'names' },
  reachOf: (keys, hasGlobs) => {
    const trigger = textsOf(keys, 'trigger')[0];
    if (trigger === 'manual' || trigger === 'model_decision') return 'asked';
    return hasGlobs && trigger !== 'always_on' ? 'globs' : trigger === 'glob' ? 'asked' : 'always';
  },
};

/** Kiro: https://kiro.dev/docs/steering, "Inclusion modes". */
export const kiroKeys: InstructionKeys = {
  globs: 'fileMatchPattern',
  form: 'any',
  readsUnquoted: false,
  dialect: { reach: 'names' },
  reachOf: (keys, hasGlobs) => {
    const inclusion = textsOf(keys, 'inclusion')[0];
    if (inclusion === undefined || inclusion === 'always') return 'always';
    return inclusion === 'fileMatch' && hasGlobs ? 'globs' : 'asked';
  },
};

function textsOf(keys: Keys, key: string): readonly string[] {
  const value = keys.get(key)?.tree.value;
  return (Array.isArray(value) ? value : [value]).flatMap((each) =>
    each === undefined || each === null || typeof each === 'object' ? [] : [String(each).trim()],
  );
}

import type { Format } from '../formats';
import {
  claudeKeys,
  clineKeys,
  copilotKeys,
  cursorKeys,
  type InstructionKeys,
  kiroKeys,
  windsurfKeys,
} from './instructionKeys';
import { type InstructionKind, readInstructions } from './instructions';

interface InstructionPlace {
  readonly title: string;
  readonly readBy: readonly string[];
  readonly places: string;
  /** The files; the first group is the folder that they speak for. */
  readonly file: RegExp;
  readonly endings?: readonly string[];
  readonly keys?: InstructionKeys;
  readonly governs?: InstructionKind['governs'];
}

function instructions({ file, keys, governs = 'folder', endings = ['md'], ...format }: InstructionPlace) {
  const kind: InstructionKind = { readBy: format.readBy, governs, ...(keys && { keys }) };
  return {
    ...format,
    group: 'instructions',
    gives: 'a philosophy without a why for each section',
    endings,
    folderOf: (path) => file.exec(path)?.[1],
    read: (source) => readInstructions(source, kind),
  } as const satisfies Format;
}

/** What teams have written for agents and contributors. */
export const instructionFormats = {
  agents: instructions({
    title: 'AGENTS.md',
    readBy: ['Codex', 'Copilot', 'Cursor', 'Cline', 'Devin', 'Kiro'],
    places: '`AGENTS.md` in any folder',
    file: /^((?:.*\/)?)agents\.md$/i,
  }),
  claude: instructions({
    title: 'CLAUDE.md',
    readBy: ['Claude Code', 'Copilot', 'Devin'],
    places: '`CLAUDE.md` and `.claude/CLAUDE.md` in any folder',
    file: /^((?:.*?\/)??)(?:\.claude\/)?claude\.md$/i,
  }),
  claudeRules: instructions({
    title: 'Rules of Claude Code',
    readBy: ['Claude Code'],
    places: '`.claude/rules/**/*.md` in any folder',
    file: /^((?:.*\/)?)\.claude\/rules\/.+\.md$/i,
    keys: claudeKeys,
  }),
  copilot: instructions({
    title: 'Copilot instructions',
    readBy: ['Copilot'],
    places: '`.github/copilot-instructions.md` in any folder',
    file: /^((?:.*\/)?)\.github\/copilot-instructions\.md$/,
  }),
  copilotFiles: instructions({
    title: 'Copilot instructions for some files',
    readBy: ['Copilot'],
    places: '`.github/instructions/**/*.instructions.md` in any folder',
    file: /^((?:.*\/)?)\.github\/instructions\/.+\.instructions\.md$/,
    keys: copilotKeys,
  }),
  cursor: instructions({
    title: 'Cursor rules',
    readBy: ['Cursor', 'Cline'],
    places: '`.cursor/rules/**/*.mdc` in any folder',
    file: /^((?:.*\/)?)\.cursor\/rules\/.+\.mdc$/,
    endings: ['mdc'],
    keys: cursorKeys,
  }),
  cursorFile: instructions({
    title: '.cursorrules',
    readBy: ['Cursor', 'Cline'],
    places: '`.cursorrules` in any folder',
    file: /^((?:.*\/)?)\.cursorrules$/,
    endings: ['cursorrules'],
  }),
  cline: instructions({
    title: 'Cline rules',
    readBy: ['Cline'],
    places: '`.clinerules`, `.clinerules/**/*.md` and `.clinerules/**/*.txt` in any folder',
    file: /^((?:.*\/)?)\.clinerules(?:\/(?!(?:workflows|hooks|skills)\/).+\.(?:md|txt))?$/,
    endings: ['clinerules', 'md', 'txt'],
    keys: clineKeys,
  }),
  windsurf: instructions({
    title: 'Windsurf and Devin rules',
    readBy: ['Windsurf', 'Devin', 'Cline'],
    places: '`.windsurf/rules/**/*.md` and `.devin/rules/**/*.md` in any folder',
    file: /^((?:.*\/)?)\.(?:windsurf|devin)\/rules\/.+\.md$/,
    keys: windsurfKeys,
  }),
  windsurfFile: instructions({
    title: '.windsurfrules',
    readBy: ['Windsurf', 'Devin', 'Cline'],
    places: '`.windsurfrules` in any folder',
    file: /^((?:.*\/)?)\.windsurfrules$/,
    endings: ['windsurfrules'],
  }),
  kiro: instructions({
    title: 'Kiro steering',
    readBy: ['Kiro'],
    places: '`.kiro/steering/**/*.md` in any folder',
    file: /^((?:.*\/)?)\.kiro\/steering\/.+\.md$/,
    keys: kiroKeys,
  }),
  contributing: instructions({
    title: 'CONTRIBUTING.md',
    readBy: [],
    places: '`CONTRIBUTING.md`, also in `.github/` and `docs/`, in any folder',
    file: /^((?:.*?\/)??)(?:\.github\/|docs\/)?contributing\.md$/i,
    governs: 'nothing',
  }),
} as const;

import { expandBraces } from '../text/braces';
import { globLimits, splitGlobs } from '../text/globs';
import { cleanLine } from '../text/markdown';
import { type ExportTarget, markGenerated } from './generated';
import type { Guidance } from './guidance';
import type { Philosophy } from './model';

/** A file as another tool reads it. */
export interface ExportedFile {
  /** In the workspace folder, `/`-separated. */
  readonly path: string;
  /** Of a `file`: all of it. Of a `block`: what stands in a file that holds other things, too. */
  readonly text: string;
  readonly kind: 'file' | 'block';
}

interface RuleFormat {
  /** Where its files lie; all that is below belongs to the export. */
  readonly folder: string;
  readonly ending: string;
  /** What stands between the `---` lines; `globs` is empty for a rule about every file. */
  frontMatter(title: string, globs: readonly string[]): readonly string[];
}

/** The formats that hold one rule in each file. The other target, `agents`, has a block in each folder's AGENTS.md. */
const ruleFormats: Readonly<Record<Exclude<ExportTarget, 'agents'>, RuleFormat>> = {
  copilot: {
    folder: '.github/instructions/leadlight/',
    ending: '.instructions.md',
    frontMatter: (title, globs) => [
      `description: ${JSON.stringify(title)}`,
      `applyTo: ${JSON.stringify(globs.length === 0 ? '**' : globs.join(','))}`,
    ],
  },
  cursor: {
    folder: '.cursor/rules/leadlight/',
    ending: '.mdc',
    frontMatter: (title, globs) => [
      `description: ${JSON.stringify(title)}`,
      // Cursor reads no quotes here.
      `globs: ${globs.join(',')}`,
      `alwaysApply: ${globs.length === 0}`,
    ],
  },
  claude: {
    folder: '.claude/rules/leadlight/',
    ending: '.md',
    frontMatter: (title, globs) => [
      `description: ${JSON.stringify(title)}`,
      ...(globs.length === 0 ? [] : ['paths:', ...globs.map((glob) => `  - ${JSON.stringify(glob)}`)]),
    ],
  },
};

/** Where the files of a target lie that hold nothing else. */
export function exportFolder(target: ExportTarget): string | undefined {
  return target === 'agents' ? undefined : ruleFormats[target].folder;
}

/**
 * The team's own philosophies as another tool reads them: those that hold, of `.leadlight/` and of packs. What has no
 * counterpart there, such as `except`, is said in words.
 */
export function exportGuidance(
  { folders }: Pick<Guidance, 'folders'>,
  target: ExportTarget,
): readonly ExportedFile[] {
  const philosophies = folders.flatMap(({ path, entries }) =>
    entries.flatMap((entry) => (isExported(entry) ? [{ path, philosophy: entry }] : [])),
  );
  if (target !== 'agents') {
    const format = ruleFormats[target];
    return philosophies.map(({ path, philosophy }) => ruleFile(philosophy, { path, target, format }));
  }
  return [...new Set(philosophies.map(({ path }) => path))].map((path) => {
    const sections = philosophies
      .filter((each) => each.path === path)
      .map(({ philosophy }) => `## ${titleOf(philosophy)}\n\n${bodyOf(philosophy)}\n`);
    return { path: `${path}AGENTS.md`, kind: 'block', text: markGenerated(sections.join('\n'), target) };
  });
}

function isExported(entry: { readonly kind: string }): entry is Philosophy {
  if (entry.kind !== 'philosophy') return false;
  const { text, status } = entry as Philosophy;
  return text === undefined && (status === 'accepted' || status === 'trial');
}

function ruleFile(
  philosophy: Philosophy,
  {
    path,
    target,
    format,
  }: { readonly path: string; readonly target: ExportTarget; readonly format: RuleFormat },
): ExportedFile {
  const title = titleOf(philosophy);
  // Braces hold commas, at which these tools cut.
  const own = (philosophy.applies?.files ?? []).flatMap(({ glob }) =>
    splitGlobs(glob.source).flatMap(({ source }) => {
      const globs = expandBraces(source, globLimits.alternatives);
      return typeof globs === 'string' ? [source] : globs;
    }),
  );
  const globs = own.length === 0 && path !== '' ? [`${path}**`] : own.flatMap((glob) => below(path, glob));
  const front = ['---', ...format.frontMatter(title, globs), '---', ''].join('\n');
  const body = `# ${title}\n\n${bodyOf(philosophy, false)}\n`;
  return {
    path: `${format.folder}${path}${philosophy.id}${format.ending}`,
    kind: 'file',
    text: `${front}${markGenerated(body, target)}`,
  };
}

/** A glob from the workspace folder; a last segment without a wildcard stands for a file and for a folder. */
function below(path: string, glob: string): readonly string[] {
  const whole = `${path}${glob.replace(/^\.?\//u, '')}`;
  if (whole.endsWith('/')) return [`${whole}**`];
  return /[*?[]/u.test(whole.slice(whole.lastIndexOf('/') + 1)) ? [whole] : [whole, `${whole}/**`];
}

function titleOf({ title }: Philosophy): string {
  return cleanLine(title);
}

/** All that is said, as Markdown; `withFiles` names the files, where nothing else does. */
function bodyOf(philosophy: Philosophy, withFiles = true): string {
  const { why, do: way, dont, examples, exemplars, applies, decision } = philosophy;
  const globs = (list: readonly { readonly glob: { readonly source: string } }[]) =>
    list.map(({ glob }) => `\`${glob.source}\``).join(', ');
  return [
    withFiles && applies?.files ? `For ${globs(applies.files)}.` : '',
    applies && applies.except.length > 0 ? `Not for ${globs(applies.except)}.` : '',
    applies?.languages ? `For ${[...applies.languages].join(', ')} only.` : '',
    why ?? '',
    way === undefined ? '' : `**Do:** ${way.trim()}`,
    dont === undefined ? '' : `**Don't:** ${dont.trim()}`,
    ...examples.flatMap(({ bad, good }) => [
      bad === undefined ? '' : `Instead of:\n\n${fenced(bad)}`,
      good === undefined ? '' : `${bad === undefined ? 'For example' : 'Write'}:\n\n${fenced(good)}`,
    ]),
    exemplars.length === 0
      ? ''
      : `Done well in ${exemplars.map((each) => `\`${cleanLine(each)}\``).join(', ')}.`,
    decision === undefined ? '' : `Decision: \`${cleanLine(decision)}\``,
  ]
    .map((part) => plain(part).trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

function fenced(code: string): string {
  const marks = /`{3,}/u.exec(code) === null ? '```' : '````````';
  return `${marks}\n${code.trimEnd()}\n${marks}`;
}

/**
 * Without headings that would begin a section of their own, without comments that could be taken for ours, and with an end
 * to each block of code, which would else hold all that follows.
 */
function plain(markdown: string): string {
  let fence = '';
  const lines = markdown
    .replaceAll('<!--', '<! --')
    .split(/\r\n|\r|\n/u)
    .map((line) => {
      const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/u.exec(line) ?? [];
      if (fence !== '') {
        if (marks.startsWith(fence) && info.trim() === '') fence = '';
        return line;
      }
      if (!(marks.startsWith('`') && info.includes('`'))) fence = marks;
      return line.replace(/^( {0,3})#{1,6}(?=\s)/u, '$1####');
    });
  return [...lines, ...(fence === '' ? [] : [fence])].join('\n');
}

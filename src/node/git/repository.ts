import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import type { CancelSignal, Log } from '../../core/host';
import type { Identity } from '../../core/git';
import type { GitCall, GitEnd, GitProcesses } from './gitProcess';

/** A folder in a repository with a working tree. */
export interface Repository {
  /** Absolute path of the folder that was asked about, links resolved. */
  readonly folder: string;
  /** Absolute path of the top of the working tree. */
  readonly top: string;
  /** The folder below `top`, ending in `/`; empty at the top. */
  readonly prefix: string;
  /** Absolute path of the folder that git keeps its state in, that of this working tree. */
  readonly gitFolder: string;
  /** The id of a tree without files. */
  readonly emptyTree: string;
  readonly isShallow: boolean;
  /** How lines end in the working tree, `name=value`. */
  readonly lineEndSettings: readonly string[];
  /** Absolute paths, of files that may not be there; `undefined` where no setting names any. */
  readonly ignoreRevsFiles: readonly string[] | undefined;
  readonly identity: Identity | undefined;
  /** All that git prints; `undefined` where it failed, which is logged. */
  read(call: RepositoryCall): Promise<Buffer | undefined>;
  /** The same, without judging how it ended. */
  run(call: RepositoryCall): Promise<GitEnd & { readonly output: Buffer }>;
  /** See `GitProcesses.start`. */
  start(call: RepositoryCall): AsyncGenerator<Buffer, GitEnd>;
  /** Logs how a command ended. */
  failed(command: string, end: GitEnd): undefined;
}

/** Without a folder, in that of the repository. */
type RepositoryCall = Pick<GitCall, 'args' | 'settings' | 'variables' | 'input'> & {
  readonly folder?: string;
};

export interface RepositoryOptions {
  readonly processes: GitProcesses;
  readonly log: Log;
}

/**
 * Asks git about a folder. Filters of the repository are switched off in all that is run there: `git blame` and
 * `git diff` would run the programs that they name. The signal is for all that is asked of the repository then.
 * `undefined` where there is no working tree, or git refuses.
 */
export async function openRepository(
  path: string,
  { processes, log }: RepositoryOptions,
): Promise<((signal?: CancelSignal) => Repository) | undefined> {
  const folder = await realpath(path).catch(() => undefined);
  if (folder === undefined) return undefined;
  const asked = ['--is-inside-work-tree', '--is-shallow-repository', '--show-cdup'];
  // A path is last: it may hold line ends.
  asked.push('--show-object-format', '--absolute-git-dir');
  const [place, config] = await Promise.all([
    processes.read({ folder, args: ['rev-parse', ...asked] }),
    processes.read({ folder, args: ['config', '-z', '--get-regexp', wantedSettings] }),
  ]);
  const [isInside, isShallow, up, format, ...gitFolder] = place.output.toString().split('\n');
  if (place.code !== 0) {
    // Where there is no repository at all, there is nothing to tell.
    if (!/not a git repository/iu.test(place.message)) logFailure(log, 'rev-parse', place);
    return undefined;
  }
  if (isInside !== 'true') return undefined;
  // With nothing found, git ends with 1.
  if (config.code !== 0 && config.code !== 1) return logFailure(log, 'config', config);
  const found = parseSettings(config.output.toString());
  const settings = withoutFilters(found);
  if (settings === undefined) return logFailure(log, 'config', { message: 'a filter has "=" in its name' });

  const top = resolve(folder, up ?? '');
  const below = relative(top, folder).split(sep).join('/');
  const known = {
    folder,
    top,
    prefix: below === '' ? '' : `${below}/`,
    gitFolder: gitFolder.join('\n').replace(/\n$/u, ''),
    emptyTree: emptyTrees[format === 'sha256' ? 'sha256' : 'sha1'],
    isShallow: isShallow === 'true',
    lineEndSettings: found.flatMap(([name, value]) => (name.startsWith('core.') ? `${name}=${value}` : [])),
    ignoreRevsFiles: ignoreRevsFilesIn(found, top),
    identity: identityIn(found),
    failed: (command: string, end: GitEnd) => logFailure(log, command, end),
  };
  return (signal) => {
    const inside = (call: RepositoryCall): GitCall => ({
      folder,
      signal,
      ...call,
      settings: [...settings, ...(call.settings ?? [])],
    });
    const run = (call: RepositoryCall) => processes.read(inside(call));
    return {
      ...known,
      run,
      start: (call) => processes.start(inside(call)),
      async read(call) {
        const { output, ...end } = await run(call);
        return end.code === 0 ? output : known.failed(call.args[0]!, end);
      },
    };
  };
}

/** Git knows them without having stored them. */
const emptyTrees = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

const wantedSettings = '^(filter\\..*|core\\.(autocrlf|eol)|blame\\.ignorerevsfile|user\\.(name|email))$';

type Settings = readonly (readonly [name: string, value: string])[];

function parseSettings(output: string): Settings {
  return output
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const end = entry.indexOf('\n');
      return end === -1 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
    });
}

/** A name with `=` in it cannot be given to git as an option, so that its program could not be kept from running. */
function withoutFilters(settings: Settings): readonly string[] | undefined {
  const names = new Set(settings.flatMap(([name]) => /^filter\.(.*)\.[^.]*$/su.exec(name)?.[1] ?? []));
  if ([...names].some((name) => name.includes('='))) return undefined;
  const off = (name: string) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].map((key) => `filter.${name}.${key}`);
  return [...names].flatMap(off);
}

/** Relative to the top of the working tree; an empty one withdraws those before it. */
function ignoreRevsFilesIn(settings: Settings, top: string): readonly string[] | undefined {
  const values = settings.flatMap(([name, value]) => (name === 'blame.ignorerevsfile' ? [value] : []));
  if (values.length === 0) return undefined;
  return values
    .slice(values.lastIndexOf('') + 1)
    .map((value) => (value.startsWith('~/') ? join(homedir(), value.slice(2)) : resolve(top, value)));
}

function identityIn(settings: Settings): Identity | undefined {
  const last = (wanted: string) => settings.findLast(([name]) => name === wanted)?.[1] ?? '';
  const [name, email] = [last('user.name'), last('user.email')];
  return name === '' && email === '' ? undefined : { name, email };
}

/** What was cancelled is no failure. */
function logFailure(log: Log, command: string, { message }: Pick<GitEnd, 'message'>): undefined {
  if (message !== 'cancelled') log.warn(`git ${command} failed: ${message}`);
}

import { readToolWish } from '../../text/tools';
import {
  commandKinds,
  type RepositoryCommand,
  type RepositoryFound,
  type RepositoryTool,
  type RunnableCommand,
} from './found';
import { inFolder } from './inFolder';
import type { AllManifests, Manifests, Told } from './manifests';
import { readNodeManifest } from './nodeManifest';
import { readCargoManifest, readGoModule, readMakefile, readPlainManifests } from './otherManifests';
import { readPythonManifests } from './pythonManifests';

/** Where people say what the repository is, and how to take part; without case. */
const readmes = /^readme(?:\.(?:md|markdown|rst|adoc|txt))?$/i;
const contributings = /^(?:\.github\/|docs\/)?contributing(?:\.(?:md|markdown|rst|adoc|txt))?$/i;

/** Where the code of many repositories begins, the likeliest first. */
const entries = [
  ...['src/main.ts', 'src/index.ts', 'src/server.ts', 'src/app.ts', 'src/extension.ts', 'src/main.tsx'],
  ...['src/index.tsx', 'src/main.js', 'src/index.js', 'src/server.js', 'src/app.js', 'index.ts', 'index.js'],
  ...['server.js', 'app.js', 'manage.py', 'app.py', 'main.py', 'src/main.py', 'main.go', 'src/main.rs'],
  ...['src/lib.rs', 'src/main.cpp', 'src/main.c', 'main.c', 'Program.cs', 'lib/main.dart', 'config.ru'],
];
/** Below a folder that has the name of the program. */
const nestedEntries =
  /^(?:cmd\/[^/]+\/main\.go|(?:src\/)?[^/]+\/__main__\.py|src\/main\/(?:java|kotlin)\/.*(?:Application|Main)\.(?:java|kt))$/;

/** Of one kind: a repository with two languages has two ways to test. */
const mostOfKind = 2;
const mostTools = 3;

/** What the files of a repository, sorted paths, tell about how people work with it. */
export function findInRepository(files: readonly string[], manifests: AllManifests): RepositoryFound {
  const { makes, others } = toldBy(manifests);
  const told = [...makes, ...others];
  const tools = told.flatMap((each) => each.tools);
  const [readme, contributing] = [readmes, contributings].map((kind) =>
    files.find((path) => kind.test(path)),
  );
  const entry =
    entries.find((path) => manifests.top.has(path)) ?? files.find((path) => nestedEntries.test(path));
  return {
    commands: commandsOf(
      makes.flatMap(({ commands }) => commands),
      others.flatMap(({ commands }) => commands),
    ),
    tools: tools.filter(({ wish }) => readToolWish(wish) !== undefined).slice(0, mostTools),
    ...(readme !== undefined && { readme }),
    ...(contributing !== undefined && { contributing }),
    ...(entry !== undefined && { entry }),
    suppressions: told.flatMap(({ suppressions = [] }) => suppressions),
  };
}

/** All that can be run in a repository, the usual first, and the tools that it asks for. */
export function findCommands(manifests: AllManifests): CommandsFound {
  const { makes, others } = toldBy(manifests);
  const told = [...makes, ...others];
  return {
    commands: [...told.flatMap(({ commands }) => commands), ...told.flatMap(({ others = [] }) => others)],
    tools: told.flatMap(({ tools }) => tools),
  };
}

export interface CommandsFound {
  readonly commands: readonly RunnableCommand[];
  readonly tools: readonly RepositoryTool[];
}

interface AllTold {
  /** By Makefiles. */
  readonly makes: readonly Told[];
  readonly others: readonly Told[];
}

/** Where the top tells no command, its folders do: a team with a `frontend` and a `backend` has its commands there. */
function toldBy({ top, inFolders }: AllManifests): AllTold {
  const atTop = toldIn(top);
  if ([...atTop.makes, ...atTop.others].some(({ commands }) => commands.length > 0)) return atTop;
  const below = [...inFolders].map(([folder, manifests]) => {
    const { makes, others } = toldIn(manifests);
    const moved = (told: Told) => inFolder(told, folder);
    return { makes: makes.map(moved), others: others.map(moved) };
  });
  return {
    makes: [atTop, ...below].flatMap(({ makes }) => makes),
    others: [atTop, ...below].flatMap(({ others }) => others),
  };
}

function toldIn(manifests: Manifests): AllTold {
  return {
    makes: [readMakefile(manifests)],
    others: [
      readNodeManifest(manifests),
      readPythonManifests(manifests),
      readGoModule(manifests),
      readCargoManifest(manifests),
      ...readPlainManifests(manifests),
    ],
  };
}

/** In the order of the kinds. Where a Makefile has a way, it is the way of the team. */
function commandsOf(
  own: readonly RepositoryCommand[],
  others: readonly RepositoryCommand[],
): readonly RepositoryCommand[] {
  return commandKinds.flatMap((kind) => {
    const ofKind = (commands: readonly RepositoryCommand[]) => commands.filter((each) => each.kind === kind);
    const chosen = ofKind(own);
    return chosen.length > 0 ? chosen : ofKind(others).slice(0, mostOfKind);
  });
}

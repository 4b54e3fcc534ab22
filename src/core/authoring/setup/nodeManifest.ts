import { jsonRecord, recordOf } from '../jsonRecord';
import type { CommandKind } from './found';
import { type Manifests, nothingTold, plainName, type Told, toolFrom } from './manifests';

/** Scripts that mean the same in most repositories, the most usual name first. */
const scripts: readonly (readonly [CommandKind, ...names: readonly string[]])[] = [
  ['build', 'build', 'compile'],
  ['start', 'start', 'dev', 'serve'],
  ['test', 'test', 'test:unit'],
  ['check', 'lint', 'check', 'typecheck', 'type-check'],
];

const managers = [
  { lock: 'pnpm-lock.yaml', tool: 'pnpm', install: 'pnpm install', run: 'pnpm run' },
  { lock: 'yarn.lock', tool: 'yarn', install: 'yarn install', run: 'yarn run' },
  { lock: 'bun.lock', tool: 'bun', install: 'bun install', run: 'bun run' },
  { lock: 'bun.lockb', tool: 'bun', install: 'bun install', run: 'bun run' },
  { lock: 'package-lock.json', tool: 'npm', install: 'npm ci', run: 'npm run' },
  { lock: '', tool: 'npm', install: 'npm install', run: 'npm run' },
] as const;

const from = 'package.json';

/** What `package.json` says, with the package manager that its lock file is of. */
export function readNodeManifest(manifests: Manifests): Told {
  if (!manifests.has(from)) return nothingTold;
  const data = jsonRecord(manifests.text(from));
  const { tool, install, run } = managers.find(({ lock }) => lock === '' || manifests.has(lock))!;
  const told = recordOf(data['scripts']);
  const isUsed = (name: string) => {
    const script = Object.hasOwn(told, name) ? told[name] : undefined;
    // What `npm init` writes is no test.
    return typeof script === 'string' && !script.includes('no test specified');
  };
  const usual = scripts.flatMap(([kind, ...names]) => {
    const name = names.find(isUsed);
    return name === undefined ? [] : [{ kind, name }];
  });
  const commands = usual.map(({ kind, name }) => {
    const isShort = tool === 'npm' && (name === 'test' || name === 'start');
    return { kind, run: isShort ? `npm ${name}` : `${run} ${name}`, from };
  });
  const others = Object.keys(told)
    .filter((name) => plainName.test(name) && isUsed(name) && !isHook(name, told))
    .filter((name) => !usual.some((each) => each.name === name))
    .map((name) => ({ run: `${run} ${name}`, from }));
  const wanted = recordOf(data['engines'])['node'] ?? manifests.text('.nvmrc');
  const version = typeof wanted === 'string' ? wanted : undefined;
  const usesEslint =
    'eslint' in { ...recordOf(data['dependencies']), ...recordOf(data['devDependencies']) } ||
    manifests.hasAny(/^eslint\.config\.\w+$/);
  return {
    commands: [{ kind: 'install', run: install, from }, ...commands],
    tools: [toolFrom('node', { version, from }), ...(tool === 'npm' ? [] : [{ wish: tool, from }])],
    suppressions: [
      ...(usesEslint ? ['eslint-disable'] : []),
      ...(manifests.has('tsconfig.json') ? ['@ts-ignore'] : []),
    ],
    others,
  };
}

/** Whether a script runs by itself, before or behind another one. */
function isHook(name: string, scripts: Readonly<Record<string, unknown>>): boolean {
  const of = /^(?:pre|post)(.+)$/.exec(name)?.[1];
  return of !== undefined && (Object.hasOwn(scripts, of) || /^(?:install|pack|publish|version)$/.test(of));
}

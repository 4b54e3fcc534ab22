import type { CommandKind, RepositoryCommand } from './found';
import { type Manifests, nothingTold, type Told, toolFrom } from './manifests';

const signs = [
  ...['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'requirements-dev.txt'],
  ...['Pipfile', 'tox.ini', 'noxfile.py', 'manage.py'],
] as const;

/** What `pyproject.toml`, tox and their like say, by the tool that manages the environment. */
export function readPythonManifests(manifests: Manifests): Told {
  const from = signs.find((sign) => manifests.has(sign));
  if (from === undefined) return nothingTold;
  const project = manifests.text('pyproject.toml');
  const told = project + manifests.text('requirements.txt') + manifests.text('requirements-dev.txt');
  const has = (...files: readonly string[]) => files.find((file) => manifests.has(file));
  const table = (name: string) => (project.includes(`[tool.${name}`) ? 'pyproject.toml' : undefined);
  const { tool, install, prefix } = managerOf(manifests, project);

  const commands: RepositoryCommand[] = [];
  const add = (kind: CommandKind, run: string | undefined, file: string | undefined) => {
    if (run === undefined || file === undefined || commands.some((each) => each.kind === kind)) return;
    commands.push({ kind, run, from: file });
  };
  add('install', install?.run, install?.from);
  add('start', `${prefix}python manage.py runserver`, has('manage.py'));
  add('test', 'tox', has('tox.ini') ?? table('tox'));
  add('test', 'nox', has('noxfile.py'));
  const usesPytest = /\bpytest\b/.test(told) || manifests.hasAny(/(?:^|\/)conftest\.py$/);
  add(
    'test',
    prefix === '' ? 'python -m pytest' : `${prefix}pytest`,
    has('pytest.ini') ?? (usesPytest ? from : undefined),
  );
  add('test', `${prefix}python manage.py test`, has('manage.py'));
  add('check', `${prefix}ruff check .`, has('ruff.toml', '.ruff.toml') ?? table('ruff'));
  const version = /^requires-python\s*=\s*["']([^"']*)["']/m.exec(project)?.[1];
  return {
    commands,
    tools: [toolFrom('python3', { version, from }), ...(tool === undefined ? [] : [{ wish: tool, from }])],
    suppressions: ['noqa', ...(/\b(?:mypy|pyright)\b/.test(told) ? ['type: ignore'] : [])],
  };
}

interface Manager {
  /** One that is asked for its version, beside Python. */
  readonly tool?: 'uv' | 'poetry';
  readonly install?: { readonly run: string; readonly from: string };
  /** What stands before a command that runs in the environment. */
  readonly prefix: string;
}

function managerOf({ has }: Manifests, project: string): Manager {
  if (has('uv.lock')) return { tool: 'uv', install: { run: 'uv sync', from: 'uv.lock' }, prefix: 'uv run ' };
  if (has('poetry.lock') || project.includes('[tool.poetry'))
    return {
      tool: 'poetry',
      install: { run: 'poetry install', from: 'pyproject.toml' },
      prefix: 'poetry run ',
    };
  if (has('Pipfile'))
    return { install: { run: 'pipenv install --dev', from: 'Pipfile' }, prefix: 'pipenv run ' };
  const required = ['requirements-dev.txt', 'requirements.txt'].find(has);
  if (required !== undefined)
    return { install: { run: `python -m pip install -r ${required}`, from: required }, prefix: '' };
  const own = ['pyproject.toml', 'setup.py'].find(has);
  if (own !== undefined) return { install: { run: 'python -m pip install -e .', from: own }, prefix: '' };
  return { prefix: '' };
}

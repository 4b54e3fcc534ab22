/**
 * The tools that a step may ask for, each with the arguments that make it tell its version: nothing of a file is ever
 * part of a command line.
 */
export const tools: Readonly<Record<string, readonly string[]>> = {
  bun: ['--version'],
  cargo: ['--version'],
  cmake: ['--version'],
  deno: ['--version'],
  docker: ['--version'],
  dotnet: ['--version'],
  gcc: ['--version'],
  git: ['--version'],
  go: ['version'],
  gradle: ['--version'],
  helm: ['version', '--short'],
  java: ['-version'],
  kubectl: ['version', '--client'],
  make: ['--version'],
  mvn: ['--version'],
  node: ['--version'],
  npm: ['--version'],
  php: ['--version'],
  pip: ['--version'],
  pnpm: ['--version'],
  poetry: ['--version'],
  psql: ['--version'],
  python: ['--version'],
  python3: ['--version'],
  ruby: ['--version'],
  rustc: ['--version'],
  terraform: ['version'],
  uv: ['--version'],
  yarn: ['--version'],
};

export interface ToolWish {
  /** A key of `tools`. */
  readonly tool: string;
  /** Bounds that must all hold, such as `>= 20 < 23`; empty where any version will do. */
  readonly range: string;
}

/** Reads `node >= 20`; a version without a sign is the lowest that will do. `undefined` where it is written otherwise. */
export function readToolWish(text: string): ToolWish | undefined {
  const [, tool = '', rest = ''] =
    /^\s*([a-z][a-z0-9]*)((?:[\s,]*(?:[<>]=?|=)?\s*v?\d+(?:\.\d+){0,3})*)\s*$/i.exec(text) ?? [];
  if (!Object.hasOwn(tools, tool)) return undefined;
  const bounds = Array.from(
    rest.matchAll(/([<>]=?|=)?\s*v?(\d+(?:\.\d+){0,3})/g),
    ([, sign = '>=', version]) => `${sign} ${version}`,
  );
  return { tool, range: bounds.join(' ') };
}

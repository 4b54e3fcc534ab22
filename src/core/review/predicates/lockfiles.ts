/**
 * What a package manager's manifest is called, and the lock files that go with it. Only those where a lock file beside
 * the manifest is the rule: elsewhere each change of a manifest would look like a slip.
 */
export const lockfiles: readonly {
  readonly manifests: readonly string[];
  readonly locks: readonly string[];
}[] = [
  {
    manifests: ['package.json'],
    locks: [
      'package-lock.json',
      'npm-shrinkwrap.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lock',
      'bun.lockb',
    ],
  },
  { manifests: ['deno.json', 'deno.jsonc'], locks: ['deno.lock'] },
  { manifests: ['Cargo.toml'], locks: ['Cargo.lock'] },
  { manifests: ['pyproject.toml'], locks: ['poetry.lock', 'uv.lock', 'pdm.lock', 'pixi.lock'] },
  { manifests: ['Pipfile'], locks: ['Pipfile.lock'] },
  { manifests: ['pixi.toml'], locks: ['pixi.lock'] },
  { manifests: ['go.mod'], locks: ['go.sum'] },
  { manifests: ['Gemfile'], locks: ['Gemfile.lock'] },
  { manifests: ['gems.rb'], locks: ['gems.locked'] },
  { manifests: ['composer.json'], locks: ['composer.lock'] },
  { manifests: ['mix.exs'], locks: ['mix.lock'] },
  { manifests: ['pubspec.yaml'], locks: ['pubspec.lock'] },
  { manifests: ['Podfile'], locks: ['Podfile.lock'] },
  { manifests: ['Cartfile'], locks: ['Cartfile.resolved'] },
  { manifests: ['Package.swift'], locks: ['Package.resolved'] },
  { manifests: ['flake.nix'], locks: ['flake.lock'] },
  { manifests: ['paket.dependencies'], locks: ['paket.lock'] },
  { manifests: ['Chart.yaml'], locks: ['Chart.lock'] },
  { manifests: ['MODULE.bazel'], locks: ['MODULE.bazel.lock'] },
];

import type { CommandKind } from './found';
import { type Manifests, nothingTold, plainName, type Told, toolFrom } from './manifests';

/** Targets that mean the same in most Makefiles. `install` is none of them: it often writes into the system. */
const targets: readonly (readonly [CommandKind, ...names: readonly string[]])[] = [
  ['install', 'setup', 'bootstrap', 'deps', 'dev-setup', 'init'],
  ['build', 'build', 'all'],
  ['start', 'run', 'start', 'dev', 'serve'],
  ['test', 'test', 'tests', 'check'],
  ['check', 'lint', 'vet', 'fmt-check'],
];

/** What the targets of a Makefile are called. */
export function readMakefile(manifests: Manifests): Told {
  const from = 'Makefile';
  if (!manifests.has(from)) return nothingTold;
  const known = new Set(targetsIn(manifests.text(from)));
  const commands = targets.flatMap(([kind, ...names]) => {
    const name = names.find((each) => known.has(each));
    return name === undefined ? [] : [{ kind, run: `make ${name}`, from }];
  });
  const usual = new Set(commands.map(({ run }) => run));
  const others = [...known]
    .filter((name) => plainName.test(name))
    .map((name) => ({ run: `make ${name}`, from }))
    .filter(({ run }) => !usual.has(run));
  return { commands, tools: commands.length === 0 ? [] : [{ wish: 'make', from }], others };
}

/** What stands before the colon of a rule; `:=` sets a variable. */
function targetsIn(makefile: string): readonly string[] {
  return makefile.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    const isRule = colon > 0 && /^\w/.test(line) && line[colon + 1] !== '=';
    return isRule ? line.slice(0, colon).trim().split(/\s+/) : [];
  });
}

export function readGoModule(manifests: Manifests): Told {
  const from = 'go.mod';
  if (!manifests.has(from)) return nothingTold;
  const version = /^go[ \t]+(\S+)/m.exec(manifests.text(from))?.[1];
  const linted = ['.golangci.yml', '.golangci.yaml', '.golangci.toml'].find(manifests.has);
  return {
    commands: [
      { kind: 'install', run: 'go mod download', from },
      { kind: 'build', run: 'go build ./...', from },
      { kind: 'test', run: 'go test ./...', from },
      linted === undefined
        ? { kind: 'check', run: 'go vet ./...', from }
        : { kind: 'check', run: 'golangci-lint run', from: linted },
    ],
    tools: [toolFrom('go', { version, from })],
    suppressions: linted === undefined ? [] : ['nolint'],
  };
}

export function readCargoManifest(manifests: Manifests): Told {
  const from = 'Cargo.toml';
  if (!manifests.has(from)) return nothingTold;
  const version = /^rust-version\s*=\s*["']([^"']*)["']/m.exec(manifests.text(from))?.[1];
  const hasMain = manifests.has('src/main.rs');
  return {
    commands: [
      { kind: 'build', run: 'cargo build', from },
      ...(hasMain ? [{ kind: 'start', run: 'cargo run', from: 'src/main.rs' } as const] : []),
      { kind: 'test', run: 'cargo test', from },
      { kind: 'check', run: 'cargo clippy', from },
    ],
    tools: [toolFrom('rustc', { version, from })],
    suppressions: ['#[allow'],
  };
}

interface PlainManifest {
  readonly files: readonly string[];
  readonly tool?: string;
  readonly runs: Readonly<Partial<Record<CommandKind, string>>>;
}

/** Manifests that tell all by being there; of two about the same, the first one counts. */
const plain: readonly (readonly PlainManifest[])[] = [
  [
    { files: ['mvnw'], tool: 'java', runs: { build: './mvnw package', test: './mvnw test' } },
    { files: ['pom.xml'], tool: 'mvn', runs: { build: 'mvn package', test: 'mvn test' } },
    { files: ['gradlew'], tool: 'java', runs: { build: './gradlew build', test: './gradlew test' } },
    {
      files: ['build.gradle', 'build.gradle.kts'],
      tool: 'gradle',
      runs: { build: 'gradle build', test: 'gradle test' },
    },
  ],
  [
    { files: ['.rspec'], tool: 'ruby', runs: { install: 'bundle install', test: 'bundle exec rspec' } },
    { files: ['Gemfile'], tool: 'ruby', runs: { install: 'bundle install' } },
  ],
  [{ files: ['composer.json'], tool: 'php', runs: { install: 'composer install' } }],
  [{ files: ['mix.exs'], runs: { install: 'mix deps.get', test: 'mix test' } }],
  [{ files: ['deno.json', 'deno.jsonc'], tool: 'deno', runs: { test: 'deno test', check: 'deno lint' } }],
  [{ files: ['CMakeLists.txt'], tool: 'cmake', runs: { build: 'cmake -S . -B build' } }],
];

export function readPlainManifests(manifests: Manifests): readonly Told[] {
  const told = plain.flatMap((alternatives) => {
    for (const { files, tool, runs } of alternatives) {
      const from = files.find(manifests.has);
      if (from === undefined) continue;
      const commands = Object.entries(runs).map(([kind, run]) => ({ kind: kind as CommandKind, run, from }));
      return [{ commands, tools: tool === undefined ? [] : [{ wish: tool, from }] }];
    }
    return [];
  });
  return manifests.hasAny(/\.(?:sln|slnx|csproj|fsproj)$/) ? [...told, dotnet] : told;
}

const dotnet: Told = {
  commands: [
    { kind: 'build', run: 'dotnet build', from: 'the .NET projects' },
    { kind: 'test', run: 'dotnet test', from: 'the .NET projects' },
  ],
  tools: [{ wish: 'dotnet', from: 'the .NET projects' }],
};

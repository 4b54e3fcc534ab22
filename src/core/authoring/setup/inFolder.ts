import type { RunnableCommand } from './found';
import type { Told } from './manifests';

/** How a tool, the first word of a command, is told to work in a folder; what is not here cannot be told in one line. */
const ways: Readonly<Record<string, (rest: string, folder: string) => string>> = {
  make: (rest, folder) => `make -C ${folder} ${rest}`,
  npm: (rest, folder) => `npm --prefix ${folder} ${rest}`,
  pnpm: (rest, folder) => `pnpm -C ${folder} ${rest}`,
  uv: (rest, folder) => `uv --directory ${folder} ${rest}`,
  poetry: (rest, folder) => `poetry -C ${folder} ${rest}`,
  go: (rest, folder) => `go -C ${folder} ${rest}`,
  cargo: (rest, folder) => `cargo ${rest} --manifest-path ${folder}/Cargo.toml`,
  mvn: (rest, folder) => `mvn -f ${folder} ${rest}`,
  gradle: (rest, folder) => `gradle -p ${folder} ${rest}`,
  './mvnw': (rest, folder) => `./${folder}/mvnw -f ${folder} ${rest}`,
  './gradlew': (rest, folder) => `./${folder}/gradlew -p ${folder} ${rest}`,
};

/** What the manifests of a folder tell, for who stands at the top. */
export function inFolder({ commands, tools, suppressions, others }: Told, folder: string): Told {
  const moved = <T extends RunnableCommand>(command: T): readonly T[] => {
    const [, tool = '', rest = ''] = /^(\S+) (.*)$/.exec(command.run) ?? [];
    const way = Object.hasOwn(ways, tool) ? ways[tool] : undefined;
    return way === undefined
      ? []
      : [{ ...command, run: way(rest, folder), from: `${folder}/${command.from}` }];
  };
  return {
    commands: commands.flatMap(moved),
    tools: tools.map(({ wish, from }) => ({ wish, from: `${folder}/${from}` })),
    ...(suppressions && { suppressions }),
    ...(others && { others: others.flatMap(moved) }),
  };
}

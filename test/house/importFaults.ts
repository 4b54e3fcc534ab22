import { posix } from 'node:path';
import type { Import } from './importsIn';
import { type Access, layers } from './layers.mjs';

export interface CheckedSource {
  /** Such as `src/core/host.ts`. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Whether there is a file with this path in the repository. */
  exists(path: string): boolean;
}

/** The imports of a source that its layer may not have, one sentence each. */
export function importFaults({ path, imports, exists }: CheckedSource): readonly string[] {
  const [, layer = '', inLayer = ''] = /^src\/([^/]+)\/(.*)$/.exec(path) ?? [];
  const rules = layers[layer];
  if (rules === undefined) return [`${path}: no layer is called "${layer}"`];

  const faultOf = ({ specifier, typesOnly }: Import): string | undefined => {
    if (specifier === undefined) return 'imports what only shows when it runs';
    if (!specifier.startsWith('.')) {
      return isAllowed(specifier, rules.packages) ? undefined : `may not import ${specifier}`;
    }
    const target = posix.join(posix.dirname(path), specifier);
    const [, other = '', inOther = ''] = /^src\/([^/]+)\/(.*)$/.exec(target) ?? [];
    if (target.startsWith(`${rules.data}/`) && target.endsWith('.json') && exists(target)) return undefined;
    if (!exists(`${target}.ts`)) return `imports ${specifier}, which is no file`;
    if (other === layer) return undefined;
    const access = rules.layers.find((each) => each.layer === other);
    if (access === undefined) return `may not import ${target}`;
    if (access.only !== undefined && access.only !== inLayer) {
      return `may not import ${target}: only ${access.only} may`;
    }
    return typesOnly || mayImportValues(access, inOther) ? undefined : `may import only types of ${target}`;
  };
  return imports.flatMap((each) => {
    const fault = faultOf(each);
    return fault === undefined ? [] : [`${path}:${each.line} ${fault}`];
  });
}

function mayImportValues({ values }: Access, file: string): boolean {
  return values === undefined || values.some((folder) => file.startsWith(folder));
}

/** Whether a package's name fits one of the patterns, in which `*` stands for any characters. */
export function isAllowed(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const [start = '', end] = pattern.split('*');
    return end === undefined ? name === pattern : name.startsWith(start) && name.endsWith(end);
  });
}

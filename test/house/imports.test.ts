import assert from 'node:assert/strict';
import { importFaults, isAllowed } from './importFaults';
import { type Import, importsIn } from './importsIn';
import { layers } from './layers.mjs';
import { exists, filesUnder, readText } from './repository';

const sources = filesUnder('src', '.ts').map((path) => ({
  path,
  imports: importsIn(readText(path)),
}));

describe('imports', () => {
  it('keep to their layer, in every source', () => {
    assert.ok(sources.length > 100);
    assert.deepEqual(
      sources.flatMap((source) => importFaults({ ...source, exists })),
      [],
    );
  });

  it('are all that a layer is allowed to have', () => {
    for (const [layer, { packages }] of Object.entries(layers)) {
      const imported = sources
        .filter(({ path }) => path.startsWith(`src/${layer}/`))
        .flatMap(({ imports }) => imports.flatMap(({ specifier }) => specifier ?? []));
      const idle = packages.filter((pattern) => !imported.some((name) => isAllowed(name, [pattern])));
      assert.deepEqual(idle, [], `${layer} is allowed packages that it does not import`);
    }
  });

  it('are of packages that the manifest declares, and of all of these', () => {
    const { dependencies } = JSON.parse(readText('package.json')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const packagesOf = (imports: readonly Import[]) =>
      imports.flatMap(({ specifier = '.' }) =>
        /^\.|^node:|^vscode$/.test(specifier) ? [] : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? []),
      );
    const all = sources.flatMap(({ imports }) => imports);
    const imported = new Set(packagesOf(all));
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !imported.has(name)),
      [],
    );
    const needed = packagesOf(all.filter(({ typesOnly }) => !typesOnly));
    assert.deepEqual(
      needed.filter((name) => !(name in dependencies)),
      [],
    );
    const architecture = readText('ARCHITECTURE.md');
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !architecture.includes(`\`${name}\``)),
      [],
      'ARCHITECTURE.md says what each library is for',
    );
  });

  it('are allowed as the table in ARCHITECTURE.md says', () => {
    const section = /^## Who may import whom\n([\s\S]*?)^## /m.exec(readText('ARCHITECTURE.md'))?.[1] ?? '';
    const rows = [...section.matchAll(/^\| (\w+) \| (.*) \|$/gm)].filter(([, layer]) => layer !== 'From');
    assert.deepEqual(
      rows.map(([, layer]) => layer),
      Object.keys(layers),
    );
    for (const [index, [layer, { layers: others, data, packages }]] of Object.entries(layers).entries()) {
      const [, , text = ''] = rows[index] ?? [];
      const words = [...text.replace(/`[^`]+`/g, '').matchAll(/\w+/g)].map(([word]) => word);
      same(
        Object.keys(layers).filter((name) => words.includes(name)),
        others.map((other) => other.layer),
      );
      assert.equal(
        words.includes('types'),
        others.some(({ values }) => values !== undefined),
        layer,
      );
      const files = others.flatMap(({ only }) => only ?? []);
      const folders = others.flatMap(({ layer: name, values }) =>
        (values ?? []).map((folder) => `${name}/${folder}`.replace(/\/$/, '')),
      );
      // Core's libraries have a table of their own.
      const names = layer === 'core' ? [] : packages.map((name) => name.replace(/(?<!:)\/.*$/, ''));
      const code = [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      same(code, [...files, ...folders, ...(data === undefined ? [] : [data]), ...names]);
    }
  });
});

describe('the check of imports', () => {
  const faults = (path: string, text: string) =>
    importFaults({ path, imports: importsIn(text), exists: (file) => !file.includes('gone') });
  const refused: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'Node in core': ['src/core/match/bad.ts', `import { readFileSync } from 'node:fs';`],
    'data of another folder': ['src/core/bad.ts', `import manifest from '../../package.json';`],
    'data in another layer': ['src/client/bad.ts', `import terms from '../../snippets/terms.json';`],
    'Node under its short name': ['src/core/bad.ts', `import path from 'path';`],
    'a type of vscode in core': ['src/core/bad.ts', `import type { Uri } from 'vscode';`],
    'a type in place': ['src/core/bad.ts', `export type A = import('vscode').Uri;`],
    'a dynamic import': ['src/core/bad.ts', `export const fs = () => import('node:fs');`],
    'a call of require': ['src/core/bad.ts', `const fs = require('node:fs');`],
    'an import in the old form': ['src/core/bad.ts', `import fs = require('node:fs');`],
    'a reference to types': ['src/core/bad.ts', `/// <reference types="node" />\n`],
    'a re-export': ['src/core/bad.ts', `export * from '../node/nodeHost';`],
    'the server in the client': [
      'src/client/link/bad.ts',
      `import { startServer } from '../../server/server';`,
    ],
    'the client in the server': ['src/server/bad.ts', `import type { Here } from '../client/here';`],
    'node in another file of the server': [
      'src/server/server.ts',
      `import { fileUri } from '../node/fileUri';`,
    ],
    'a value of core in the protocol': [
      'src/protocol/bad.ts',
      `import { limits } from '../core/guidance/limits';`,
    ],
    'another folder of core in the client': [
      'src/client/bad.ts',
      `import { hoverAt } from '../core/features/hover';`,
    ],
    'a value beside a type': [
      'src/client/bad.ts',
      `import { hoverAt, type Card } from '../core/features/hover';`,
    ],
    'the outside of src': ['src/cli/bad.ts', `import manifest from '../../package';`],
    'what only shows when it runs': ['src/client/bad.ts', `const load = (name: string) => import(name);`],
    'a layer that is not in the table': ['src/other/bad.ts', ``],
  };
  for (const [what, [path, text]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.equal(faults(path, text).length, 1));
  }

  const allowed: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'what a layer is made of': ['src/core/match/good.ts', `import { slug } from '../text/slug';`],
    'types of core in the client': [
      'src/client/good.ts',
      `import type { Card } from '../core/features/card';`,
    ],
    'types, each marked': ['src/client/good.ts', `import { type Card } from '../core/features/card';`],
    'a part of a package': ['src/client/good.ts', `const it = import('vscode-languageclient/node');`],
    'node in nodeService.ts': [
      'src/server/nodeService.ts',
      `import { createNodeHost } from '../node/nodeHost';`,
    ],
    'what stands in a comment or a string': [
      'src/core/good.ts',
      `// import 'vscode';\nexport const a = "import 'vscode'";`,
    ],
  };
  for (const [what, [path, text]] of Object.entries(allowed)) {
    it(`allows ${what}`, () => assert.deepEqual(faults(path, text), []));
  }

  it('says where', () => {
    assert.deepEqual(faults('src/core/bad.ts', `\nimport 'vscode';\n`), [
      'src/core/bad.ts:2 may not import vscode',
    ]);
    assert.deepEqual(faults('src/core/bad.ts', `import './gone';`), [
      'src/core/bad.ts:1 imports ./gone, which is no file',
    ]);
  });
});

function same(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual([...new Set(actual)].sort(), [...new Set(expected)].sort());
}

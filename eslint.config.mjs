import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What a layer may import besides itself; the same table stands in ARCHITECTURE.md. */
const layers = /** @type {Record<string, { layers: string[], packages: string[] }>} */ ({
  core: {
    layers: [],
    packages: [
      'vscode-languageserver-types',
      'vscode-languageserver-textdocument',
      'vscode-uri',
      'yaml',
      'zod',
      'minimatch',
      'ignore',
      're2js',
      'minisearch',
      'mdast*',
      'fastest-levenshtein',
    ],
  },
  protocol: { layers: ['core'], packages: ['vscode-languageserver-protocol'] },
  node: { layers: ['core'], packages: ['node:*'] },
  server: {
    layers: ['core', 'protocol', 'node'],
    packages: [
      'vscode-languageserver',
      'vscode-languageserver/*',
      'vscode-languageserver-textdocument',
      'vscode-uri',
    ],
  },
  client: {
    layers: ['core', 'protocol'],
    packages: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'],
  },
  cli: {
    layers: ['core', 'node', 'server'],
    packages: ['node:*', 'vscode-languageserver/node', 'vscode-languageserver-textdocument'],
  },
});

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'out/', '.vscode-test/', 'test/workspaces/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  ...Object.entries(layers).map(([layer, may]) => ({
    files: [`src/${layer}/**/*.ts`],
    rules: {
      'no-restricted-imports': /** @type {import('eslint').Linter.RuleEntry} */ ([
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\.{1,2}/)(?!(?:${may.packages.map(toPattern).join('|')})$)`,
              message: `${layer} may not import this package: see ARCHITECTURE.md.`,
            },
            {
              regex: `^(?:\\.\\./)+(?:${Object.keys(layers)
                .filter((other) => other !== layer && !may.layers.includes(other))
                .join('|')})/`,
              message: `${layer} may not import this layer: see ARCHITECTURE.md.`,
            },
          ],
        },
      ]),
    },
  })),
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'console',
        'process',
        'Date',
        'setTimeout',
        'setInterval',
        'performance',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Date', property: 'now' },
      ],
    },
  },
  {
    files: ['**/*.mjs', 'test/**', 'src/cli/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
    rules: { 'no-console': 'off', 'no-restricted-exports': 'off', 'no-control-regex': 'off' },
  },
);

/** @param {string} name */
function toPattern(name) {
  return name.replaceAll('*', '.*').replaceAll('/', '\\/');
}

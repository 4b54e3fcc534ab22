import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layers } from './test/house/layers.mjs';

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
  ...Object.entries(layers).flatMap(([name, { layers: others }]) => [
    importRule(name),
    ...others.flatMap(({ only }) => (only ? importRule(name, only) : [])),
  ]),
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
    // The scripts of pages, which the editor loads as they are.
    files: ['media/**/*.js'],
    languageOptions: { globals: { acquireVsCodeApi: 'readonly', document: 'readonly', window: 'readonly' } },
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

/**
 * Who may import whom, said while one types; `test/house/imports.test.ts` looks closer.
 *
 * @param {string} layer
 * @param {string} [file] the one that may import more than the rest of its layer
 * @returns {import('eslint').Linter.Config}
 */
function importRule(layer, file) {
  const { layers: others = [], packages = [] } = layers[layer] ?? {};
  const allowed = others
    .filter(({ only }) => only === undefined || only === file)
    .map((other) => other.layer);
  const refused = Object.keys(layers).filter((other) => other !== layer && !allowed.includes(other));
  const patterns = [
    {
      regex: `^(?!\\.{1,2}/)(?!(?:${packages.map(toPattern).join('|')})$)`,
      message: `${layer} may not import this package: see ARCHITECTURE.md.`,
    },
    {
      regex: `^(?:\\.\\./)+(?:${refused.join('|')})/`,
      message: `${layer} may not import this layer: see ARCHITECTURE.md.`,
    },
  ];
  return {
    files: [`src/${layer}/${file ?? '**/*.ts'}`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

/** @param {string} name */
function toPattern(name) {
  return name.replaceAll('*', '.*').replaceAll('/', '\\/');
}

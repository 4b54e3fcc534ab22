/**
 * Who may import whom in src/. Lint, `imports.test.ts` and the table in ARCHITECTURE.md all go by this one.
 *
 * @typedef {object} Access Leave to import another layer.
 * @property {string} layer
 * @property {string} [only] The one file that may, relative to the importing layer; every file without it.
 * @property {readonly string[]} [values] The folders of the other layer, ending in `/`, from which more than types
 *   may be imported; an empty list allows types only, and without this everything is.
 *
 * @typedef {object} Layer
 * @property {readonly Access[]} layers Other layers; a layer may always import itself.
 * @property {string} [data] A folder beside src/ whose JSON may be imported.
 * @property {readonly string[]} packages Names of packages and of Node's modules; `*` stands for any characters.
 */

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  core: {
    layers: [],
    data: 'snippets',
    packages: [
      'fastest-levenshtein',
      'mdast*',
      'micromark*',
      'minimatch',
      'minisearch',
      're2js',
      'vscode-languageserver-textdocument',
      'vscode-languageserver-types',
      'vscode-uri',
      'yaml',
      'zod',
    ],
  },
  protocol: {
    layers: [{ layer: 'core', values: [] }],
    packages: ['vscode-languageserver-protocol'],
  },
  node: {
    layers: [{ layer: 'core' }],
    packages: ['node:*'],
  },
  server: {
    layers: [{ layer: 'core' }, { layer: 'protocol' }, { layer: 'node', only: 'nodeService.ts' }],
    packages: ['vscode-languageserver', 'vscode-languageserver/*', 'vscode-languageserver-textdocument'],
  },
  client: {
    layers: [
      { layer: 'core', values: ['text/', 'discourse/'] },
      { layer: 'node', only: 'extension.node.ts' },
      { layer: 'protocol' },
    ],
    packages: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'],
  },
  cli: {
    layers: [{ layer: 'core' }, { layer: 'node' }, { layer: 'server', only: 'lsp.ts' }],
    packages: ['node:*', 'vscode-languageserver/node', 'vscode-languageserver-textdocument'],
  },
};

/** Settings of Todo Tree, which Better Todo Tree has under a name of its own; older versions left the group out. */
export const todoTreePrefixes = ['better-todo-tree', 'todo-tree'] as const;

/** By what it is called since 2020; then its older names. */
export const carried = {
  tags: ['general.tags', 'tags'],
  tagGroups: ['general.tagGroups'],
  schemes: ['general.schemes', 'schemes'],
  custom: ['highlights.customHighlight', 'customHighlight'],
  standard: ['highlights.defaultHighlight', 'defaultHighlight'],
  highlights: ['highlights.enabled'],
  usesScheme: ['highlights.useColourScheme'],
  foregrounds: ['highlights.foregroundColourScheme'],
  backgrounds: ['highlights.backgroundColourScheme'],
  exclude: ['filtering.excludeGlobs', 'excludeGlobs'],
  follows: ['tree.trackFile', 'trackFile'],
} as const;

export type CarriedKey = keyof typeof carried;

const ownTree = 'the view Debt draws its tree in its own way';
const ownScan = 'files are read without ripgrep, and looked at again when they change';

/** What Leadlight has nothing for, and why, in words that end the sentence "... was not carried over: ...". */
export const leftBehind: readonly (readonly [reason: string, ...keys: readonly string[]])[] = [
  [
    'Leadlight knows the comments of each language, and finds tags in them without a pattern',
    'regex.regex',
    'languages.customPatterns',
    'languages.embeddedDocuments',
  ],
  [
    'owner, issue and day in TODO(...) are read in place of sub tags',
    'regex.subTagRegex',
    'tree.subTagClickUrl',
  ],
  ['lines that are indented further belong to a marker anyway', 'regex.enableMultiLine'],
  ['lower case counts where a colon follows the tag', 'regex.regexCaseSensitive'],
  [
    'there is no list of files to look at; say under "ignore" what to leave alone',
    'filtering.includeGlobs',
    'includeGlobs',
    'filtering.scopes',
    'filtering.includedWorkspaces',
    'filtering.excludedWorkspaces',
    'general.rootFolder',
  ],
  [
    'what git ignores is left out, and everything else is looked at',
    'filtering.useBuiltInExcludes',
    'filtering.includeHiddenFiles',
    'filtering.ignoreGitSubmodules',
  ],
  ['the badge counts what is overdue and yours', 'general.showActivityBarBadge', 'tree.showBadges'],
  ['the status bar says what governs the file', 'general.statusBar', 'general.statusBarClickBehaviour'],
  ['an export opens as a text, for you to save', 'general.exportPath'],
  [
    ownScan,
    'ripgrep.ripgrep',
    'ripgrep.ripgrepArgs',
    'ripgrep.ripgrepMaxBuffer',
    'filtering.passGlobsToRipgrep',
    'general.automaticGitRefreshInterval',
    'general.periodicRefreshInterval',
    'tree.autoRefresh',
    'tree.scanAtStartup',
    'tree.scanMode',
  ],
  [
    ownTree,
    'tree.expanded',
    'tree.flat',
    'tree.tagsOnly',
    'tree.groupedByTag',
    'tree.groupedBySubTag',
    'tree.labelFormat',
    'tree.tooltipFormat',
    'tree.showCountsInTree',
    'tree.showInExplorer',
    'tree.hideTreeWhenEmpty',
    'tree.disableCompactFolders',
    'tree.sort',
    'general.revealBehaviour',
  ],
];

/** Settings of TODO Highlight that are carried over. */
export const todoHighlight = {
  keywords: 'todohighlight.keywords',
  pattern: 'todohighlight.keywordsPattern',
  standard: 'todohighlight.defaultStyle',
  exclude: 'todohighlight.exclude',
  isOn: 'todohighlight.isEnable',
} as const;

export const todoHighlightLeftBehind: readonly (readonly [reason: string, ...keys: readonly string[]])[] = [
  ['there is no list of files to look at; say under "ignore" what to leave alone', 'todohighlight.include'],
  ['lower case counts where a colon follows the tag', 'todohighlight.isCaseSensitive'],
  [ownScan, 'todohighlight.maxFilesForSearch'],
  [ownTree, 'todohighlight.toggleURI'],
];

/** The full names of all settings that may be asked for. */
export const foreignKeys: readonly string[] = [
  ...todoTreePrefixes.flatMap((prefix) =>
    [...Object.values(carried).flat(), ...leftBehind.flatMap(([, ...keys]) => keys)].map(
      (key) => `${prefix}.${key}`,
    ),
  ),
  ...Object.values(todoHighlight),
  ...todoHighlightLeftBehind.flatMap(([, ...keys]) => keys),
];

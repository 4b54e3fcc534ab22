import { presetPaths as paths } from './presetPaths';
import type { ChangedFile, Merge } from './plumbing';
import { debtOf, hasLoneLock, isFirstTime, keyChanged, lacksMate } from './readings';

/** A question to a diff, and its answer by our own reading of what git says. */
export interface Case {
  /** What is counted in one line of the table. */
  readonly predicate: string;
  /** As an item's `when`. */
  readonly when: object;
  /** `undefined` where this reading cannot tell either. */
  expect(merge: Merge): boolean | undefined;
}

/** Of a renamed file both paths are asked: `some` of them for most, `every` one where it is about all files. */
const at =
  (pattern: RegExp, which: 'some' | 'every' = 'some') =>
  ({ path, oldPath = path }: ChangedFile): boolean =>
    [path, oldPath][which]((each) => pattern.test(each));

const code = ['**/*.ex', '**/*.go', '**/*.js', '**/*.php', '**/*.rs'];
const codePath = /\.(?:ex|go|js|php|rs)$/;
const isCode = at(codePath);
const tests = ['**/test/**', '**/tests/**', '**/spec/**', '**/*_test.go'];
const testPath = /(?:^|\/)(?:test|tests|spec)\/|_test\.go$/;
const isTest = at(testPath);

const some = (condition: (file: ChangedFile) => boolean) => (merge: Merge) => merge.files.some(condition);
const every = (condition: (file: ChangedFile) => boolean) => (merge: Merge) => merge.files.every(condition);
const linesOf = (files: readonly ChangedFile[]) =>
  files.reduce((sum, { added, deleted }) => sum + added + deleted, 0);
const isEdited = ({ status }: ChangedFile) => status === 'M' || status === 'T';
const adds = (pattern: RegExp) => (file: ChangedFile) => file.addedLines.some((line) => pattern.test(line));
const removes = (pattern: RegExp) => (file: ChangedFile) =>
  file.removedLines.some((line) => pattern.test(line));

/** The later one has what both do. */
export const areas = (author: string) => [
  { name: 'Code', files: code, lead: '@truth' },
  { name: 'Tests', files: tests, lead: author },
];

export const cases: readonly Case[] = [
  { predicate: 'changed', when: { changed: code }, expect: some(isCode) },
  {
    predicate: 'changed',
    when: { changed: '{Cargo,composer,package}.*' },
    expect: some(at(/^(?:Cargo|composer|package)\.[^/]*$/)),
  },
  {
    predicate: 'only',
    when: { only: '**/*.{md,adoc,txt,rst}' },
    expect: every(at(/\.(?:md|adoc|txt|rst)$/, 'every')),
  },
  {
    predicate: 'only',
    when: { only: [...code, ...tests] },
    expect: every(({ path, oldPath = path }) =>
      [path, oldPath].every((each) => codePath.test(each) || testPath.test(each)),
    ),
  },
  { predicate: 'added', when: { added: code }, expect: some((file) => file.status === 'A' && isCode(file)) },
  {
    predicate: 'modified',
    when: { modified: tests },
    expect: some((file) => isEdited(file) && isTest(file)),
  },
  { predicate: 'deleted', when: { deleted: '**' }, expect: some(({ status }) => status === 'D') },
  { predicate: 'renamed', when: { renamed: '**' }, expect: some(({ status }) => status === 'R') },
  { predicate: 'binary', when: { binary: '**' }, expect: some(({ isBinary }) => isBinary) },
  {
    predicate: 'languages',
    when: { languages: 'javascript' },
    expect: some(({ path }) => /\.(?:js|mjs|cjs|es6|pac)$/.test(path)),
  },
  {
    predicate: 'languages',
    when: { languages: ['go', 'php', 'rust'] },
    expect: some(({ path }) => /\.(?:go|php|rs)$/.test(path)),
  },
  {
    predicate: 'owner',
    when: { owner: '@truth' },
    expect: some(({ path }) => codePath.test(path) && !testPath.test(path)),
  },
  {
    predicate: 'owner',
    when: { owner: 'mine', fileCount: '>= 2' },
    expect: ({ files }) => files.filter(({ path }) => testPath.test(path)).length >= 2,
  },
  {
    predicate: 'without',
    when: { changed: code, without: tests },
    expect: (merge) => some((file) => isCode(file))(merge) && !some(isTest)(merge),
  },
  { predicate: 'lines', when: { lines: '> 100' }, expect: ({ files }) => linesOf(files) > 100 },
  {
    predicate: 'counterpart',
    when: { counterpart: { of: 'lib/{name}.ex', is: 'test/{name}_test.exs' } },
    expect: lacksMate(/^lib\/(.+)\.ex$/, (name) => `test/${name}_test.exs`),
  },
  {
    predicate: 'counterpart',
    when: { counterpart: { of: 'src/Composer/{name}.php', is: 'tests/Composer/Test/{name}Test.php' } },
    expect: lacksMate(/^src\/Composer\/(.+)\.php$/, (name) => `tests/Composer/Test/${name}Test.php`),
  },
  {
    predicate: 'counterpart',
    when: { counterpart: { of: 'lib/{name}.js', is: ['test/{name}.js', 'test/res.{name}.js'] } },
    expect: lacksMate(
      /^lib\/(.+)\.js$/,
      (name) => `test/${name}.js`,
      (name) => `test/res.${name}.js`,
    ),
  },
  { predicate: 'lockfile', when: { lockfile: true }, expect: hasLoneLock },
  {
    predicate: 'lines',
    when: { changed: tests, lines: '<= 20' },
    expect: ({ files }) => files.some(isTest) && linesOf(files.filter(isTest)) <= 20,
  },
  { predicate: 'fileCount', when: { fileCount: '<= 3' }, expect: ({ files }) => files.length <= 3 },
  {
    predicate: 'fileCount',
    when: { changed: code, fileCount: '>= 5' },
    expect: ({ files }) => files.filter(isCode).length >= 5,
  },
  { predicate: 'commits', when: { commits: '> 2' }, expect: ({ messages }) => messages.length - 1 > 2 },
  {
    predicate: 'testRatio',
    when: { changed: code, testRatio: '>= 0.5' },
    expect: ({ files }) => {
      const own = files.filter(isCode);
      const inTests = linesOf(own.filter(at(paths.tests)));
      return linesOf(own) > 0 && inTests / (linesOf(own) - inTests) >= 0.5;
    },
  },
  {
    predicate: 'testRatio',
    when: { testRatio: '< 0.1' },
    expect: ({ files }) => {
      const inTests = linesOf(files.filter(at(paths.tests)));
      return linesOf(files) > 0 && inTests / (linesOf(files) - inTests) < 0.1;
    },
  },
  { predicate: 'debt', when: { changed: code, debt: '> 0' }, expect: (merge) => debtOf(merge, isCode) > 0 },
  { predicate: 'debt', when: { changed: code, debt: '< 0' }, expect: (merge) => debtOf(merge, isCode) < 0 },
  {
    predicate: 'skippedTests',
    when: { languages: ['go', 'php'], skippedTests: true },
    expect: some(
      (file) =>
        (/\.go$/.test(file.path) &&
          adds(/^(?!\s*\/\/).*(?:\b(?:t|b|f|tb)\.Skip(?:f|Now)?\s*\(|\b[FPX](?:It|Describe|Context|When)\()/)(
            file,
          )) ||
        (/\.php$/.test(file.path) &&
          adds(/^(?!\s*(?:\/\/|\*)).*(?:\bmarkTest(?:Skipped|Incomplete)\s*\(|->(?:skip|only|todo)\s*\()/)(
            file,
          )),
    ),
  },
  {
    predicate: 'skippedTests',
    when: { languages: 'javascript', skippedTests: true },
    expect: some(
      (file) =>
        /\.[cm]?js$/.test(file.path) &&
        adds(
          /^(?!\s*(?:\/\/|\*)).*(?:\b(?:describe|it|test)\.(?:only|skip|todo)\b|\b[xf](?:it|describe)\(|\bthis\.skip\(\))/,
        )(file),
    ),
  },
  {
    predicate: 'guidanceChanged',
    when: { guidanceChanged: true },
    // The formats of these repositories' guidance, and our own.
    expect: some(
      at(
        /^(?:\.github\/|docs\/)?(?:CODEOWNERS|pull_request_template(?:\.md|\/[^/]+\.md))$|(?:^|\/)(?:\.leadlight\/.*\.(?:md|ya?ml)|(?:contributing|agents|claude)\.md)$/i,
      ),
    ),
  },
  { predicate: 'preset', when: { preset: 'migration' }, expect: some(at(paths.migration)) },
  { predicate: 'preset', when: { preset: 'config' }, expect: some(at(paths.config)) },
  { predicate: 'preset', when: { preset: 'ci' }, expect: some(at(paths.ci)) },
  { predicate: 'preset', when: { preset: 'publicApi' }, expect: some(at(paths.publicApi)) },
  { predicate: 'preset', when: { preset: 'docsOnly' }, expect: every(at(paths.docs, 'every')) },
  { predicate: 'preset', when: { preset: 'testsOnly' }, expect: every(at(paths.tests, 'every')) },
  {
    predicate: 'addedLine',
    when: { addedLine: '\\b(?:Error|Exception)\\b' },
    expect: some(adds(/\b(?:Error|Exception)\b/)),
  },
  {
    predicate: 'addedLine',
    when: { changed: code, addedLine: '^\\s*return\\b' },
    expect: some((file) => isCode(file) && adds(/^\s*return\b/)(file)),
  },
  {
    predicate: 'addedLine',
    when: { added: '**', addedLine: '(?i)license' },
    expect: some((file) => file.status === 'A' && adds(/license/i)(file)),
  },
  {
    predicate: 'removedLine',
    when: { removedLine: '(?i)assert|expect' },
    expect: some(removes(/assert|expect/i)),
  },
  {
    predicate: 'removedLine',
    when: { changed: tests, removedLine: '[{]$' },
    expect: some((file) => isTest(file) && removes(/\{\r?$/)(file)),
  },
  {
    predicate: 'content',
    when: { changed: code, content: '\\bunsafe\\b' },
    expect: (merge) =>
      merge.files.some(
        (file) =>
          isCode(file) &&
          file.status !== 'D' &&
          !file.isBinary &&
          /\bunsafe\b/.test(merge.newText(file.path) ?? ''),
      ),
  },
  {
    predicate: 'key',
    when: { key: 'composer.json#/require' },
    expect: keyChanged('composer.json', ['require']),
  },
  {
    predicate: 'key',
    when: { key: 'package.json#/devDependencies' },
    expect: keyChanged('package.json', ['devDependencies']),
  },
  {
    predicate: 'key',
    when: { key: '.github/workflows/main.yml#/jobs' },
    expect: keyChanged('.github/workflows/main.yml', ['jobs']),
  },
  {
    predicate: 'key',
    when: { key: '.github/workflows/ci.yml#/jobs' },
    expect: keyChanged('.github/workflows/ci.yml', ['jobs']),
  },
  {
    predicate: 'commitMessage',
    when: { commitMessage: '(?i)\\bfix(?:es|ed)? #\\d+' },
    expect: ({ messages }) => messages.some((message) => /\bfix(?:es|ed)? #\d+/i.test(message)),
  },
  { predicate: 'branch', when: { branch: '^truth/[0-7]' }, expect: ({ commit }) => /^[0-7]/.test(commit) },
  { predicate: 'firstTime', when: { firstTime: true }, expect: isFirstTime(() => true) },
  { predicate: 'firstTime', when: { changed: tests, firstTime: true }, expect: isFirstTime(isTest) },
  {
    predicate: 'all, any, not',
    when: { all: [{ changed: code }, { not: { changed: tests } }] },
    expect: (merge) => some(isCode)(merge) && !some(isTest)(merge),
  },
  {
    predicate: 'all, any, not',
    when: { any: [{ added: '**' }, { renamed: '**' }], not: { lines: '> 300' } },
    expect: ({ files }) =>
      files.some(({ status }) => status === 'A' || status === 'R') && !(linesOf(files) > 300),
  },
];

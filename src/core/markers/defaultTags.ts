import type { MarkerTag } from './findMarkers';
import type { MarkerKind } from './marker';

/** A tag that is looked for when no team has said otherwise, and what it means then. */
export interface DefaultTag extends MarkerTag {
  /** One sentence. */
  readonly means: string;
}

const debt: readonly DefaultTag[] = [
  { tag: 'TODO', aliases: ['@todo'], kind: 'debt', means: 'Work that somebody decided to do later.' },
  {
    tag: 'FIXME',
    aliases: ['@fixme'],
    kind: 'debt',
    means: 'Something here is wrong and has to be put right.',
  },
  { tag: 'HACK', aliases: ['@hack'], kind: 'debt', means: 'This works, by means that nobody should copy.' },
  { tag: 'XXX', kind: 'debt', means: 'Careful: this needs a closer look before anybody relies on it.' },
  { tag: 'BUG', aliases: ['@bug'], kind: 'debt', means: 'A known fault that is still here.' },
];

/** The tool that is silenced, in words that end the sentence "... here.", and how its directives are written. */
const SUPPRESSIONS: readonly (readonly [means: string, ...spellings: readonly string[]])[] = [
  ['ESLint', 'eslint-disable', 'eslint-disable-line', 'eslint-disable-next-line'],
  ['TSLint', 'tslint:disable', 'tslint:disable-line', 'tslint:disable-next-line'],
  ['TypeScript', '@ts-ignore', '@ts-expect-error', '@ts-nocheck'],
  ['Biome', 'biome-ignore', 'biome-ignore-all', 'biome-ignore-start'],
  ['Oxlint', 'oxlint-disable', 'oxlint-disable-line', 'oxlint-disable-next-line'],
  ['Deno', 'deno-lint-ignore', 'deno-lint-ignore-file'],
  ['Prettier', 'prettier-ignore', 'prettier-ignore-start'],
  ['Stylelint', 'stylelint-disable', 'stylelint-disable-line', 'stylelint-disable-next-line'],
  [
    'Markdownlint',
    'markdownlint-disable',
    'markdownlint-disable-line',
    'markdownlint-disable-next-line',
    'markdownlint-disable-file',
  ],
  ['Flow', '$FlowFixMe', '$FlowIgnore', '$FlowExpectedError'],
  ['coverage', 'istanbul ignore', 'c8 ignore', 'v8 ignore', 'pragma: no cover'],
  ['a Python linter', 'noqa', 'NOQA', 'flake8: noqa', 'ruff: noqa'],
  ['the Python type checker', 'type: ignore', 'mypy: ignore-errors', 'pyright: ignore', 'ty: ignore'],
  ['Pylint', 'pylint: disable', 'pylint: disable-next', 'pylint: skip-file'],
  ['a security scanner', 'nosec', 'nosemgrep', 'checkov:skip', 'tfsec:ignore', 'trivy:ignore'],
  ['golangci-lint', 'nolint'],
  ['Staticcheck', 'lint:ignore', 'lint:file-ignore'],
  ['Clang-Tidy', 'NOLINT', 'NOLINTNEXTLINE', 'NOLINTBEGIN'],
  ['Sonar', 'NOSONAR'],
  ['PMD', 'NOPMD'],
  ['Checkstyle', 'CHECKSTYLE:OFF', 'CHECKSTYLE.OFF'],
  ['RuboCop', 'rubocop:disable', 'rubocop:todo'],
  ['ShellCheck', 'shellcheck disable'],
  [
    'SwiftLint',
    'swiftlint:disable',
    'swiftlint:disable:next',
    'swiftlint:disable:this',
    'swiftlint:disable:previous',
  ],
  ['Ktlint', 'ktlint-disable'],
  ['an inspection of the editor', 'noinspection', 'ReSharper disable'],
  [
    'a PHP checker',
    'phpcs:ignore',
    'phpcs:disable',
    '@phpstan-ignore',
    '@phpstan-ignore-line',
    '@phpstan-ignore-next-line',
    '@psalm-suppress',
  ],
  ['the Dart analyzer', 'ignore_for_file:'],
  ['Credo', 'credo:disable-for-this-file', 'credo:disable-for-next-line', 'credo:disable-for-lines'],
  ['Luacheck', 'luacheck: ignore'],
  ['Yamllint', 'yamllint disable', 'yamllint disable-line'],
  ['Hadolint', 'hadolint ignore', 'hadolint global ignore'],
  ['the Java compiler', '@SuppressWarnings'],
  ['the Kotlin compiler', '@Suppress', '@file:Suppress'],
  ['Android Lint', '@SuppressLint'],
  ['the Scala compiler', '@nowarn'],
  ['the C# compiler', '#pragma warning disable', '[SuppressMessage', '[assembly: SuppressMessage'],
  [
    'the C compiler',
    '#pragma warning(disable',
    '#pragma GCC diagnostic ignored',
    '#pragma clang diagnostic ignored',
  ],
  ['the Rust compiler', '#[allow', '#![allow', '#[expect'],
];

const suppressions = SUPPRESSIONS.map(([tool, tag, ...aliases]): DefaultTag => ({
  tag: tag ?? tool,
  aliases,
  kind: 'suppression',
  means: `Tells ${tool} to look away here.`,
}));

/** The tags that are looked for by default: debt first, then suppressions by the tool that they silence. */
export const defaultTags: readonly DefaultTag[] = [...debt, ...suppressions];

/** The kind of a spelling that is looked for by default; what is not, is debt. */
export function kindByDefault(spelling: string): MarkerKind {
  return kinds.get(spelling) ?? 'debt';
}

const kinds: ReadonlyMap<string, MarkerKind> = new Map(
  defaultTags.flatMap(({ tag, aliases = [], kind }) => [tag, ...aliases].map((each) => [each, kind])),
);

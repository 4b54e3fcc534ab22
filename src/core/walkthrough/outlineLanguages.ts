/** What declares something in a language, by words; the same in every host, unlike an editor's own symbols. */
export interface OutlineLanguage {
  /** What tells where a declaration ends: braces, or how far its lines are indented. */
  readonly nesting: 'braces' | 'indentation';
  /** Words in front of which a name stands, by what they declare. */
  readonly words: ReadonlyMap<string, DeclarationKind>;
  /** Words that may stand before those, and before the names of methods. */
  readonly modifiers: ReadonlySet<string>;
  /** How methods are written where no word declares them: the name alone, or behind the type that they return. */
  readonly methods?: 'name' | 'type and name';
  /** Functions are written in that way outside of types too; without a body they are only announced. */
  readonly functionsLikeMethods?: true;
  /** `NAME = ` declares a constant where it stands in no function. */
  readonly assigns?: true;
  /** In front of a function's name stands, in brackets, the type that it belongs to. */
  readonly receivers?: true;
}

/** `scope`: gives names to what is in it, and is itself written many times. */
export type DeclarationKind = 'type' | 'function' | 'constant' | 'scope';

const script: OutlineLanguage = {
  nesting: 'braces',
  words: wordsOf({
    type: 'class interface enum namespace module',
    function: 'function',
    constant: 'const let var type',
  }),
  modifiers: setOf(
    'export default declare abstract async public private protected static readonly override accessor get set',
  ),
  methods: 'name',
};

const c: OutlineLanguage = {
  nesting: 'braces',
  words: wordsOf({ type: 'struct union enum class', scope: 'namespace' }),
  modifiers: setOf('typedef static inline constexpr export extern'),
  methods: 'type and name',
  functionsLikeMethods: true,
};

const java: OutlineLanguage = {
  nesting: 'braces',
  words: wordsOf({ type: 'class interface enum record struct delegate', scope: 'namespace' }),
  modifiers: setOf(
    'public private protected internal static final abstract sealed partial readonly virtual override async ' +
      'synchronized native default strictfp unsafe extern new ref file required non-sealed',
  ),
  methods: 'type and name',
};

const indented: OutlineLanguage = {
  nesting: 'indentation',
  words: wordsOf({ type: 'class', function: 'def' }),
  modifiers: setOf('async'),
  assigns: true,
};

const languages: Readonly<Record<string, OutlineLanguage>> = {
  javascript: script,
  javascriptreact: script,
  typescript: script,
  typescriptreact: script,
  c,
  cpp: c,
  java,
  csharp: java,
  groovy: { ...java, functionsLikeMethods: true },
  dart: { ...java, functionsLikeMethods: true, words: wordsOf({ type: 'class enum mixin extension' }) },
  go: {
    nesting: 'braces',
    words: wordsOf({ function: 'func', constant: 'const var', type: 'type' }),
    modifiers: new Set(),
    receivers: true,
  },
  rust: {
    nesting: 'braces',
    words: wordsOf({
      type: 'struct enum trait union mod',
      function: 'fn',
      constant: 'const static type',
      scope: 'impl',
    }),
    modifiers: setOf('pub async unsafe extern default'),
  },
  kotlin: {
    nesting: 'braces',
    words: wordsOf({ type: 'class interface object typealias', function: 'fun', constant: 'val var' }),
    modifiers: setOf(
      'public private protected internal open abstract sealed data enum annotation inner inline value override ' +
        'suspend operator infix tailrec const lateinit companion external',
    ),
  },
  swift: {
    nesting: 'braces',
    words: wordsOf({
      type: 'class struct enum protocol actor typealias',
      function: 'func',
      constant: 'let var',
      scope: 'extension',
    }),
    modifiers: setOf(
      'public private fileprivate internal open static final override mutating nonmutating lazy weak indirect async',
    ),
  },
  scala: {
    nesting: 'braces',
    words: wordsOf({ type: 'class trait object type', function: 'def', constant: 'val var' }),
    modifiers: setOf('private protected final sealed abstract case implicit lazy override inline'),
  },
  php: {
    nesting: 'braces',
    words: wordsOf({ type: 'class interface trait enum', function: 'function', constant: 'const' }),
    modifiers: setOf('public private protected static final abstract readonly'),
  },
  perl: { nesting: 'braces', words: wordsOf({ function: 'sub', scope: 'package' }), modifiers: new Set() },
  shellscript: {
    nesting: 'braces',
    words: wordsOf({ function: 'function' }),
    modifiers: new Set(),
    methods: 'name',
    functionsLikeMethods: true,
  },
  powershell: {
    nesting: 'braces',
    words: wordsOf({ type: 'class enum', function: 'function filter' }),
    modifiers: new Set(),
  },
  python: indented,
  ruby: {
    ...indented,
    words: wordsOf({ type: 'class module', function: 'def' }),
    modifiers: setOf('private'),
  },
  elixir: {
    nesting: 'indentation',
    words: wordsOf({ type: 'defmodule defprotocol', function: 'def defp defmacro' }),
    modifiers: new Set(),
  },
  lua: { nesting: 'indentation', words: wordsOf({ function: 'function' }), modifiers: setOf('local') },
  julia: {
    nesting: 'indentation',
    words: wordsOf({ type: 'struct module', function: 'function macro', constant: 'const' }),
    modifiers: setOf('mutable abstract'),
  },
};

/** `undefined` where a language's declarations are not known. */
export function outlineLanguage(languageId: string): OutlineLanguage | undefined {
  return Object.hasOwn(languages, languageId) ? languages[languageId] : undefined;
}

function wordsOf(
  byKind: Readonly<Partial<Record<DeclarationKind, string>>>,
): ReadonlyMap<string, DeclarationKind> {
  return new Map(
    Object.entries(byKind).flatMap(([kind, words]) =>
      words.split(' ').map((word) => [word, kind as DeclarationKind] as const),
    ),
  );
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

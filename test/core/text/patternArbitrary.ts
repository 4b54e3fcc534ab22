import fc from 'fast-check';

/** Patterns that RE2 reads, over a few letters, so that they often match `patternText`. */
export const patternSource: fc.Arbitrary<string> = fc
  .record({
    flag: fc.constantFrom('', '', '(?i)', '(?s)', '(?U)'),
    body: fc.letrec(grammar).body as fc.Arbitrary<string>,
  })
  .map(({ flag, body }) => flag + body)
  // Counted repeats inside each other soon come to more than a pattern may.
  .filter((source) => source.length <= 80 && source.split('{').length <= 6);

/** Any text at all in the signs of patterns: about half of them are refused. */
export const patternSoup: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...'ab{}[]()|*+?^$.\\-:,0127<>=!PimsUQEdDwWsSbBAzpLxnrft#&\n_é😀kK',
      ...['(?:', '(?i)', '(?i:', '\\Q', '\\E', '{2}', '{1,3}', '{2,}', '[^', '[[:alpha:]]', '[:', '\\x{41}'],
      ...[
        '\\n',
        '\\s*',
        '(?s)',
        '(?-m)',
        '\\1',
        '\\12',
        '*?',
        '(?P<a>',
        '(?<!',
        '{1001}',
        '\\pL',
        '\\p{Greek}',
      ],
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

/** Lines of the letters that the patterns are made of. */
export const patternText: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(
    ...'aaabbbAk ',
    ...['\n', '\n', 'ab', 'aab', 'B', 'K', '_', '0', '\t', '.', 's', 'é'],
  ),
  maxLength: 60,
});

/** Here and there a character on which dialects differ, and any kind of line end. */
export const unusualText: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(
    ...['a', 'b', 'A', 'k', 's', ' ', '\n', '\r\n', '\r', '\u2028', '\u212a', '\u017f', '\ud83d'],
    '😀',
  ),
  maxLength: 30,
});

function grammar(tie: fc.LetrecTypedTie<{ body: string; atom: string; item: string }>) {
  const repeat = fc.oneof(
    { arbitrary: fc.constant(''), weight: 12 },
    { arbitrary: fc.constantFrom('*', '+', '?', '*?', '+?', '??'), weight: 6 },
    { arbitrary: fc.constantFrom('{2}', '{1,2}', '{2,}', '{0,2}?', '{0}', '{1}'), weight: 2 },
  );
  const set = fc.constantFrom(
    ...['.', '\\w', '\\s', '\\S', '\\d', '\\W', '[ab]', '[^a]', '[^a\\n]'],
    ...['[Aa]', '[a-k]', '[^\\W_]', '[\\s.]', '[[:upper:]]'],
  );
  const char = fc.constantFrom(
    ...['a', 'b', 'ab', 'aab', 'A', 'k', 's', ' ', '\\n'],
    ...['_', '0', '\\.', '\\x61', '\\t', 'é', '\\Qab.\\E'],
  );
  const assertion = fc.constantFrom('^', '$', '\\b', '\\B');
  const group = fc
    .tuple(
      fc.constantFrom('(', '(', '(?:', '(?i:', '(?s:', '(?-i:', '(?U:'),
      tie('body') as fc.Arbitrary<string>,
    )
    .map(([open, inner]) => `${open}${inner})`);
  const items = (minLength: number) =>
    fc.array(tie('item') as fc.Arbitrary<string>, { minLength, maxLength: 4 }).map((parts) => parts.join(''));
  const option = fc.oneof({ arbitrary: items(1), weight: 9 }, { arbitrary: fc.constant(''), weight: 1 });
  return {
    atom: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      { arbitrary: char, weight: 6 },
      { arbitrary: set, weight: 3 },
      { arbitrary: assertion, weight: 1 },
      { arbitrary: group, weight: 5 },
    ),
    item: fc.tuple(tie('atom') as fc.Arbitrary<string>, repeat).map(([atom, sign]) => atom + sign),
    body: fc.oneof(
      { arbitrary: option, weight: 3 },
      {
        arbitrary: fc.array(option, { minLength: 2, maxLength: 3 }).map((options) => options.join('|')),
        weight: 1,
      },
    ),
  };
}

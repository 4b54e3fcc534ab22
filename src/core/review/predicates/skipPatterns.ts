/**
 * How the test frameworks of a language switch a test off, or run only one: patterns of guidance's own syntax, by VS
 * Code's language ids. What only skips where the machine lacks something is left out.
 */
export const skipPatterns: readonly { readonly languages: string; readonly patterns: readonly string[] }[] = [
  {
    // Mocha, Jasmine, Jest, Vitest, Playwright, Cypress, node:test, Ava, tap, Deno.
    languages: 'javascript javascriptreact typescript typescriptreact vue svelte astro coffeescript',
    patterns: [
      String.raw`\b(?:describe|context|suite|it|test|specify|bench|ava|t|tap|Scenario|Feature)(?:\.\w+)?\.(?:only|skip|skipIf|todo|fixme)\b`,
      String.raw`\b[xf](?:describe|context|it|test|specify)\s*[(.${'`'}]`,
      String.raw`\b(?:it|test|describe|suite)\s*\(.*\b(?:skip|only|todo|ignore)\s*:\s*(?:true\b|["'${'`'}])`,
      String.raw`\bthis\.skip\(\)`,
    ],
  },
  {
    // pytest, unittest.
    languages: 'python',
    patterns: [
      String.raw`@(?:pytest\.)?mark\.(?:skip|skipif|xfail)\b`,
      String.raw`\bpytest\.(?:skip|xfail)\s*\(`,
      String.raw`\bpytestmark\s*=.*\b(?:skip|skipif|xfail)\b`,
      String.raw`@(?:unittest\.)?(?:skip|skipIf|skipUnless|expectedFailure)\b`,
      String.raw`\bself\.skipTest\s*\(`,
      String.raw`\braise\s+(?:unittest\.)?SkipTest\b`,
    ],
  },
  {
    // JUnit, TestNG, Spock, Kotest, ScalaTest.
    languages: 'java kotlin groovy scala',
    patterns: [
      String.raw`@(?:Ignore|Disabled|DisabledOn\w+|DisabledIf\w*|IgnoreRest|IgnoreIf|PendingFeature)\b`,
      String.raw`@Test\s*\(.*\benabled\s*=\s*false\b`,
      String.raw`\bx(?:it|describe|test|should|feature|scenario)\s*\(`,
      String.raw`\bthrow\s+new\s+SkipException\b`,
      String.raw`\bignore\s*\(\s*"`,
    ],
  },
  {
    // xUnit, NUnit, MSTest.
    languages: 'csharp fsharp vb',
    patterns: [
      String.raw`[\[<,]\s*(?:Fact|Theory)\s*\(.*\bSkip\s*:?=`,
      String.raw`[\[<,]\s*(?:NUnit\.Framework\.)?(?:Ignore|Explicit)\s*[\](,>]`,
      String.raw`\bAssert\.(?:Ignore|Inconclusive|Skip)\s*\(`,
    ],
  },
  {
    // testing, Ginkgo.
    languages: 'go',
    patterns: [
      String.raw`\b(?:t|b|f|tb)\.(?:Skip|Skipf|SkipNow)\s*\(`,
      String.raw`\b[FPX](?:It|Describe|Context|When|Specify|Entry|DescribeTable)\s*\(`,
    ],
  },
  { languages: 'rust', patterns: [String.raw`#\s*\[\s*(?:cfg_attr\s*\(.*\b)?ignore\b`] },
  {
    // RSpec, Minitest.
    languages: 'ruby',
    patterns: [
      String.raw`^\s*[xf](?:describe|context|it|specify|example|feature|scenario)\b`,
      String.raw`^\s*(?:skip|pending|omit)\s*(?:$|[("']|if\b|unless\b|do\b)`,
      String.raw`,\s*(?::(?:skip|focus|pending)\b|(?:skip|focus|pending):\s*(?:true\b|["']))`,
    ],
  },
  {
    // PHPUnit, Pest.
    languages: 'php',
    patterns: [String.raw`\bmarkTest(?:Skipped|Incomplete)\s*\(`, String.raw`->(?:skip|only|todo)\s*\(`],
  },
  {
    // XCTest, Swift Testing, Quick.
    languages: 'swift objective-c',
    patterns: [
      String.raw`\bXCTSkip(?:If|Unless)?\b`,
      String.raw`@(?:Test|Suite)\s*\(.*\.disabled\b`,
      String.raw`\b[xf](?:describe|context|it)\s*\(`,
    ],
  },
  {
    // Google Test, Catch2, doctest, Boost.Test.
    languages: 'c cpp cuda-cpp',
    patterns: [
      String.raw`\bGTEST_SKIP\b`,
      String.raw`\b(?:TEST|TEST_F|TEST_P|TYPED_TEST)\s*\(\s*\w+\s*,\s*DISABLED_`,
      String.raw`\bTEST_CASE\s*\(.*\[(?:\.|!hide|!mayfail)`,
      String.raw`\bdoctest::(?:skip|may_fail)\b`,
      String.raw`\bboost::unit_test::disabled\b`,
    ],
  },
  { languages: 'elixir', patterns: [String.raw`@(?:module|describe)?tag\s+:?(?:skip|pending)\b`] },
  {
    languages: 'dart',
    patterns: [
      String.raw`\bskip\s*:\s*(?:true\b|["'])`,
      String.raw`\bsolo(?:_test|Test|Group|_group)\s*\(`,
      String.raw`@Skip\b`,
    ],
  },
  { languages: 'clojure', patterns: [String.raw`\^:(?:skip|pending|focus|kaocha/skip|kaocha/pending)\b`] },
  {
    languages: 'haskell',
    patterns: [String.raw`\b[xf](?:describe|context|it|specify)\b`, String.raw`\bpending(?:With)?\b`],
  },
  { languages: 'lua', patterns: [String.raw`^\s*(?:pending|xit|xdescribe)\s*\(`] },
  { languages: 'perl', patterns: [String.raw`\bskip_all\b`, String.raw`^\s*(?:SKIP|TODO)\s*:\s*\{`] },
  { languages: 'r', patterns: [String.raw`\bskip(?:_if|_if_not|_on_ci|_on_os|_on_cran)?\s*\(`] },
  { languages: 'julia', patterns: [String.raw`@test_(?:skip|broken)\b`] },
  { languages: 'powershell', patterns: [String.raw`\b(?:It|Describe|Context)\b.*-(?:Skip|Pending)\b`] },
];

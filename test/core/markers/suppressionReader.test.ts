import { checkMarkers } from './checkMarkers';

/** Each line has one suppression; behind `⇒` is what it silences. */
function check(languageId: string, lines: string): void {
  for (const line of lines.trim().split('\n')) {
    const [marked = '', silenced = ''] = line.trim().split('⇒');
    checkMarkers(languageId, marked.trim(), { texts: [silenced.trim()] });
  }
}

describe('suppressions in comments', () => {
  it('silence rules for a reason behind a sign', () =>
    check(
      'typescript',
      `// «eslint-disable-next-line» no-a -- «reason:b c» ⇒ no-a
       // «eslint-disable-line» no-a, @x/no-b -- «reason:c» ⇒ no-a, @x/no-b
       /* «eslint-disable» -- «reason:generated» */ ⇒
       /* «eslint-disable» no-a */ ⇒ no-a
       // «eslint-disable-line» no-a // «reason:b» ⇒ no-a
       // «tslint:disable-next-line»:no-a ⇒ no-a
       // «biome-ignore» lint/a/b: «reason:c» ⇒ lint/a/b
       // «biome-ignore» lint/a/b: <explanation> ⇒ lint/a/b
       // «deno-lint-ignore» no-a -- «reason:b» ⇒ no-a
       /* «istanbul ignore» next -- «reason:a» */ ⇒ next
       /* «c8 ignore» next: «reason:a» */ ⇒ next`,
    ));

  it('give their reason at once where they name no rules', () =>
    check(
      'typescript',
      `// «@ts-expect-error» «reason:a b» ⇒
       // «@ts-expect-error»: «reason:a» ⇒
       // «@ts-ignore» - «reason:a» ⇒
       // «@ts-ignore» -- «reason:a» ⇒
       // «@ts-ignore» ⇒
       // «@ts-expect-error» TS2345 «reason:a» ⇒ TS2345
       // «@ts-expect-error» (2345) «reason:a» ⇒ 2345
       // «$FlowFixMe»[a-b] «reason:c» ⇒ a-b
       // «prettier-ignore» «reason:a table» ⇒
       f(); // «NOSONAR» «reason:a» ⇒
       f(); // «NOSONAR»(java:S100) «reason:a» ⇒ java:S100`,
    ));

  it('are written as their tools want it', () => {
    check(
      'python',
      `a  # «noqa»: E501 # «reason:long» ⇒ E501
       a  # «noqa»: E501,F401 - «reason:long» ⇒ E501,F401
       a  # «noqa» ⇒
       a  # «type: ignore»[b] # «reason:c» ⇒ b
       a  # «type: ignore» ⇒
       # «pylint: disable»=a-b, c # «reason:d» ⇒ a-b, c
       a  # «pragma: no cover» - «reason:b» ⇒
       a  # «nosec» B101 -- «reason:b» ⇒ B101`,
    );
    check(
      'go',
      `a() //«nolint»:errcheck // «reason:b» ⇒ errcheck
       a() //«nolint»:a,b ⇒ a,b
       a() //«nolint» // «reason:b» ⇒
       //«lint:ignore» SA1000 «reason:a b» ⇒ SA1000`,
    );
    check('ruby', '# «rubocop:disable» A/B, C/D -- «reason:e» ⇒ A/B, C/D');
    check('cpp', 'a(); // «NOLINT»(b-c): «reason:d» ⇒ b-c\n// «NOLINTNEXTLINE»(b) ⇒ b');
    check('shellscript', '# «shellcheck disable»=SC1000,SC1001 # «reason:a» ⇒ SC1000,SC1001');
    check('terraform', '#«checkov:skip»=CKV_1:«reason:a b» ⇒ CKV_1');
    check('php', '<?php // «@phpstan-ignore» argument.type («reason:a b») ⇒ argument.type');
  });

  it('hold other parts beside the reason', () =>
    check(
      'typescript',
      `// «eslint-disable-line» no-a -- «issue:#12» «reason:b» ⇒ no-a
       // «eslint-disable-line» no-a -- «reason:b» («issue:#12», «owner:@maya») ⇒ no-a
       // «eslint-disable-line» no-a -- «reason:b», due «due:2027-01-31» ⇒ no-a
       // «eslint-disable-line» no-a -- «issue:#12» ⇒ no-a
       // «eslint-disable-line» no-a -- «reason:(due ABC-12) b» ⇒ no-a
       // «eslint-disable-line» no-a -- «issue:https://example.com/issues/1» ⇒ no-a
       // «eslint-disable-line» no-a -- «reason:see https://example.com/issues/1» ⇒ no-a`,
    ));

  it('end at the next tag', () => {
    checkMarkers('typescript', '// «eslint-disable-line» no-a‖ -- «TODO»: b‖', { texts: ['no-a', 'b'] });
    checkMarkers('python', 'a  # «noqa»: F401‖  # «type: ignore»[b]‖', { texts: ['F401', 'b'] });
  });
});

describe('suppressions in code', () => {
  it('silence what stands in their brackets', () => {
    check('java', '«@SuppressWarnings»("a") class B {} ⇒ a\n«@SuppressWarnings»({"a", "b"}) ⇒ a, b');
    check('kotlin', '«@file:Suppress»("A", "B") ⇒ A, B\n«@Suppress»("A") fun b() {} ⇒ A');
    check('rust', '«#[allow»(dead_code, b::c)] ⇒ dead_code, b::c\n«#![allow»(b)] ⇒ b');
    check('cpp', '«#pragma GCC diagnostic ignored» "-Wall" ⇒ -Wall\n«#pragma warning(disable»: 4996) ⇒ 4996');
    check('csharp', '«#pragma warning disable» CS0168, CS0219 ⇒ CS0168, CS0219');
  });

  it('give their reason as an argument', () => {
    check('rust', '«#[allow»(a, reason = "«reason:b (c)»")] ⇒ a\n«#[expect»(a, reason = "")] ⇒ a');
    check('csharp', '«[SuppressMessage»("A", "B", Justification = "«reason:c»")] ⇒ A, B');
  });

  it('give their reason in the comment behind them', () => {
    check(
      'java',
      '«@SuppressWarnings»("a") // «reason:b» ⇒ a\n«@SuppressWarnings»("a") /* «reason:b» */ ⇒ a',
    );
    check('java', '«@SuppressWarnings»("a") class B {} // c ⇒ a');
    check('rust', '«#[allow»(a)] // «reason:b» ⇒ a');
    check('csharp', '«#pragma warning disable» CS0168 // «reason:a» ⇒ CS0168');
    checkMarkers('java', '«@SuppressWarnings»("a") // «issue:#12»‖\n', { texts: ['a'] });
    checkMarkers('java', '«@SuppressWarnings»("a")‖ // «TODO»: b‖', { texts: ['a', 'b'] });
  });
});

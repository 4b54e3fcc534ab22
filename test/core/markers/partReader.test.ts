import { checkMarkers } from './checkMarkers';

/** Each line is a comment; behind `⇒` is what its marker says. */
function check(lines: string): void {
  for (const line of lines.trim().split('\n')) {
    const [marked = '', said = ''] = line.trim().split('⇒');
    checkMarkers('typescript', `// ${marked.trim()}`, { texts: [said.trim()] });
  }
}

describe('parts in brackets behind a tag', () => {
  it('are read in any order', () =>
    check(`
      «TODO»(«owner:maya»): a ⇒ a
      «TODO»(«issue:#123») ⇒ 
      «TODO»(«owner:maya», «due:2027-01-31», «issue:#123», ~«cost:2d»): a b ⇒ a b
      «TODO»(~«cost:2d»,«issue:#123»,«due:2027-01-31»,«owner:@maya») a ⇒ a
      «TODO»(«issue:#1»; «owner:maya») - a ⇒ a
      «TODO»[«issue:#12»] a ⇒ a
      «TODO»[«owner:maya»][«issue:#12»]: a ⇒ a
      «FIXME»(«owner:maya»)(«due:2027-01-31»): a ⇒ a
      «TODO»(«owner:maya» «due:2027-01-31»): a ⇒ a
      «TODO» [«due:2027-01-31»]: a ⇒ a`));

  it('know owners by names, handles, teams and mail addresses', () =>
    check(`
      «TODO»(«owner:@maya»): a ⇒ a
      «TODO»(«owner:@example/team»): a ⇒ a
      «TODO»(«owner:maya.lind@example.org»): a ⇒ a
      «TODO»(«owner:Maya Lind»): a ⇒ a
      «TODO»(«owner:Maya Lind <maya@example.org>»): a ⇒ a
      «TODO»(«owner:Zoë O'Neil»): a ⇒ a
      «TODO»(«owner:李雷»): a ⇒ a
      «TODO»(«owner:maya, ben»): a ⇒ a
      «TODO»(«owner:maya, ben», «issue:#1»): a ⇒ a`));

  it('know issues by their usual forms', () =>
    check(`
      «TODO»(«issue:b/123»): a ⇒ a
      «TODO»(«issue:ABC-123»): a ⇒ a
      «TODO»(«issue:123»): a ⇒ a
      «TODO»(«issue:crbug.com/123»): a ⇒ a
      «TODO»(«issue:GH#12»): a ⇒ a
      «TODO»(«owner:maya», «issue:v8:8875»): a ⇒ a
      «TODO»(«issue:owner/repo#12»): a ⇒ a
      «TODO»(«issue:https://example.com/a?b=1#c»): a ⇒ a
      «TODO»(issue «issue:12»): a ⇒ a
      «TODO»(bug: «issue:12»): a ⇒ a`));

  it('may have labels', () =>
    check(`
      «TODO»(owner: «owner:maya», due=«due:2027-01-31», cost: ~«cost:4h»): a ⇒ a
      «TODO»(by «due:2027-01-31»): a ⇒ a
      «TODO»(«owner:maya», due «due:2027-01-31») a ⇒ a
      «TODO»(due: soon): a ⇒ (due: soon): a`));

  it('name somebody before a colon too, but for words that say what kind of work it is', () =>
    check(`
      «TODO» («owner:bob»): a ⇒ a
      «XXX» («owner:dgc»): a ⇒ a
      «TODO» (fix): a ⇒ (fix): a
      «FIXME» (low): a ⇒ (low): a
      «TODO» («issue:#12»): a ⇒ a
      «TODO» (bob) a ⇒ (bob) a`));

  it('stay in the text where they are not understood', () =>
    check(`
      «TODO»(when the old API is gone): a ⇒ (when the old API is gone): a
      «TODO»(2027-02-30): a ⇒ (2027-02-30): a
      «TODO»(issue tracker is down): a ⇒ (issue tracker is down): a
      «TODO»(ISO-8601): a ⇒ (ISO-8601): a
      «TODO»(maya: a ⇒ (maya: a
      «TODO»(f(x)): a ⇒ (f(x)): a
      «TODO»(«issue:#1», #2): a ⇒ (#1, #2): a
      «TODO»(«owner:@maya», when it is gone): a ⇒ (@maya, when it is gone): a
      «TODO»(): a ⇒ a`));

  it('name nobody where the list is part of a sentence', () =>
    check(
      `
      «TODO» (maybe) a ⇒ (maybe) a
      «TODO»: (maybe) a ⇒ (maybe) a
      «TODO» (12) a ⇒ (12) a
      «TODO» («owner:bob»): a ⇒ a
      «TODO»: («issue:#12») a ⇒ a
      «TODO»: () => f() ⇒ () => f()`,
    ));
});

describe('parts before the text', () => {
  it('follow the tag or its colon', () =>
    check(`
      «TODO» «owner:@maya» ⇒ 
      «TODO»: «owner:@maya» a ⇒ a
      «TODO» «owner:@maya @ben»: a ⇒ a
      «TODO» «owner:@maya», a ⇒ a
      «TODO» «issue:#123» a ⇒ a
      «TODO»: «issue:#123»: a ⇒ a
      «TODO» «due:2027-01-31»: a ⇒ a
      «TODO»: due «due:2027-01-31» a ⇒ a
      «TODO» ~«cost:3pt» a ⇒ a
      «TODO»: «owner:@maya» «issue:#1» «due:2027-01-31» ~«cost:1w» a ⇒ a
      «TODO» «owner:@maya» («issue:#1»): a ⇒ a`));

  it('take a key or an address only when it is set off', () =>
    check(`
      «TODO»: «issue:ABC-123» - a ⇒ a
      «TODO»: «issue:ABC-123»: a ⇒ a
      «TODO» «issue:ABC-123» ⇒ 
      «TODO»: «issue:https://example.com/x/1» - a ⇒ a
      «TODO»: «issue:https://example.com/x/1» – a ⇒ a
      «TODO»: «issue:https://example.com/x» ⇒ 
      «TODO»: «issue:crbug.com/123» - a ⇒ a
      «TODO»: ABC-123 is done ⇒ ABC-123 is done
      «TODO»: https://example.com/x says so ⇒ https://example.com/x says so
      «TODO»: read/write 1 - a ⇒ read/write 1 - a`));

  it('take no standard for a key', () =>
    check(
      `
      «TODO»: UTF-8 - a ⇒ UTF-8 - a
      «TODO»: SHA-256: a ⇒ SHA-256: a
      «TODO»: C#12 a ⇒ C#12 a
      «TODO»(ISO-8601): a ⇒ (ISO-8601): a`,
    ));

  it('leave signs that mean something', () =>
    check(`
      «TODO» - a ⇒ a
      «TODO» -- a ⇒ a
      «TODO». a ⇒ a
      «TODO»!!! a ⇒ a
      «TODO»: -1 is wrong ⇒ -1 is wrong
      «TODO»: --flag ⇒ --flag
      «TODO»-12 ⇒ -12
      «TODO»: @ a ⇒ @ a
      «TODO»: @deprecated a ⇒ @deprecated a
      «TODO»: «owner:@see-more» a ⇒ a`));
});

describe('parts in the text', () => {
  it('are days behind "due" or "by"', () =>
    check(`
      «TODO»: a, due «due:2027-01-31» ⇒ a
      «TODO»: a by «due:2027-01-31». ⇒ a.
      «TODO»: a (due: «due:2027-01-31») b ⇒ a b
      «TODO»: a due by «due:2027-01-31» ⇒ a
      «TODO»: a (due on «due:2027-01-31») b ⇒ a b
      «TODO»: a since 2027-01-31 ⇒ a since 2027-01-31
      «TODO»: a by 2027-02-29 ⇒ a by 2027-02-29
      «TODO»: a by 2027-01-311 ⇒ a by 2027-01-311
      «TODO»: a standby 2027-01-31 ⇒ a standby 2027-01-31`));

  it('are costs at an end', () =>
    check(`
      «TODO»: a ~«cost:2d» ⇒ a
      «TODO»: a (~«cost:1.5d») ⇒ a
      «TODO»: a, ~«cost:30min», by «due:2027-01-31» ⇒ a
      «TODO»: a ~«cost:3pts» due «due:2027-01-31» ⇒ a
      «TODO»: wait ~2h before b ⇒ wait ~2h before b
      «TODO»: a ~2x ⇒ a ~2x`));

  it('are addresses of issues, which the text keeps', () =>
    check(`
      «TODO»: see «issue:https://github.com/a/b/issues/12». ⇒ see https://github.com/a/b/issues/12.
      «TODO»: a, «issue:https://gitlab.com/a/b/-/issues/12» ⇒ a, https://gitlab.com/a/b/-/issues/12
      «TODO»: see «issue:https://example.atlassian.net/browse/ABC-1» ⇒ see https://example.atlassian.net/browse/ABC-1
      «TODO»: see https://example.com/page ⇒ see https://example.com/page`));

  it('are lists of parts in brackets', () =>
    check(`
      «TODO»: a («issue:#12») ⇒ a
      «TODO»: a [«issue:ABC-12»] b ⇒ a b
      «TODO»: a («owner:@maya», «issue:#12», ~«cost:2d») ⇒ a
      «TODO»: a (12) ⇒ a (12)
      «TODO»: a f(#12) ⇒ a f(#12)
      «TODO»: a (b, #12) ⇒ a (b, #12)
      «TODO»(«issue:#1»): a (#2) ⇒ a (#2)`));

  it('are read once each', () =>
    check(`
      «TODO»(«due:2027-01-31»): a by 2027-02-28 ⇒ a by 2027-02-28
      «TODO»: a by «due:2027-01-31» or by 2027-02-28 ⇒ a or by 2027-02-28`));
});

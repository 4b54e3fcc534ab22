/**
 * What GitHub's documentation of CODEOWNERS and gitignore(5) say of patterns and paths: which of the paths below
 * a pattern matches, and which it does not.
 */
export const codeownersFacts: readonly CodeownersFact[] = [
  { pattern: '*', matches: ['readme', 'web/app.js', 'web/ui/.env', '.env'], others: [] },
  { pattern: '**', matches: ['readme', 'web/app.js'], others: [] },
  { pattern: '/**', matches: ['readme', 'web/app.js'], others: [] },
  { pattern: '**/*', matches: ['readme', 'web/ui/app.js'], others: [] },
  { pattern: '/*', matches: ['readme', '.env'], others: ['web/app.js', 'web/ui/app.js'] },
  {
    pattern: 'web',
    matches: ['web', 'web/app.js', 'web/ui/app.js', 'api/web', 'api/web/app.js', 'a/b/web/c/d'],
    others: ['website', 'web.js', 'api/web.js', 'cobweb/a', 'WEB/a', 'Web'],
  },
  {
    pattern: '/web',
    matches: ['web', 'web/app.js', 'web/ui/app.js'],
    others: ['api/web', 'api/web/app.js', 'website/a', 'web.js'],
  },
  {
    pattern: 'web/',
    matches: ['web/app.js', 'web/ui/app.js', 'api/web/app.js', 'a/b/web/c/d'],
    others: ['web', 'api/web', 'website/a', 'api/app.js'],
  },
  {
    pattern: '/web/',
    matches: ['web/app.js', 'web/ui/app.js'],
    others: ['web', 'api/web/app.js', 'api/web', 'website/a'],
  },
  {
    pattern: 'web/ui',
    matches: ['web/ui', 'web/ui/app.js', 'web/ui/a/b'],
    others: ['api/web/ui', 'api/web/ui/a', 'web/uis', 'web/a/ui', 'ui/a'],
  },
  { pattern: '/web/ui', matches: ['web/ui', 'web/ui/app.js'], others: ['api/web/ui', 'web/uis/a'] },
  { pattern: 'web/ui/', matches: ['web/ui/app.js', 'web/ui/a/b'], others: ['web/ui', 'api/web/ui/a'] },
  { pattern: '/web/ui/', matches: ['web/ui/app.js', 'web/ui/a/b'], others: ['web/ui', 'api/web/ui/a'] },
  {
    pattern: '*.js',
    matches: ['app.js', '.js', 'web/app.js', 'web/ui/app.test.js', 'lib.js/readme'],
    others: ['app.jsx', 'js', 'web/js/app.ts', 'app.JS'],
  },
  { pattern: '/*.js', matches: ['app.js', 'lib.js/readme'], others: ['web/app.js'] },
  {
    pattern: 'web*',
    matches: ['web', 'web.js', 'website/a', 'website/a/b', 'api/web-ui', 'api/web-ui/a'],
    others: ['cobweb', 'we/b'],
  },
  { pattern: '/web*', matches: ['web', 'website/a/b'], others: ['api/web-ui', 'cobweb'] },
  { pattern: 'web*/', matches: ['website/a', 'api/web-ui/a'], others: ['web.js', 'api/web'] },
  { pattern: '/web*/', matches: ['website/a', 'web/a/b'], others: ['web.js', 'api/web-ui/a'] },
  { pattern: '/*/', matches: ['web/app.js', 'web/ui/app.js'], others: ['readme'] },
  { pattern: '*/', matches: ['web/app.js', 'web/ui/app.js'], others: ['readme'] },
  {
    pattern: 'docs/*',
    matches: ['docs/start.md', 'docs/.draft'],
    others: ['docs', 'docs/build/trouble.md', 'api/docs/a.md', 'docsite/a'],
  },
  { pattern: '/docs/*', matches: ['docs/start.md'], others: ['docs/build/trouble.md', 'api/docs/a.md'] },
  {
    pattern: 'docs/*.md',
    matches: ['docs/start.md', 'docs/.md'],
    others: ['docs/a/start.md', 'api/docs/start.md', 'docs/start.mdx'],
  },
  {
    pattern: 'docs/a*',
    matches: ['docs/a', 'docs/api.md', 'docs/api/v1.md', 'docs/api/v1/x.md'],
    others: ['docs/b/a', 'docs'],
  },
  {
    pattern: 'docs/*/v1',
    matches: ['docs/api/v1', 'docs/api/v1/x.md', 'docs/.x/v1'],
    others: ['docs/v1', 'docs/api/b/v1', 'docs/api/v10'],
  },
  { pattern: 'docs/*/', matches: ['docs/api/v1.md', 'docs/api/b/c'], others: ['docs/a.md', 'x/docs/api/a'] },
  { pattern: 'v?', matches: ['v1', 'api/v2', 'v1/a', 'api/v2/b'], others: ['v', 'v10', 'v/a'] },
  { pattern: '/v?/a', matches: ['v1/a', 'v2/a/b'], others: ['v/a', 'v10/a', 'x/v1/a', 'v//a'] },
  {
    pattern: '**/logs',
    matches: ['logs', 'logs/a', 'build/logs', 'build/logs/a', 'deep/ly/logs/a/b'],
    others: ['log/a', 'build/logs.txt', 'catalogs/a'],
  },
  { pattern: '/**/logs', matches: ['logs/a', 'build/logs/a'], others: ['build/log/a'] },
  { pattern: '**/logs/', matches: ['logs/a', 'build/logs/a'], others: ['logs', 'build/logs'] },
  { pattern: '**/web/ui', matches: ['web/ui', 'api/web/ui/a'], others: ['web/a/ui', 'ui'] },
  {
    pattern: '**/*test*',
    matches: ['test', 'a/latest', 'a/test.js', 'a/tests/b', 'tests/a/b'],
    others: ['tes/t'],
  },
  { pattern: '**/docs/*', matches: ['docs/a.md', 'api/docs/a.md'], others: ['docs/b/a.md', 'docs'] },
  {
    pattern: 'docs/**',
    matches: ['docs/a.md', 'docs/b/a.md'],
    others: ['docs', 'api/docs/a.md', 'docsite/a'],
  },
  { pattern: 'web/ui/**', matches: ['web/ui/a', 'web/ui/a/b'], others: ['web/ui', 'api/web/ui/a'] },
  { pattern: 'web/ui:v2/**/*', matches: ['web/ui:v2/a.json'], others: ['web/ui-v2/a.json'] },
  { pattern: '/docs/**', matches: ['docs/a.md', 'docs/b/a.md'], others: ['docs', 'api/docs/a.md'] },
  { pattern: 'docs/**/', matches: ['docs/b/a.md', 'docs/a.md'], others: ['docs', 'api/docs/b/a'] },
  { pattern: 'docs/**/*', matches: ['docs/a.md', 'docs/b/c/a.md'], others: ['docs', 'api/docs/a.md'] },
  { pattern: 'docs/**/*.md', matches: ['docs/a.md', 'docs/b/c/a.md'], others: ['docs/a.txt', 'a.md'] },
  {
    pattern: 'web/**/test',
    matches: ['web/test', 'web/test/a', 'web/a/test', 'web/a/b/test/c'],
    others: ['api/web/test', 'web/tests/a', 'test/web'],
  },
  {
    pattern: 'web/**/test/s*',
    matches: ['web/test/setup', 'web/a/b/test/s/x'],
    others: ['web/test/a', 'web/a/test', 'web/a/test/b/s'],
  },
  {
    pattern: 'a/**/b/**/c',
    matches: ['a/b/c', 'a/x/b/y/c/z', 'a/b/b/c'],
    others: ['a/c', 'a/c/b', 'x/a/b/c'],
  },
  { pattern: 'a**b', matches: ['ab', 'a--b', 'x/a-b'], others: ['a/b', 'a/x/b'] },
  // A backslash takes a character's meaning away.
  { pattern: 'a\\*b', matches: ['a*b', 'x/a*b/c'], others: ['a-b', 'ab'] },
  { pattern: 'a\\?b', matches: ['a?b'], others: ['a-b'] },
  { pattern: 'my\\ docs/', matches: ['my docs/a', 'x/my docs/a'], others: ['my/docs/a', 'mydocs/a'] },
  { pattern: '/issues/\\#1', matches: ['issues/#1', 'issues/#1/a'], others: ['issues/1'] },
  {
    pattern: '/app/\\[id\\]/',
    matches: ['app/[id]/page.tsx'],
    others: ['app/i/page.tsx', 'app/id/page.tsx'],
  },
  { pattern: '\\!a', matches: ['!a', 'b/!a'], others: ['a'] },
  { pattern: '\\a', matches: ['a', 'b/a'], others: ['\\a'] },
  // What means something in other dialects is text.
  { pattern: 'a{b,c}', matches: ['a{b,c}'], others: ['ab', 'ac'] },
  { pattern: 'a|b', matches: ['a|b'], others: ['a', 'b'] },
  { pattern: '+(a)', matches: ['+(a)'], others: ['a', 'aa'] },
  { pattern: '/app/(shop)/@modal', matches: ['app/(shop)/@modal/a'], others: ['app/shop/@modal/a'] },
  { pattern: 'a.b+c^d$e:f~g', matches: ['a.b+c^d$e:f~g', 'x/a.b+c^d$e:f~g/y'], others: ['a-b+c^d$e:f~g'] },
  { pattern: '/C#/', matches: ['C#/a.cs'], others: ['C/a.cs'] },
  { pattern: 'a\u00e4/\u65e5*', matches: ['a\u00e4/\u65e5\u672c'], others: ['aa/\u65e5'] },
];

export interface CodeownersFact {
  readonly pattern: string;
  readonly matches: readonly string[];
  readonly others: readonly string[];
}

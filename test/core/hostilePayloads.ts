/** Text that a hostile repository could write into any field, by what it tries. */
export interface HostilePayload {
  readonly name: string;
  readonly text: string;
}

const many = 5_000;

/** Where a link must never lead: commands, scripts, data, other applications, and files outside the workspace. */
export const hostileTargets: readonly string[] = [
  'command:workbench.action.terminal.new',
  'COMMAND:workbench.action.terminal.new',
  'command&colon;evil',
  'command&#58;evil',
  'command%3Aevil',
  'javascript:alert(1)',
  'java&Tab;script:alert(1)',
  'javascript&colon;alert(1)',
  '&#1;javascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:x',
  'file:///etc/passwd',
  'file://host/share',
  'vscode:extension/evil.evil',
  'vscode://file/etc/passwd',
  'vscode-insiders:x',
  'ssh://host',
  'view-source:x',
  '//host/share',
  '///etc/passwd',
  '/\\host/share',
  '\\\\host\\share',
  '../../etc/passwd',
  'a/../../etc/passwd',
  '%2e%2e/%2e%2e/etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f%2e%2e%2fetc',
  '%2F%2Fhost/share',
  '%2Fetc/passwd',
  '..%5c..%5cetc%5cpasswd',
  '%5c%5chost%5cshare',
  'C:\\Windows\\system32',
  'c:/Windows/system32',
  '.%2e/.%2e/etc',
  '%ff%fe',
  '%',
];

const linkForms: readonly ((target: string) => string)[] = [
  (target) => `[go](${target})`,
  (target) => `[go](<${target}>)`,
  (target) => `[go](<${target}> "a \\"title\\"\nover 'lines'")`,
  (target) => `[go][r]\n\n[r]: ${target}`,
  (target) => `[r]\n\n[r]: <${target}> 'title'`,
  (target) => `[go][]\n\n> [go]: ${target}`,
  (target) => `<${target}>`,
  (target) => target,
  (target) => `[![alt](${target})](${target})`,
  (target) => `[*a* [b](${target}) c](${target})`,
];

const links: readonly HostilePayload[] = [
  ...hostileTargets.map((target) => ({ name: `the target ${target}`, text: target })),
  ...linkForms.map((form, index) => ({
    name: `links of form ${index + 1} to every such target`,
    text: hostileTargets.map(form).join('\n\n'),
  })),
];

/** Pieces of Markdown, of HTML and of addresses, for texts that are put together by chance. */
export const markdownPieces: readonly string[] = [
  ...['`', '``', '```', '~~~', '*', '**', '_', '~', '~~', '[', ']', '(', ')', '<', '>', '!', '![', ']('],
  ...['](command:x)', '[a](command:x)', '[a](https://a.example)', '[a]: command:x\n', '[^1]', '[^1]: '],
  ...[
    '<b>',
    '</b>',
    '<img src=x onerror=a>',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
    '<command:x>',
    '(<command:x>)',
  ],
  ...['|', '|-|-|\n', ':-\n', '\n', '\n\n', '\r', ' ', '  ', '    ', '\t', '\u00a0', '\u2003'],
  ...['#', '- ', '+ ', '1. ', '> ', '---\n', '===\n', '[ ] ', '[x] ', '\\', '&', '&lt;', '&#60;', '&colon;'],
  ...[
    'https://a.example/',
    '<https://a.example/',
    'http://a',
    'www.a.example/',
    'a@b.example',
    'mailto:a@b.example',
  ],
  ...[
    'command:x',
    'javascript:x',
    ':',
    '/',
    '"',
    "'",
    '{',
    '}',
    '$',
    '$$',
    '=',
    '.',
    ',',
    'a',
    'b',
    '\u{1f4a9}',
  ],
];

const insides: readonly HostilePayload[] = [
  { name: 'a link in an automatic link', text: '<http://a.example/[go](command:evil)>' },
  { name: 'an image in an automatic link', text: '<https://a.example/![a](https://evil.example/a.png)>' },
  { name: 'a table of one column', text: 'a\n:-\nb' },
  { name: 'a block behind a space that does not break', text: '\u00a0# a\n\n\u00a0---' },
  { name: 'a table that cuts a code span', text: '| a | b |\n|---|---|\n| `x | [go](command:evil) ` |' },
  {
    name: 'a table that cuts a code span over an image',
    text: '|a|b|\n|-|-|\n|`x|![](https://evil.example/x.png)`|',
  },
  {
    name: 'a table that cuts a code span over HTML',
    text: '|a|b|\n|-|-|\n|`x|<img src=x onerror=alert(1)>`|',
  },
  {
    name: 'a table with links',
    text: '| [a](command:x) | <b>b</b> |\n|:-:|--:|\n| ![i](https://evil.example/i) | c |',
  },
  { name: 'strikethrough around a link', text: '~~[a](command:x)~~ ~b~' },
  { name: 'tasks', text: '- [ ] [a](command:x)\n- [x] done' },
  {
    name: 'a footnote',
    text: 'a[^1] b[^2]\n\n[^1]: [a](command:x)\n\n[^2]: words and\n\n    [b](command:y)',
  },
  {
    name: 'literal autolinks',
    text: 'www.evil.example/a?b=<b> https://evil.example/[c](command:x) a@evil.example xmpp:a@b.c',
  },
  { name: '\\r that ends a fence', text: '```\r[go](command:evil)\r```\r<img src=x onerror=alert(1)>' },
  { name: '\\r in a code span', text: '`a\r\r[go](command:evil)\r\r`' },
  { name: 'other line ends', text: '```\u2028[go](command:evil)\u2029\u0085<img src=x>\v\f<b>' },
  { name: 'a fence that never ends', text: '~~~~js\n[go](command:evil)\n```' },
  {
    name: 'a fence in a quote and in a list',
    text: '> ```\n[go](command:evil)\n\n- ```\n[go](command:evil)',
  },
  { name: 'nested backticks', text: '`` ` ``` [go](command:evil) `` ` ```` `[go](command:evil)`' },
  { name: 'a run of backticks', text: `${'`'.repeat(80)}\n[go](command:evil)` },
  { name: 'an info string', text: '```js" onmouseover="alert(1) {cmd=true}\ncode\n```' },
  {
    name: 'HTML blocks',
    text: '<script>alert(1)</script>\n\n<div>\n\n[go](command:evil)\n\n</div>\n<!-- [x](command:y)',
  },
  {
    name: 'inline HTML',
    text: 'a <img src=x onerror=alert(1)> <a href="command:evil">b</a> <b/> <?php ?> <!X> <![CDATA[c]]>',
  },
  { name: 'HTML that Markdown would make', text: '\\<b\\> &lt;b&gt; <<b>b> <a\nhref="command:x">' },
  {
    name: 'remote images',
    text: '![a](https://evil.example/a.png) ![b][i]\n\n[i]: https://evil.example/b.png "t"',
  },
  { name: 'an escaped image', text: '\\![a](https://evil.example/a.png) !\\[b](https://evil.example) !' },
  {
    name: 'an exclamation mark before a link',
    text: '!&#91;a](https://evil.example/a.png)\n\n\\!<https://evil.example>',
  },
  {
    name: 'bidi and zero width characters',
    text: 'a\u202eb\u2066c\u2069\u200bd\u200fe\ufefff\u061cg\u2060 \ufff9 \u{e0041}',
  },
  { name: 'bidi in a web address', text: 'https://evil.example/\u202egpj.exe' },
  {
    name: 'bidi in a link',
    text: '[a](https://evil.example/\u202egpj.exe) [b](docs/\u202emd.exe) <https://evil.example/\u2066>',
  },
  {
    name: 'control characters',
    text: 'a\0b\x07c\x1b[31md\x1b]8;;https://evil.example\x07e\x7f\x9b31m\x9d\x90\x08',
  },
  { name: 'lone surrogates', text: 'a\ud800b\udc00 [c](\ud800)' },
  { name: 'icons', text: '$(alert) $(sync~spin) [$(x)](command:evil)' },
  {
    name: 'entities',
    text: '&lt;img src=x&gt; &#60;b&#62; [a]&#40;command&colon;x) &#x5b;b](command:y) &amp;lt;',
  },
  { name: 'setext underlines', text: 'a\n===\n\nb\n---\n[c](command:x)\n=' },
  { name: 'only an underline', text: '===' },
  { name: 'a thematic break', text: '---\n***\n___' },
  { name: 'headings', text: '# [a](command:x)\n###### <b>b</b>\n#' },
  { name: 'an indented block', text: '    [a](command:x)\n\n\t<b>' },
  { name: 'a hard break before a block', text: 'a\\\n<div>  \n# b' },
  { name: 'front matter', text: '---\na: [b](command:x)\n---' },
  {
    name: 'a reference that another field defines',
    text: '[later]\n\n[other][later]\n\n[ask]: command:evil',
  },
  {
    name: 'a definition with a title',
    text: '[later]: command:evil "a"\n[ask]: <command:evil>\n[do]:\ncommand:evil',
  },
  { name: 'an open link', text: '[a](' },
  { name: 'an open bracket', text: '[a](<command:evil> "' },
  { name: 'a closing bracket', text: '](command:evil)' },
  { name: 'open emphasis', text: '**a *b __c _d' },
  { name: 'mathematics', text: '$$\\href{command:x}{a}$$ $a$' },
];

/** Texts whose rendering could cost more than their length. */
export const largePayloads: readonly HostilePayload[] = [
  { name: 'nested quotes', text: `${'>'.repeat(many)} a` },
  { name: 'nested lists', text: `${'- '.repeat(many)}a` },
  { name: 'numbered nested lists', text: `${'1. '.repeat(many)}a` },
  { name: 'nested emphasis', text: `${'*a '.repeat(many)}${'*'.repeat(many)}` },
  { name: 'a run of stars', text: `${'*'.repeat(many)}a${'*'.repeat(many)}` },
  { name: 'alternating emphasis', text: `${'*_'.repeat(many)}a${'_*'.repeat(many)}` },
  { name: 'nested links', text: `${'['.repeat(many)}a${'](command:x)'.repeat(many)}` },
  { name: 'nested images', text: `${'!['.repeat(many)}a${'](x)'.repeat(many)}` },
  { name: 'many links', text: '[a](command:x)'.repeat(many) },
  { name: 'many definitions', text: Array.from({ length: many }, (_, n) => `[a${n}]: command:x`).join('\n') },
  { name: 'many open fences', text: '```\n~~~\n'.repeat(many) },
  { name: 'many open angles', text: '<a '.repeat(many) },
  { name: 'many entities', text: '&colon;'.repeat(many) },
  { name: 'many paragraphs', text: 'a\n\n'.repeat(many) },
  { name: 'many table cells', text: `${'|a'.repeat(many)}|\n${'|-'.repeat(many)}|\n${'|b'.repeat(many)}|` },
  {
    name: 'runs of backticks that grow',
    text: Array.from({ length: 300 }, (_, n) => '`'.repeat(n)).join(' '),
  },
  { name: 'an extremely long line', text: 'a'.repeat(100_000) },
  { name: 'a long line of spaces', text: `a${' '.repeat(50_000)}b` },
  { name: 'an extremely long word of marks', text: '_*`[<!&'.repeat(10_000) },
];

export const hostilePayloads: readonly HostilePayload[] = [...links, ...insides];

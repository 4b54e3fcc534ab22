import type { LineComment, Pattern, StringForm, Syntax } from '../syntax';
import {
  doubledSingle,
  doubleQuoted,
  hash,
  type LanguageSyntax,
  markupComment,
  percent,
  singleQuoted,
  slashes,
  slashStar,
  tripleDouble,
} from './forms';

const firstOnLine = (open: string): LineComment => ({
  open,
  when: new RegExp(`(?<=^\\ufeff?[ \\t]*)${open}`, 'my'),
});

/** JSON itself has no comments, and files called JSON do; those who write none lose nothing. */
const json: Syntax = {
  lineComments: [slashes],
  blockComments: [slashStar],
  strings: [doubleQuoted],
  data: true,
};

/** A quote opens a scalar where a node can begin: elsewhere it is an apostrophe. */
const yamlQuote = (form: StringForm): StringForm => ({
  ...form,
  when: new RegExp(
    `(?<=^[ \\t]*|[[{,(]\\s{0,64}|["']:|[:?-]\\s{1,64}|[!&][^\\s,]{0,64}\\s{1,64})${form.open}`,
    'my',
  ),
  lines: 'many',
});

const yaml: Syntax = {
  lineComments: [{ open: '#', when: /(?<![^\s])#/y }],
  strings: [yamlQuote(doubleQuoted), yamlQuote(doubledSingle)],
  blockScalars: true,
  data: true,
};

const toml: Syntax = {
  lineComments: [hash],
  strings: [tripleDouble, { open: "'''", lines: 'many' }, doubleQuoted, { open: "'", lines: 'one' }],
  data: true,
};

/** After a value only white space makes a comment of `;` and `#`, as VS Code's own grammar has it. */
const afterSpace = (open: string): LineComment => ({
  open,
  when: new RegExp(`(?<![^\\s\\ufeff])${open}`, 'y'),
});

const ini: Syntax = { lineComments: [afterSpace(';'), afterSpace('#')], data: true };

const properties: Syntax = { lineComments: [afterSpace('#'), afterSpace(';'), firstOnLine('!')], data: true };

const dotenv: Syntax = {
  lineComments: [{ open: '#', when: /(?<![^\s])#/y }],
  strings: [doubleQuoted, { open: "'", lines: 'one' }],
  data: true,
};

const hashLines: Syntax = { lineComments: [firstOnLine('#')], data: true };

const prose: Syntax = { data: true };

/** CommonMark's code spans, of one backquote and of two; what they hold is shown as it is. */
const codeSpans: readonly Pattern[] = [
  { starts: '`', pattern: /(?<!`)`(?!`)[^`\r\n]*`(?!`)/y, kind: 'code' },
  { starts: '`', pattern: /(?<!`)``(?!`)(?:[^`\r\n]|`(?!`))*``(?!`)/y, kind: 'code' },
];

const markdown: Syntax = {
  patterns: codeSpans,
  blockComments: [markupComment],
  heredocs: [
    {
      starts: '`',
      open: /(?<=^[ \t>]*(?:[-*+][ \t]+)?)(?<tag>`{3,})(?!`)(?![^\r\n]*`)/my,
      end: 'fence',
      kind: 'code',
    },
    { starts: '~', open: /(?<=^[ \t>]*(?:[-*+][ \t]+)?)(?<tag>~{3,})/my, end: 'fence', kind: 'code' },
  ],
  frontMatter: 'yaml',
  data: true,
};

const mdx: Syntax = { ...markdown, blockComments: [markupComment, { open: '{/*', close: '*/}' }] };

/** Explicit markup that is no directive, target, footnote or substitution is a comment. */
const restructuredtext: Syntax = {
  lineComments: [
    {
      open: '..',
      when: /(?<=^[ \t]*)\.\.(?![^\s])(?![ \t]+(?:[\w:+.-]+::|_|\[|\|))/my,
      indented: true,
    },
  ],
  data: true,
};

const latex: Syntax = {
  patterns: [
    { starts: '\\', pattern: /\\verb\*?([^\w\s*])[^\r\n]{0,200}?\1/y, kind: 'code' },
    { starts: '\\', pattern: /\\(?!begin\{(?:comment|verbatim|lstlisting|minted)\b)[^]/y, kind: 'code' },
  ],
  fencedForms: [
    { starts: '\\', open: /\\begin\{(verbatim\*?|lstlisting|minted)\}/y, close: '\\end{$1}', kind: 'code' },
  ],
  lineComments: [percent],
  blockComments: [{ open: '\\begin{comment}', close: '\\end{comment}' }],
  data: true,
};

export const dataFamily: readonly LanguageSyntax[] = [
  ...['json', 'jsonc', 'jsonl', 'snippets'].map((id) => ({ id, syntax: json })),
  { id: 'json5', syntax: { ...json, strings: [doubleQuoted, singleQuoted] } },
  ...['yaml', 'dockercompose', 'helm', 'github-actions-workflow'].map((id) => ({ id, syntax: yaml })),
  { id: 'toml', syntax: toml },
  { id: 'ini', syntax: ini },
  { id: 'properties', syntax: properties },
  { id: 'dotenv', syntax: dotenv },
  ...['ignore', 'git-commit', 'git-rebase'].map((id) => ({ id, syntax: hashLines })),
  ...['markdown', 'prompt', 'instructions', 'chatagent', 'skill'].map((id) => ({ id, syntax: markdown })),
  { id: 'mdx', syntax: mdx },
  { id: 'restructuredtext', syntax: restructuredtext },
  { id: 'asciidoc', syntax: { lineComments: [{ open: '//', when: /(?<=^)\/\/(?!\/)/my }], data: true } },
  ...['latex', 'tex'].map((id) => ({ id, syntax: latex })),
  { id: 'bibtex', syntax: { lineComments: [firstOnLine('%')], data: true } },
  ...['plaintext', 'log', 'diff', 'csv', 'search-result', 'scminput'].map((id) => ({ id, syntax: prose })),
];

import type { BlockComment, Island, Syntax } from '../syntax';
import { type LanguageSyntax, markupComment } from './forms';

/** The elements of HTML that hold another language. */
const elements = { script: 'javascript', style: 'css' };

const html: Syntax = { blockComments: [markupComment], data: true, markup: { elements } };

const withComments = (...comments: readonly BlockComment[]): Syntax => ({
  ...html,
  blockComments: [markupComment, ...comments],
});

const withIslands = (...islands: readonly Island[]): Syntax => ({ ...html, islands });

const php = withIslands(
  ...['<?php', '<?=', '<?'].map((open): Island => ({
    open,
    when: /<\?(?!xml)/y,
    close: '',
    language: 'php:code',
  })),
);

const erb: Syntax = {
  ...withComments({ open: '<%#', close: '%>' }),
  islands: [
    { open: '<%=', close: '', language: 'ruby:erb' },
    { open: '<%', when: /<%(?![%#])/y, close: '', language: 'ruby:erb' },
  ],
};

/** `{/if}` would read as a regular expression without its sigil. */
const svelte = withIslands(
  { open: '{/', when: /\{\/(?![*/])/y, close: '}', language: 'typescript' },
  ...['{#', '{:', '{@', '{'].map((open): Island => ({ open, close: '}', language: 'typescript' })),
);

const astro: Syntax = {
  ...withIslands({ open: '{', close: '}', language: 'typescriptreact' }),
  frontMatter: 'typescript',
};

const vue = withIslands({ open: '{{', close: '}}', language: 'typescript' });

const razor: Syntax = {
  ...withComments({ open: '@*', close: '*@' }),
  islands: [{ open: '{', when: /(?<=@(?:code|functions)?\s{0,64})\{/y, close: '}', language: 'csharp' }],
};

const handlebars = withComments({ open: '{{!--', close: '--}}' }, { open: '{{!', close: '}}' });

const jinja = withComments({ open: '{#', close: '#}' });

const liquid = withComments({ open: '{% comment %}', close: '{% endcomment %}' });

/** Pug's comments take what is indented below them; `//-` is one that stays out of the page. */
const pug: Syntax = {
  lineComments: [{ open: '//', when: /(?<=^[ \t]*)\/\//my, indented: true }],
  data: true,
};

const xml: Syntax = {
  blockComments: [markupComment],
  strings: [{ open: '<![CDATA[', close: ']]>', lines: 'many' }],
  data: true,
  markup: { elements: {} },
};

export const markupFamily: readonly LanguageSyntax[] = [
  { id: 'html', syntax: html },
  { id: 'vue-html', syntax: vue },
  { id: 'vue', syntax: vue },
  { id: 'svelte', syntax: svelte },
  { id: 'astro', syntax: astro },
  { id: 'php', syntax: php },
  { id: 'erb', syntax: erb },
  { id: 'razor', syntax: razor },
  { id: 'aspnetcorerazor', syntax: razor },
  { id: 'handlebars', syntax: handlebars },
  { id: 'jinja', syntax: jinja },
  { id: 'jinja-html', syntax: jinja },
  { id: 'django-html', syntax: jinja },
  { id: 'twig', syntax: jinja },
  { id: 'liquid', syntax: liquid },
  { id: 'jade', syntax: pug },
  { id: 'xml', syntax: xml },
  { id: 'xsl', syntax: xml },
];

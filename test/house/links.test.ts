import assert from 'node:assert/strict';
import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { exists, filesUnder, readText } from './repository';

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesUnder('media', '.md'),
];
const sources = [...filesUnder('src', '.ts'), ...filesUnder('test', '.ts'), ...filesUnder('test', '.mjs')];

describe('the documents', () => {
  it('link to files and headings that there are', () => {
    const links = pages.flatMap((page) => linksIn(page, readText(page)));
    assert.ok(links.length > 10);
    assert.deepEqual(
      links
        .filter(({ page, target }) => !leadsSomewhere(page, target))
        .map(({ page, target }) => `${page}: ${target}`),
      [],
    );
  });

  it('name files and folders that there are', () => {
    const named = ['ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((page) => pathsIn(page, readText(page)));
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.filter(({ target }) => !isPath(target)).map(({ page, target }) => `${page}: ${target}`),
      [],
    );
  });
});

describe('the check of documents', () => {
  it('sees links of every form, and no code', () => {
    const text = [
      '[a](one.md) ![b](two.png) [c]',
      '`[d](three.md)` <https://example.com>',
      '',
      '[c]: four.md',
      '',
      '| [e](five.md) |',
    ].join('\n');
    const targets = linksIn('README.md', text).map(({ target }) => target);
    assert.deepEqual(targets.sort(), ['five.md', 'four.md', 'one.md', 'two.png']);
  });

  it('follows a link to its heading', () => {
    assert.ok(leadsSomewhere('README.md', 'media/problems.md#missing-why'));
    assert.ok(leadsSomewhere('media/problems.md', '../README.md'));
    assert.ok(leadsSomewhere('CONTRIBUTING.md', '#a-bug'));
    assert.ok(!leadsSomewhere('README.md', 'media/problems.md#missing-wherefore'));
    assert.ok(!leadsSomewhere('README.md', 'media/gone.png'));
  });

  it('knows what is meant by a path', () => {
    const text = '`src/core/host.ts`, `core/text`, `service.ts`, `npm test`, `@you`, `a/b.gone`';
    assert.deepEqual(
      pathsIn('README.md', text).map(({ target }) => `${target} ${isPath(target)}`),
      ['src/core/host.ts true', 'core/text true', 'service.ts true', 'a/b.gone false'],
    );
  });
});

interface Mention {
  readonly page: string;
  readonly target: string;
}

/** The links and pictures of a page that lead into the repository. */
function linksIn(page: string, text: string): readonly Mention[] {
  return nodesOf(fromMarkdown(text))
    .flatMap((node) =>
      node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [],
    )
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => ({ page, target }));
}

/** What a page names as code and looks like a path, or like a source. */
function pathsIn(page: string, text: string): readonly Mention[] {
  return nodesOf(fromMarkdown(text))
    .flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []))
    .filter((code) => /^\.?[\w-][\w.-]*(?:\/[\w.-]+)+\/?$|^\w+\.(?:ts|mjs)$/.test(code))
    .map((target) => ({ page, target }));
}

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : posix.join(posix.dirname(page), path);
  if (!exists(file)) return false;
  return heading === undefined || !file.endsWith('.md') || anchorsOf(readText(file)).includes(heading);
}

/** As GitHub and VS Code make them: lower case, without punctuation, with `-` for each space. */
function anchorsOf(text: string): readonly string[] {
  return nodesOf(fromMarkdown(text)).flatMap((node) => {
    if (node.type !== 'heading') return [];
    const title = text.slice(node.position?.start.offset, node.position?.end.offset).replace(/^#+ /, '');
    return title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-');
  });
}

/** In the repository, in src, or in core; a source without a folder is looked for by its name. */
function isPath(target: string): boolean {
  // What a build leaves behind is in no clone.
  if (/^(?:dist|out)\//.test(target)) return true;
  if (!target.includes('/')) return sources.some((path) => path.endsWith(`/${target}`));
  return ['', 'src/', 'src/core/'].some((base) => exists(`${base}${target}`));
}

function nodesOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node];
}

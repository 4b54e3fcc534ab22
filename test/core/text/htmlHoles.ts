import { unseenIn } from '../markdownHoles';

const elements = new Set(
  'p em strong del code pre ul ol li hr blockquote br table thead tbody tr th td h3 h4 h5 h6 a img'.split(
    ' ',
  ),
);
const attribute = / ([a-z-]+)="([^"<>]*)"/gy;
const accepted: Readonly<Record<string, RegExp>> = {
  'a href': /^(?:#|https?:\/\/?[^\s]*)$/i,
  'a data-fragment': /^[^\s]*$/,
  'img alt': /^/,
  'code class': /^language-[\w+#.-]+$/,
  'ol start': /^\d+$/,
  'th align': /^(?:left|right|center)$/,
  'td align': /^(?:left|right|center)$/,
};

/**
 * What is dangerous in HTML for a page that sets it as it is: a text outside of the tags that could begin one, an
 * element or attribute that safe HTML does not have, an address of another scheme, a path that leaves the workspace,
 * a tag that is not closed.
 */
export function htmlHoles(html: string, root: string): readonly string[] {
  const holes: string[] = [...unseenIn(html)];
  const open: string[] = [];
  for (const [, tag = ''] of html.matchAll(/<([^>]*>?)/g)) {
    const [, slash, name = '', rest = ''] =
      /^(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>$/.exec(tag) ?? [];
    if (!elements.has(name)) holes.push(`tag <${tag}`);
    else if (slash === '/') {
      if (open.pop() !== name) holes.push(`</${name}> closes nothing`);
    } else {
      if (!['br', 'hr', 'img'].includes(name)) open.push(name);
      for (const [, key = '', value = ''] of rest.matchAll(attribute)) {
        if (['a data-path', 'img data-image'].includes(`${name} ${key}`))
          holes.push(...pathHoles(value, root));
        else if (!accepted[`${name} ${key}`]?.test(value)) holes.push(`attribute ${name} ${key}="${value}"`);
      }
    }
  }
  return [...holes, ...open.map((name) => `<${name}> stays open`)];
}

/** As whoever opens it resolves it, once more decoded or not. */
function pathHoles(path: string, root: string): readonly string[] {
  const readings = [path, path.replaceAll('&amp;', '&'), decoded(path)];
  const leaves = (reading: string) =>
    /^[/\\]|\\|^[a-z][a-z0-9+.-]*:/i.test(reading) ||
    !new URL(encodeURI(reading), root).href.startsWith(root);
  return readings.some(leaves) ? [`path ${path}`] : [];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

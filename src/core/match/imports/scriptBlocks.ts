import { kindAt } from '../../comments/regions';
import type { MarkedText } from '../codeTokens';
import type { ImportSite } from './importSite';
import { findJavaScriptImports } from './javascript';

/** Vue, Svelte and HTML: what JavaScript imports between `<script>` and `</script>`; text outside says "from" too. */
export function findScriptBlockImports(source: MarkedText): readonly ImportSite[] {
  const { text, regions } = source;
  const tags = [...text.matchAll(/<(\/?)script\b/gi)].filter(
    ({ index }) => kindAt(regions, index) === 'code',
  );
  let next = 0;
  return findJavaScriptImports(source).filter(({ start }) => {
    while (next < tags.length && tags[next]!.index < start) next++;
    return tags[next - 1]?.[1] === '';
  });
}

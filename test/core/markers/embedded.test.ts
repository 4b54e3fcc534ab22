import assert from 'node:assert/strict';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers } from '../../../src/core/markers/findMarkers';

/** `marked` has every marker between `«` and `»`. */
function check(languageId: string, marked: string): void {
  const text = marked.replace(/[«»]/g, '');
  let found = '';
  let at = 0;
  for (const { start, end } of findMarkers(text, scanRegions(text, languageId), defaultTags)) {
    found += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  assert.equal(found + text.slice(at), marked);
}

describe('markers in languages inside others', () => {
  const script = '<script>\n// «TODO» a\nx = "// TODO";\n</script>\n';
  const style = '<style>\n/* «TODO» b */\na { b: "/* TODO */" }\n</style>\n';
  const page = `<!-- «TODO» c -->\n<p title="// TODO">// TODO</p>\n${script}${style}`;

  it('stand in every part of a page', () => {
    for (const languageId of ['html', 'vue', 'svelte', 'astro', 'php']) check(languageId, page);
    check(
      'vue',
      '<script lang="ts">\n/** «TODO» a */\n</script>\n<style lang="scss">\n// «TODO» b\n</style>',
    );
    check('astro', '---\n// «TODO» a\n---\n<p>{/* «TODO» b */}</p>\n');
    check('svelte', '{#if a /* «TODO» b */}\n// TODO\n{/if}\n');
    check('php', '<p># TODO</p>\n<?php # «TODO» a ?>\n<?php\n// «TODO» b\n$c = "# TODO";\n?>\n// TODO\n');
  });

  it('stay in their part while a comment is still open', () => {
    const open =
      '<script>\n/* «TODO» a\n</script>\n<p>// TODO</p>\n<style>\n/* «TODO» b\n</style>\n<!-- «TODO» c\n';
    for (const languageId of ['html', 'vue', 'svelte', 'astro', 'php']) check(languageId, open);
    check('php', '<?php // «TODO» a ?>\n<p>// TODO</p>\n<?php /* «TODO» b\n');
    check('astro', '---\n/* «TODO» a\n---\n<p>// TODO</p>\n');
  });
});

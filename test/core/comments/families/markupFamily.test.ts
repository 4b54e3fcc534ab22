import { checkRegions } from '../checkRegions';

describe('scanRegions: HTML and what is built on it', () => {
  it('reads HTML, where text and attributes are no strings', () => {
    checkRegions('html', '<a href="http://x" title="<!-- no -->">it\'s // b</a>\n«c:<!-- c\n-->» 1 < 2');
    checkRegions('html', '<p>a «c:<!-- open»');
    checkRegions('html', "<!DOCTYPE html><br/><a b='>'>\"c</a> «c:<!-- d -->»");
  });

  it('reads scripts and styles', () => {
    checkRegions('html', '<script>a = «s:"<!--"»; «c:// b»</script> // c <style>«c:/* d */»</style>');
    checkRegions('html', '<SCRIPT type="module">«c:// a </b> »</SCRIPT>«c:<!-- c -->»');
    checkRegions('html', '<script>a = «s:"»</script>" «c:<!-- b -->»');
    checkRegions('html', '<script src="a"/> // b «c:<!-- c -->»');
    checkRegions('html', '<script type="application/ld+json">{ "a": "//" }</script>«c:<!-- b -->»');
    checkRegions('html', '<script type="text/x-unknown">// "a" <!-- b --></script>«c:<!-- c -->»');
  });

  it('reads Vue', () => {
    checkRegions(
      'vue',
      '<template><p :a="b">// c {{ d + «s:"}}"» }}</p></template>\n' +
        '<script lang="ts">\n«c:// e»\n</script>\n<style lang="scss">\n«c:// f»\n</style>',
    );
    checkRegions('vue', '«c:<!-- a -->»\n<template>{{ {a: 1} }} // b</template>');
    checkRegions('vue-html', '<p>{{ «s:`a »${b}«s:`» }}</p>');
  });

  it('reads Svelte and Astro', () => {
    checkRegions('svelte', '{#if a}<p on:b={() => c(«s:"d"»)}>it\'s {«c:/* e */» f}</p>{/if} // g');
    checkRegions('svelte', '<script lang="ts">«c:// a»</script>{@html «s:"b"»}<style>«c:/* c */»</style>');
    checkRegions(
      'astro',
      '---\nimport a from «s:"b"»; «c:// c»\n---\n<p>it\'s // d {e.map((f) => <i>«s:g\'s»</i>)}</p>',
    );
    checkRegions('astro', '<p a={«s:`b`»}>{«c:/* c */»}</p>«c:<!-- d -->»');
  });

  it('reads templates', () => {
    checkRegions('erb', '<p>it\'s</p> «c:<%# a %>» <%= b(«s:"%"») «c:# c»\n%> # d');
    checkRegions('handlebars', '{{a}} «c:{{!-- b }} --}}» «c:{{! c }}» «c:<!-- d -->»');
    checkRegions('django-html', '{{ a }} «c:{# b #}» «c:<!-- c -->»');
    checkRegions('twig', "«c:{# a\nb #}» <p>it's</p>");
    checkRegions('liquid', '{{ a }}«c:{% comment %} b {% endcomment %}»');
    checkRegions(
      'razor',
      '«c:@* a *@» <p>it\'s</p> @{ var b = «s:"c"»; «c:// d»\n} // e @code { «c:// f»\n}',
    );
  });

  it('reads Pug, XML and XSL', () => {
    checkRegions('jade', "p it's // a\n«c:// b\n  c»\np d\n  «c://- e»");
    checkRegions(
      'xml',
      '<?xml version="1.0"?>\n<a b="<!-- no -->"><![CDATA[<!-- no -->]]>«c:<!-- c -->»</a>',
    );
    checkRegions('xsl', '<xsl:if test="a > \'b\'">«c:<!-- c -->»</xsl:if>');
  });
});

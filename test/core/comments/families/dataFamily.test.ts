import { checkRegions } from '../checkRegions';

describe('scanRegions: data and prose', () => {
  it('reads JSON without strings', () => {
    checkRegions('json', '{ "a": "// b", "c": "\\"/*" } «c:// d»');
    checkRegions('jsonc', '{ «c:// a»\n "b": "// c" «c:/* d */» }');
    checkRegions('json5', "{ a: '// b' } «c:// c»");
  });

  it('reads YAML', () => {
    checkRegions('yaml', "a: b#c «c:# d»\ne: \"# f\" «c:# g»\nh: 'it''s # i' «c:# j»\nk: don't «c:# l»");
    checkRegions('yaml', 'a: "b\n  # c"\nd: [ "# e", \'# f\' ] «c:# g»\n- "# h" «c:# i»\nx: {"j":"# k"}');
    checkRegions('yaml', 'a: | «c:# b»\n  # c\n\n  # d\n«c:# e»\nf: >-\n  # g\nh: 1');
    checkRegions('yaml', '- a: |\n    # b\n  c: d «c:# e»\n- |2-\n   # f\n- g «c:# h»');
    checkRegions('yaml', 'a: b | c «c:# d»\ne: !!str |\n  # f\n«c:# g»');
    checkRegions('dockercompose', 'a: &x "# b" «c:# c»\n«c:#d»');
  });

  it('reads LaTeX, whose verbatim text has no comments', () => {
    checkRegions(
      'latex',
      '\\begin{verbatim}\n% a\n\\end{verbatim} «c:% b»\n\\begin{lstlisting}[c]\n% d\n\\end{lstlisting}\n«c:% e»',
    );
  });

  it('reads TOML, INI, properties and dotenv', () => {
    checkRegions(
      'toml',
      'a = "# b" «c:# c»\nd = """\n# e\n""" «c:# f»\ng = \'\'\'# h\'\'\' «c:# i»\nj = \'\\\' «c:# k»',
    );
    checkRegions('ini', '«c:; a»\nb=c;d#e\n  «c:# f»\ng = h «c:; i»');
    checkRegions('properties', '«c:# a»\n«c:! b»\nc = d!e «c:# f»');
    checkRegions('dotenv', '«c:# a»\nB=c#d «c:# e»\nF="# g" «c:# h»');
  });

  it('reads comments in Markdown, and none in its code', () => {
    checkRegions('markdown', '# a\n\n«c:<!-- b\n-->» `<!-- c -->` ``<!-- ` d -->`` ` «c:<!-- e -->»');
    checkRegions(
      'markdown',
      '```js\n<!-- a -->\n// b\n```\n«c:<!-- c -->»\n~~~~\n~~~\n<!-- d -->\n~~~~\n«c:<!-- e -->»',
    );
    checkRegions('markdown', '- a\n  ```\n  <!-- b -->\n  ```\n«c:<!-- c -->»\n```inline``` «c:<!-- d -->»');
    checkRegions('markdown', '---\na: "# b" «c:# c»\n---\n# d\n«c:<!-- e -->»');
    checkRegions('mdx', '«c:{/* a */}» <B />');
  });

  it('reads other prose', () => {
    checkRegions('latex', 'a \\% b «c:% c»\n\\verb|%d| \\\\«c:% e»\n«c:\\begin{comment}\nf\n\\end{comment}»');
    checkRegions(
      'restructuredtext',
      '«c:.. a\n   b»\n\n.. note:: c\n.. _d: e\n.. [1] f\n.. |g| image:: h\n«c:..\n   i»\nj',
    );
    checkRegions('asciidoc', '«c:// a»\nhttp://b\n');
    checkRegions('git-commit', 'Fix #1\n\n«c:# a»');
    checkRegions('ignore', '«c:# a»\n\\#b\nc#d');
    checkRegions('plaintext', '// a "b" # c <!-- d -->');
    checkRegions('bibtex', '«c:% a»\n@book{b, title = "50% c"}');
  });
});

import { checkRegions } from '../checkRegions';

describe('scanRegions: style sheets', () => {
  it('reads CSS', () => {
    checkRegions('css', '#a { b: url(//c/*d); e: «s:"/* f */"»; } «c:/* g */» // h');
    checkRegions('css', "a { b: url( «s:\"c\"» ); d: «s:'e\\''» } «c:/* f\n*/»");
    checkRegions('postcss', 'a { b: URL(c//d); } «c:/* e»');
  });

  it('reads SCSS and Less', () => {
    checkRegions('scss', 'a { b: url(data:c;base64,d\n//e\n); } «c:// f»');
    checkRegions('scss', '$a: #b; «c:// c»\n@import url(//d); e: «s:"f-»#{$g + «s:"h"»}«s:"»; «c:/* i */»');
    checkRegions('less', '@a: «s:"b »@{c}«s: // d"»; «c:// e»');
    checkRegions('scss', 'a: «s:"open»\nb: c; «c:// d»');
    checkRegions('stylus', 'a\n  b c «c:// d»');
  });

  it('gives an indented comment what is below it', () => {
    checkRegions('sass', 'a\n  «c:// b\n    c\n\n    d»\n  e: f\n«c:/* g\n   h»\ni');
    checkRegions('sass', '«c:// a»');
    checkRegions('sass', '  «c:// a\n   b»\n  c');
  });
});

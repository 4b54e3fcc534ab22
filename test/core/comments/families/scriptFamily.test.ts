import { checkRegions } from '../checkRegions';

describe('scanRegions: JavaScript, TypeScript, CoffeeScript', () => {
  it('finds comments and strings', () => {
    checkRegions('typescript', "const a = «s:\"//\"»; «c:// one»\n«c:/* two\n*/» b = «s:'\\'/*'»;\n");
  });

  it('reads code inside templates, nested', () => {
    checkRegions(
      'typescript',
      'x = «s:`a »${b + «s:`c »${{ d: «s:"}"» }}«s: e`» «c:/* f */»}«s: g`»; «c:// h»',
    );
    checkRegions('typescript', '«s:`»${a}${b}«s:`»');
    checkRegions('typescript', 'tag«s:`\\${no} \\` »${ f(() => { return «s:`}`»; }) }«s:`»');
  });

  it('ends an unclosed string with its line, and goes on after a backslash', () => {
    checkRegions('typescript', 'a = «s:"open»\nb = «s:"go \\\non"»; «c:// c»');
    checkRegions('typescript', 'a = «s:"go \\\r\non"»; «c:// c»\r\nb');
  });

  it('runs an unclosed comment or template to the end', () => {
    checkRegions('typescript', 'a «c:/* b\n"c"»');
    checkRegions('typescript', 'a «s:`b\n»${ c');
    checkRegions('typescript', 'a «s:`»${ «s:`b»');
  });

  it('tells a regular expression from a division', () => {
    checkRegions('typescript', 'a / b / c; x = «s:/"/g»; (a) / «s:"b"» / c');
    checkRegions('typescript', 'if (a) «s:/"/».test(b); while (x) «s:/\'/»');
    checkRegions('typescript', 'return «s:/[/"]/»; o.return / 2; «c:// x»');
    checkRegions('typescript', 'i++ / 2; a! / b; !«s:/"/».test(x); return!«s:/"/».test(x)');
    checkRegions('typescript', '[1] / 2 / «s:"3"»; f() / g / «s:"h"»');
    checkRegions('typescript', 'x = { a } / 2 / «s:"b"»;\nif (a) {}\n«s:/"/».test(b)');
    checkRegions('typescript', '«s:"a"» / 2 / «s:"b"»; «s:`a`» «c:/* c */» / 2 / «s:"b"»');
    checkRegions('typescript', '() => {}\n«s:/"/».test(b); f = () => «s:/"/»; a => «s:/\\//»');
    checkRegions('typescript', 'x = a «c:/*b*/» / c; «c:// d»');
  });

  it('tells a block from an object before a slash', () => {
    checkRegions('typescript', 'if (a) {} else {}\n«s:/"/».test(b); class C {}\n«s:/"/».test(d)');
    checkRegions('typescript', 'return {} / 2 / «s:"a"»; b = [...«s:/"/».exec(c)]');
    checkRegions('typescript', '}\n«s:/"/».test(a)');
  });

  it('takes a slash that nothing closes on its line for an operator', () => {
    checkRegions('typescript', 'x = / 2 + «s:"a"»;\ny = «s:/b/»');
  });

  it('knows the first line of a script', () => {
    checkRegions('javascript', '«c:#!/usr/bin/env node»\nclass A { #b = 1 }');
    checkRegions('typescript', '\ufeff«c:#!/usr/bin/env node»\n');
    checkRegions('typescript', '\n#!/x');
  });

  it('reads elements, their text, attributes, containers and comments', () => {
    checkRegions(
      'typescriptreact',
      'x = <p className=«s:"a // b"» {...c} on={() => d > «s:"e"»}>«s:// text "f»{«c:/* g */» «s:`h`»} </p>; «c:// i»',
    );
    checkRegions(
      'javascriptreact',
      "(<>\n  «s:it's»\n  <br/>\n  <A.B x={<i>«s:y»</i>} «c:/* z */» />\n</>); «c:// c»",
    );
    checkRegions('javascript', 'return <a b=<i/>>«s:c»</a> «c:// d»');
    checkRegions('typescriptreact', '<A<«s:"k"», B> c=«s:\'d\\\'» «c:// e»\n>«s:f»</A>');
    checkRegions('javascriptreact', 'a ? <B<C<D>> e=«s:"f"»/> : <c>«s:(d)»</c>; «c:// e»');
  });

  it('tells an element from type parameters and comparisons', () => {
    checkRegions('typescriptreact', 'const f = <T,>(a: T) => «s:"b"»; «c:// c»');
    checkRegions('typescriptreact', 'const f = <T extends object>(a: T) => a; «c:// c»');
    checkRegions('typescriptreact', 'type F = <T>(a: T) => void; «c:// c»');
    checkRegions('typescriptreact', 'interface I { <T>(a: T): T } «c:// c»');
    checkRegions('typescriptreact', 'a < b; f<T>(x); new Map<string, A>(); «c:// c»');
    checkRegions('typescript', 'x = <any>y; «c:// z»');
  });

  it('knows no regions in an unknown language', () => {
    checkRegions('no-such-language', '// "a" /* b */ # c');
  });

  it('reads CoffeeScript', () => {
    checkRegions('coffeescript', 'a = «s:"b »#{c + «s:"d"»}«s:"» «c:# e»\n«c:###\n f\n###»\ng');
    checkRegions('coffeescript', 'a = «s:"""b " c"""»; d = «s:\'\'\'#{e}\'\'\'» «c:# f»');
    checkRegions('coffeescript', 'a = «s:///\n " # b\n///»; c = b if «s:/#/».test d «c:# e»');
  });
});

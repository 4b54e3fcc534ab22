import { checkRegions } from '../checkRegions';

describe('scanRegions: functional languages', () => {
  it('reads Haskell, PureScript and Elm', () => {
    checkRegions('haskell', '«c:{- a {- b -} c -}» d\' = «s:\'"\'» : «s:"e\\"-- f"» «c:-- g»');
    checkRegions('haskell', 'a --> b; c |-- d; «c:--- e»\n{-# LANGUAGE F #-}');
    checkRegions('haskell', "foldl' f x' «s:'\\''» «c:--»");
    checkRegions('elm', 'a = «s:"""b " c"""» «c:{- d -}» «c:-- e»');
    checkRegions('purescript', 'a = «s:"""b " c"""» «c:-- d»');
  });

  it('reads OCaml and Standard ML', () => {
    checkRegions('ocaml', '«c:(* a (* b *) c *)» let f (x : \'a) = «s:\'"\'» ^ «s:"(* d *)"»');
    checkRegions('ocaml', 'let a = «s:{|b " (*|}» ^ «s:{x|c |} d|x}» «c:(* e *)»');
    checkRegions('ocaml', "let x' = y' «c:(* z»");
    checkRegions('sml', 'val a = #«s:"b"» «c:(* c *)»');
  });

  it('reads F#', () => {
    checkRegions('fsharp', 'let (*) a b = «s:"c\\""» «c:// d»\n«c:(* e (* f *) *)»');
    checkRegions('fsharp', 'let a = @«s:"b\\"» + «s:"""c " d"""» + $«s:"e »{f«s::N2»}«s: {{g}}"» «c:// h»');
    checkRegions('fsharp', "let x' : 'a = «s:'\"'» «c:// b»");
  });

  it('reads Elixir and Erlang', () => {
    checkRegions('elixir', 'a = «s:"b »#{c(«s:"d"»)}«s:"» <> «s:~s(e " f)» «c:# g»');
    checkRegions(
      'elixir',
      '@doc «s:"""\n# a\n"""»\nb = «s:?"»; c = «s:~r/"#/i»; d = «s:~S"""\ne " f\n"""» «c:# g»',
    );
    checkRegions('elixir', 'a = «s:\'b »#{c}«s:\'»; valid?(«s:"d"») «c:# e»');
    checkRegions('erlang', 'A = «s:"b\\"%"», C = «s:\'d e\'», E = «s:$"», F = «s:$%» «c:% g»');
  });

  it('reads the Lisps', () => {
    checkRegions('clojure', '(def a «s:\\"») «s:"b ; c"» «s:\\;» «c:; d»');
    checkRegions('commonlisp', '«c:#| a #| b |# |#» (list «s:#\\"» «s:#\\;» «s:"c\nd"» \'e) «c:;; f»');
    checkRegions('racket', '(f «s:"#|"») «c:#| a |#» «c:; b»');
    checkRegions('elisp', '(a «s:?"» «s:?\\"» b-p?) «c:; c»');
  });

  it('reads Julia, Prolog, Lean, Dafny and WebAssembly text', () => {
    checkRegions(
      'julia',
      'a = b\' * c[1]\' + «s:\'"\'» «c:#= d #= e =# =#» «s:"f »$(g(«s:"h"»))«s:"» «c:# i»',
    );
    checkRegions('prolog', "a(«s:0'\"», «s:'b''c'») :- d. «c:% e»\n«c:/* f */»");
    checkRegions('lean4', 'def a := «s:"--"» «c:/- b /- c -/ -/» «c:-- d»');
    checkRegions('dafny', "var a := «s:'\"'»; «c:/* b /* c */ */»");
    checkRegions('wat', '(a «s:";;"») «c:(; b (; c ;) ;)» «c:;; d»');
  });
});

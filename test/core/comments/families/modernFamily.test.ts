import { checkRegions } from '../checkRegions';

describe('scanRegions: Rust, Swift, Kotlin, Scala, Groovy, Dart, Zig', () => {
  it('reads Rust', () => {
    checkRegions('rust', "«c:/* a /* b */ c */» fn f<'a>(s: &'static str) {} «c:// d»");
    checkRegions('rust', 'r«s:"a\\"» r«s:#"b"c"#» br«s:##"d"#e"##» «c:// f»');
    checkRegions('rust', "«s:'\"'» b«s:'\"'» «s:'\\''» «s:'\\u{1F600}'» «s:\"a\nb // c\"» «c:// d»");
    checkRegions('rust', 'r#fn «s:"a"» «c:// b»');
  });

  it('reads Swift', () => {
    checkRegions('swift', 'let a = «s:"b »\\(c(«s:"d)"»))«s: e"» «c:// f»');
    checkRegions('swift', 'let a = «s:#"b " \\(c)"#»; let d = «s:"""\n e " f\n"""» «c:/* g /* h */ */»');
    checkRegions('swift', 'let a = «s:##"""\n"""#\n"""##» «c:// b»\nlet c = «s:"open »\\(d\n«c:// e»');
  });

  it('reads Kotlin', () => {
    checkRegions('kotlin', 'val a = «s:"b »${c + «s:"}"»}«s: $d"» «c:// e»');
    checkRegions('kotlin', 'val a = «s:"""\\b " »${c}«s:"""» «c:/* d /* e */ */»');
    checkRegions('kotlin', 'val a = «s:\'"\'» «c:// b»\nval c = «s:"open»\n');
  });

  it('reads Scala', () => {
    checkRegions('scala', 'val a = s«s:"b »${c(«s:"d"»)}«s: e"» «c:// f»');
    checkRegions('scala', 'val a = «s:"${b}"»; val c = «s:"""\\"""»; val d = \'sym; «s:\'"\'» «c:// e»');
    checkRegions('scala', 'val a = raw«s:"""»${b}«s:\\"""» «c:/* c /* d */ */»');
  });

  it('reads Groovy', () => {
    checkRegions('groovy', 'def a = «s:"b »${c}«s:"» + «s:\'$d\'» «c:// e»');
    checkRegions('groovy', 'def a = «s:/b"c/»; d = e / f / g «c:// h»');
    checkRegions('groovy', 'def a = «s:"""\n»${b}«s:"""»; c = «s:\'\'\'d\'\'\'»; e = «s:$/ f " /$» «c:// g»');
  });

  it('reads Dart', () => {
    checkRegions('dart', "var a = «s:'b »${c[«s:'d'»]}«s:'»; «c:/// e»");
    checkRegions('dart', 'var a = r«s:\'${b}\\\'»; var c = r«s:"""${d}\\"""»; «c:// e»');
    checkRegions('dart', 'var a = «s:"""\n"b" »${c}«s:\n"""»; «c:/* d /* e */ */»');
  });

  it('reads Zig, Haxe, Odin, Gleam, WGSL and GDScript', () => {
    checkRegions('zig', 'const a =\n    «s:\\\\b // c»\n    «s:\\\\d»\n; «c:// e»');
    checkRegions('haxe', 'var a = «s:\'b »${c}«s:\'» + «s:"${d}"»; «c:// e»');
    checkRegions('odin', 'a := «s:`b\\`» «c:/* c /* d */ */»');
    checkRegions('gleam', 'let a = «s:"b\n// c"» «c:// d»');
    checkRegions('wgsl', 'var a: f32; «c:/* b /* c */ */» «c:// d»');
    checkRegions('gdscript', 'var a = «s:"""b\n# c"""» «c:# d»');
  });
});

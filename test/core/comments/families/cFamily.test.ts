import { checkRegions } from '../checkRegions';

describe('scanRegions: C and its relatives', () => {
  it('reads C', () => {
    checkRegions('c', 'char c = «s:\'"\'», *s = «s:"a\\"b"»; «c:/* /* d */» e «c:// f»\n');
    checkRegions('c', '«c:// a \\\n still»\nint b;');
    checkRegions('c', 's = «s:"a \\\n b"»; «c:// c»');
    checkRegions('objective-c', 'NSString *a = @«s:"b"»; «c:// c»');
  });

  it('reads C++ raw strings and digit separators', () => {
    checkRegions('cpp', 'auto a = R«s:"(b " // )c)"»; «c:// d»');
    checkRegions('cpp', 'auto a = u8R«s:"x(b )" )y" )x"»; «c:// d»');
    checkRegions('cpp', "int a = 1'000'000; char16_t b = u«s:'\"'»; «c:// c»");
    checkRegions('cuda-cpp', 'FOOR«s:"a(b"»; «c:// c»');
  });

  it('reads Java and its text blocks', () => {
    checkRegions('java', 'char a = «s:\'\\\'\'»; String b = «s:"""\n "c" // d\n """»; «c:// e»');
    checkRegions('java', 'String s = «s:"open»\n«c:/** doc */»');
    checkRegions('apex', "String s = «s:'it\\'s'»; «c:// a»");
  });

  it('reads the strings of C#', () => {
    checkRegions('csharp', 'a = @«s:"b\\"»; c = @«s:"d""e\n// f"»; «c:// g»');
    checkRegions('csharp', 'a = $«s:"b »{c[«s:"d"»]}«s: {{e}}"»; «c:// f»');
    checkRegions('csharp', 'a = $@«s:"b""»{c}«s:\\"»; d = @$«s:"\n»{e}«s:"»; «c:// f»');
    checkRegions('csharp', 'a = $«s:"»{b«s::#,##0.00 \'x»}«s:"»; «c:// c»');
    checkRegions('csharp', 'a = $«s:"»{(b ? «s:"c"» : d)}«s:"»; «c:// e»');
    checkRegions('csharp', 'a = «s:"""b "" c"""»; d = «s:""""e """ f""""»; «c:// g»');
    checkRegions('csharp', 'a = @«s:"""b"" c"»; «c:// d»');
  });

  it('reads Go, D and Verilog', () => {
    checkRegions('go', 'a := «s:`b\\`» + «s:"c\\""» + «s:\'"\'» «c:// d»\nvar e = «s:`\n// f\n`»');
    checkRegions('d', '«c:/+ a /+ b +/ c +/» r«s:"d\\"» «s:`e`» q«s:"X\nf"\nX"» «c:// g»');
    checkRegions('systemverilog', 'a = 4\'b01; b = \'0; $display(«s:"// c"»); «c:// d»');
  });

  it('reads interface and shader languages', () => {
    checkRegions('proto3', 'string a = 1; «c:// b»\n«c:/* c */» option d = «s:"//e"»;');
    checkRegions('glsl', 'vec2 a; «c:// b»\n«c:/* c */»');
    checkRegions('bicep', "var a = «s:'''\nb // 'c'\n'''» «c:// d»");
    checkRegions('prisma', 'model A { «c:// b»\n c String @default(«s:"//"») }');
  });
});

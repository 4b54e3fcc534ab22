import { checkRegions } from '../checkRegions';

describe('systemFamily', () => {
  it('reads device trees and Kconfig', () => {
    checkRegions('dts', '#include <a.h>\n/ { b = «s:"/* c"»; d = <1>; «c:// e»\n«c:/* f\n*/» };');
    checkRegions(
      'kconfig',
      'config A «c:# b»\n\tbool «s:"# c"»\n\thelp\n\n\t  d\n\t  # e\n\n\t  it\'s f\n\n«c:# g»\nconfig B\n  help\n    h\n  «c:# i»',
    );
    checkRegions('kconfig', 'source «s:"help"»\n  help me «c:# a»');
  });

  it('reads what begins a comment in the assembly of any processor', () => {
    checkRegions(
      'gas',
      [
        '#define a «s:"b"»',
        '# if c',
        '«c:# d»',
        '  mov r0, #1 «c:@ e»',
        'movl %eax, b@GOT «c:# f»',
        '  «c:; k»',
        'a ; b «c:@@ l»',
        '.ascii «s:"// g"»; «c:/* h\n*/» «c:// i»',
        "cmp r0, #«s:'\"'» «c:@ j»",
      ].join('\n'),
    );
    checkRegions('asm-intel-x86-generic', "mov al, «s:';'» «c:; a»\n«c:/* b */» «c:// c»");
  });

  it('reads linker scripts, Graphviz and m4', () => {
    checkRegions('linkerscript', 'A = «s:"/*"»; «c:/* b */» /DISCARD/ : { *(c) }');
    checkRegions('dot', 'a [b=«s:"# c\n// d"»] «c:// e»\n«c:# f»\n«c:/* g */»');
    checkRegions('autoconf', 'AC_INIT([a], [$#]) «c:dnl b»\n«c:# c»\nit_dnl a');
  });
});

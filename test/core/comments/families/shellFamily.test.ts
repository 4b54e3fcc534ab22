import { checkRegions } from '../checkRegions';

describe('scanRegions: shells and build files', () => {
  it('tells a comment from a hash in a word', () => {
    checkRegions(
      'shellscript',
      '«c:#!/bin/sh»\nn=${#A[@]}; x=a#b; echo $# \\# «c:# c»\n(d)«c:# e»\n${f#g} ${h# i}',
    );
  });

  it('reads quotes, with code inside', () => {
    checkRegions('shellscript', 'a=«s:\'b\\\'» c=«s:"d »$(e «s:"f # g"» «c:# h»\n)«s: # i"»');
    checkRegions('shellscript', 'a=«s:"»${b:-«s:"c"»}«s: \\" »$((1 << 2))«s:"» $«s:\'d\\\'e\'» «c:# f»');
    checkRegions('shellscript', 'a=«s:"b\n# c\n"» «c:# d»');
  });

  it('reads heredocs, and no heredoc where a number is shifted', () => {
    checkRegions('shellscript', "cat <<A <<-'B' | x «c:# c»\n«s:# a \"\nA»\n«s:\t# b\n\tB»\n«c:# d»\n");
    checkRegions('shellscript', 'a=$((b<<c)); ((d <<= e)); cat <<<f «c:# g»\n«c:# h»');
    checkRegions('shellscript', 'cat <<A\n«s:never closed\n»');
    checkRegions('shellscript', "cat <<!B!C! > d\n«s:# e\n!B!C!»\ncat <<'F G'\n«s:# h\nF G»\n«c:# i»");
    checkRegions('shellscript', '((a) | b)\n«c:# c»');
  });

  it('reads PowerShell', () => {
    checkRegions('powershell', '$a = «s:"b`" »$(c «s:"d"»)«s:"» «c:# e»');
    checkRegions('powershell', '«c:<# a\n#>» $b = «s:@"\n"c" # d\n"@» + «s:\'e\'\'f\'» «c:# g»');
    checkRegions('powershell', "$a = «s:@'\n'b'\n'@»; c#d; `# «c:# e»");
  });

  it('reads batch files', () => {
    checkRegions('bat', '@echo off\n«c:REM a»\n  «c::: b»\nset c=«s:":: d"» & «c:rem e»\nremark f');
    checkRegions('bat', '@«c:rem a»\r\ngoto :b\r\n:b\r\n');
    checkRegions('bat', 'echo a::b rem c\n«c:rem»');
  });

  it('reads Dockerfiles, makefiles and CMake', () => {
    checkRegions('dockerfile', '«c:# a»\nRUN b # c «s:"d"»\n  «c:# e»\nRUN <<EOF\n«s:# f\nEOF»\n«c:# g»');
    checkRegions('makefile', 'a: b \\# c «c:# d \\\n e»\n\techo «s:"# f"» «c:# g»');
    checkRegions('cmake', '«c:# a»\n«c:#[[ b\n]]» set(C «s:"d # e"» «s:[=[ # f ]] ]=]») «c:# g»');
  });

  it('reads Terraform, Nix and fish', () => {
    checkRegions(
      'terraform',
      'a = «s:"b-»${c[«s:"d"»]}«s:-$${e}"» «c:// f»\ng = <<-H\n«s: # i\n H»\n«c:# j»',
    );
    checkRegions('nix', "a = «s:''\n b »${c}«s: ''${d} '''\n''»; «c:# e»");
    checkRegions('nix', 'a = «s:"b »${c}«s:"»; «c:/* d */»');
    checkRegions('fish', "set a «s:'b # \\' c'» d#e «c:# f»");
  });
});

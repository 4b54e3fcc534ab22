import { checkRegions } from '../checkRegions';

describe('scanRegions: Python, Ruby, Perl, PHP, Lua', () => {
  it('reads Python, with docstrings as strings', () => {
    checkRegions('python', 'def f():\n    «s:"""A.\n\n    # b\n    """»\n    return «s:\'#\'»  «c:# c»\n');
    checkRegions('python', "a = r«s:\"\\\"b\"»; c = b«s:'''d'''» «c:# e»\nf = «s:\"open»\n«c:# g»");
    checkRegions('python', 'a = «s:"b \\\nc"» «c:# d»');
  });

  it('reads the fields of Python format strings', () => {
    checkRegions('python', 'a = f«s:"»{b!r}«s: # {{c}} »{d[«s:\'e\'»]}«s:"»  «c:# f»');
    checkRegions('python', 'a = rf«s:"»{b«s::#x»}«s:"» + F«s:\'»{c«s::>»{d}}«s:\'» «c:# e»');
    checkRegions('python', 'a = f«s:"""\n»{f(lambda: 1, {«s:"b"»: 2})}«s:\n"""» «c:# c»');
    checkRegions('python', 'a = f«s:"»{b[1:2]}«s: open »{c\nd = 1 «c:# e»');
    checkRegions('python', 'a = half«s:"{b}"» «c:# c»');
  });

  it('reads Ruby', () => {
    checkRegions('ruby', 'a = «s:"b »#{c[«s:"}"»]}«s: # d"» «c:# e»\n«c:=begin\n f\n=end»\n');
    checkRegions('ruby', 'a = «s:%w[b # [c] d]»; e = «s:%q(f " g)»; h = i % (j); k = «s:%(l)» «c:# m»');
    checkRegions('ruby', "f(<<~A, <<-'B') «c:# c»\n«s:  # a\n  A»\n«s:b\nB»\n«c:# d»");
    checkRegions('ruby', 'a = b / c; d =~ «s:/"#/i»; split «s:/#/»; e if «s:/"/» «c:# f»');
    checkRegions('ruby', 'a = «s:?"» + $" + x ? «s:"b"» : «s:\'c\'» «c:# d»\nclass << self; end; a <<1');
    checkRegions('ruby', 'a «c:# b»\n__END__\n# c "d"\n');
  });

  it('reads Perl', () => {
    checkRegions('perl', 'my $a = $#b + @{$c}; $d = «s:"#"»; «c:# e»');
    checkRegions('perl', '$a =~ «s:s{b"}{#c}g»; $a =~ «s:tr/"/#/»; @d = «s:qw(e # f)»; «s:q#g#»; «c:# h»');
    checkRegions(
      'perl',
      'print <<\'!Z!\';\n«s:# z\n!Z!»\nprint <<"A", <<B; «c:# c»\n«s:# a\nA»\n«s:# b\nB»\n«c:=pod\n\n"d\n\n=cut»\n1; «c:# e»',
    );
    checkRegions('perl', '@a = split «s:/#/», $b; $c = $d / $e; y => 1, s => «s:"#"»; $f{s} «c:# g»');
  });

  it('reads PHP between its marks, and HTML around it', () => {
    checkRegions('php', '<p>it\'s # a</p>\n<?php «c:// b »?> // c <?= «s:"d"» ?>\n«c:<!-- e -->»');
    checkRegions('php', '<?php\n#[A(«s:"b"»)]\n«c:# c»\n$d = «s:"e »{$f[«s:\'g\'»]}«s:"»; «c:/* h ?> */»');
    checkRegions('php', "<?php $a = <<<A\n«s: // b\n  A»; $c = <<<'D'\n«s:\"\nD»;\n«c:// e»");
  });

  it('reads Lua', () => {
    checkRegions('lua', '«c:--[[ a\n]]» b = «s:[[c -- d]]» «c:-- e»');
    checkRegions('lua', '«c:--[==[ a ]] b ]==]» c = «s:[=[ d ]] ]=]» e[f[1]] «c:--- g»');
    checkRegions('lua', 'a = «s:"b\\\nc"» .. «s:\'-- d\'» «c:-- e»');
  });

  it('reads the smaller ones', () => {
    checkRegions('crystal', 'a = «s:"b »#{c}«s:"»; d = «s:\'"\'»; e = «s:%w(f)» «c:# g»');
    checkRegions('raku', 'my $a = «s:"# b"»; «c:# c»');
    checkRegions('tcl', 'set a «s:"# b"»; «c:# c»\nset d x#y');
    checkRegions('awk', '«s:/"/» { print «s:"#"» } «c:# a»');
    checkRegions('starlark', 'a = «s:"""# b"""» «c:# c»');
    checkRegions('rescript', 'let a = «s:`//`» «c:// b»');
    checkRegions('just', "a := «s:'# b'» «c:# c»");
    checkRegions('luau', 'a = «s:`b`» «c:-- c»');
  });
});

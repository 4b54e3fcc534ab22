import { checkRegions } from '../checkRegions';

describe('scanRegions: SQL, Basic, Pascal, Ada, Fortran and others', () => {
  it('reads SQL', () => {
    checkRegions('sql', "select «s:'it''s -- a'», «s:\"b\"», «s:`c`» from #d «c:-- e»\n«c:/* f\n*/»");
    checkRegions('sql', "as $$ it«s:'s -- a $$»; as $f$ «c:-- $$ b»\n «c:/* c $f$»; «c:-- d»");
    checkRegions(
      'sql',
      "as $$\nbegin «c:-- a»\n  b := «s:'c'»;\nend $$ language d; «c:-- e»\nas $f$ «c:-- g»",
    );
    checkRegions('plsql', "a := «s:'\\'»; «c:-- b»");
  });

  it('reads Visual Basic', () => {
    checkRegions('vb', 'a = «s:"b""\'c"» «c:\' d»\n«c:REM e»\nRemark = 1');
    checkRegions('vb', "a = 1 : «c:rem b»\n«c:''' c»");
    checkRegions('vb', 'a = «s:"open»\n«c:\' b»');
  });

  it('reads Pascal, Ada and VHDL', () => {
    checkRegions('pascal', "«c:{ a }» b := «s:'it''s { c'»; «c:(* d *)» «c:// e»");
    checkRegions('ada', 'A : Character := «s:\'"\'»; B\'First; «s:"-- ""c"» «c:-- d»');
    checkRegions('vhdl', 'a <= «s:\'0\'»; b <= «s:"--"»; «c:-- c»\n«c:/* d */»');
  });

  it('reads Fortran and COBOL', () => {
    checkRegions('FortranFreeForm', "a = «s:\"b!c\"» // «s:'it''s'» «c:! d»");
    checkRegions('FortranFixedForm', '«c:C a»\n«c:* b»\n      call c «c:! d»');
    checkRegions('cobol', '      «c:* a»\n       display «s:"*> b"» «c:*> c»');
  });

  it('reads ABAP, MATLAB and R', () => {
    checkRegions('abap', '«c:* a»\nb = «s:\'c "\'». «c:" d»\ne = «s:|f »{ g }«s:|».');
    checkRegions('matlab', "a = b' + c.' + «s:'it''s % d'»; «c:% e»\n«c:%{\nf\n%}»\ng = [1, «c:... h»");
    checkRegions('r', 'a <- «s:"# b"»; c <- r«s:"-(d )" )-"»; e <- R«s:\'[f]\'» «c:# g»');
  });

  it('reads Nim, Vim script, AppleScript, GraphQL, AutoHotkey and Haml', () => {
    checkRegions(
      'nim',
      '«c:#[ a #[ b ]# ]#» c = «s:"""d " e"""»; f = r«s:"g\\"»; h = «s:\'"\'»; 1\'i8 «c:# i»',
    );
    checkRegions('viml', '«c:" a»\nlet b = «s:"c"» . «s:\'it\'\'s\'»\n  «c:" d»\nset e «c:" f»');
    checkRegions(
      'viml',
      'nnoremap <F2> a " b\n  menu A.b "c| let d = 1 «c:" e»\nmenutrans A B «c:" f»\nmap() «c:" g»',
    );
    checkRegions('applescript', '«c:-- a»\n«c:(* b (* c *) *)» set d to «s:"-- e"»\n«c:# f»');
    checkRegions('graphql', '«s:"""a # b"""»\ntype C { d(e: String = «s:"#"»): F } «c:# g»');
    checkRegions('autohotkey', 'a := «s:"; ""b"» «c:; c»\nd;e\n«c:/* f */»');
    checkRegions('haml', '%p a # b\n«c:-# c\n  d»\n%p e');
  });
});

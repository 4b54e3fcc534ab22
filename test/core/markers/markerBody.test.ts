import { checkMarkers } from './checkMarkers';

function check(languageId: string, marked: string, texts: readonly string[]): void {
  checkMarkers(languageId, marked, { texts });
}

describe('the body of a marker', () => {
  it('ends with the line', () => {
    check('typescript', '// «TODO»: a  ‖\nf();'.replace('  ‖', '‖  '), ['a']);
    check('typescript', 'f(); // «TODO»‖', ['']);
    check('typescript', '// «TODO»: a‖\r\nf();', ['a']);
  });

  it('goes on with lines of the comment that begin further right', () => {
    check('typescript', '/*\n * «TODO»: a\n *   b\n *     c‖\n * d\n */', ['a\nb\nc']);
    check('typescript', '/* «TODO» a\n     b\n   c */'.replace('b', 'b‖'), ['a\nb']);
    check('html', '<!--\n  «TODO»:\n    a\n    b‖\n-->', ['a\nb']);
    check('python', '# «TODO»: a\r\n#   b‖\r\n# c', ['a\nb']);
    check('haskell', '{- «TODO» a\n     b‖ -}', ['a\nb']);
  });

  it('goes on with line comments in the same column', () => {
    check('typescript', '  // «TODO»: a\n  //   b‖\n  // c', ['a\nb']);
    check('typescript', 'f(); // «TODO»: a‖\n//          b', ['a']);
    check('typescript', 'f(); // «TODO»: a\n     //   b‖', ['a\nb']);
    check('typescript', '// «TODO»: a‖\n\n//   b', ['a']);
    check('typescript', '// «TODO»: a‖\nf(); //   b', ['a']);
    check('typescript', '// «TODO»: a‖\n/*   b */', ['a']);
    check('typescript', '/* «TODO»: a‖ */\n/*   b */', ['a']);
    check('cpp', '// «TODO»: a‖\n//   b \\\n     c', ['a']);
    check('rust', '/// «TODO»: a\n///   b‖\n//   c', ['a\nb']);
    check('vb', "' «TODO»: a\n'   b‖", ['a\nb']);
    check('bat', 'rem «TODO»: a\nrem   b‖', ['a\nb']);
  });

  it('stops at a blank line of the comment', () => {
    check('typescript', '/*\n * «TODO»: a‖\n *\n *   b\n */', ['a']);
    check('python', '# «TODO»: a‖\n#\n#   b', ['a']);
    check('typescript', '/*\n  «TODO»: a‖\n\n    b\n*/', ['a']);
  });

  it('stops at the next tag', () => {
    check('typescript', '// «TODO»: a‖\n//   «FIXME»: b‖', ['a', 'b']);
    check('typescript', '// «TODO»: a‖ // «FIXME»: b‖', ['a', 'b']);
    check('typescript', '// «TODO»: a\n//   b‖ // «FIXME»: c‖\n//   d', ['a\nb', 'c']);
    check('typescript', '/* «TODO»: a‖ */ f(/* «BUG» b‖ */)', ['a', 'b']);
  });

  it('leaves out what only decorates the comment', () => {
    check('typescript', '/** «TODO»: a‖ **/', ['a']);
    check('typescript', '/*****\n * «TODO»: a *\n *   b‖    *\n *****/', ['a\nb']);
    check('python', '# ---- «TODO»‖ ----', ['']);
    check('python', '###########\n# «TODO»: a‖ #\n###########', ['a']);
    check('lua', '--[==[ «TODO» a‖ ]==]', ['a']);
    check('ocaml', '(* «TODO» a‖ *)', ['a']);
    check('powershell', '<# «TODO» a‖ #>', ['a']);
    check('cmake', '#[[ «TODO» a‖ ]]', ['a']);
    check('coffeescript', '###\n«TODO» a‖\n###', ['a']);
    check('ruby', '=begin\n«TODO» a‖\n=end', ['a']);
    check('typescriptreact', '<a>{/* «TODO» a‖ */}</a>', ['a']);
    check('pascal', '{ «TODO» a‖ }', ['a']);
  });

  it('keeps signs that belong to the text', () => {
    check('typescript', '// «TODO»: use C#‖', ['use C#']);
    check('typescript', '// «TODO»: a/b/‖', ['a/b/']);
    check('python', '# «TODO»: a (*)‖', ['a (*)']);
    check('typescript', '/*\n «TODO»: a\n   - b\n   - c‖\n*/', ['a\n- b\n- c']);
  });

  it('has parts on every line', () => {
    check('typescript', '// «TODO»(«owner:maya»): a\n//   b ~«cost:2d»\n//   by «due:2027-01-31»‖', ['a\nb']);
    check('typescript', '/*\n «TODO»:\n   «issue:https://github.com/a/b/issues/1»‖\n*/', [
      'https://github.com/a/b/issues/1',
    ]);
  });
});

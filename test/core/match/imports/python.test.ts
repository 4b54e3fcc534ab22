import assert from 'node:assert/strict';
import { findImports } from '../../../../src/core/match/imports';
import { checkImports } from '../checkImports';

describe('imports of Python', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('python', text, expected);

  check('import os', ['os']);
  check('import os.path, sys as system, json', ['os.path', 'sys', 'json']);
  check('import os\nimport sys\nsys.exit()', ['os', 'sys']);
  check('import a; import b', ['a', 'b']);
  check('from django.db import models', ['django.db', 'models = django.db.models']);
  check('from a import b as c, d  # import e', ['a', 'b = a.b', 'd = a.d']);
  check('from a import (\n    b,  # why\n    c as d,\n)\nimport e', ['a', 'b = a.b', 'c = a.c', 'e']);
  check('from a import \\\n    b, \\\n    c\nd = 1', ['a', 'b = a.b', 'c = a.c']);
  check('from a import *', ['a']);
  check('from . import x', ['.', 'x = .x']);
  check('from .a.b import c', ['.a.b', 'c = .a.b.c']);
  check('from ...a import b', ['...a', 'b = ...a.b']);
  check('try:\n    import ujson as json\nexcept ImportError:\n    import json', ['ujson', 'json']);
  check('if fast: import ujson', ['ujson']);
  check('m = importlib.import_module("a.b")', ['a.b']);
  check("m = import_module('.b', package=__name__); __import__('c')", ['.b', 'c']);

  check('def f():\n    yield from g()\n    raise X from error', []);
  check('# import a\n"""\nimport b\nfrom c import d\n"""', []);
  check('important = 1\nfrom_here = importer.load("x")', []);
  check('import_module("a." + name); import_module(f"a.{name}")', []);
  check('from x import (\nimport os', ['x', 'os']);

  it('says where relative imports lead', () => {
    const text = 'from ...a.b import c\nfrom . import d\nimport e';
    const paths = findImports(text, [], 'python').map(({ path }) => path);
    assert.deepEqual(paths, ['../../a/b', '../../a/b/c', './', './d', undefined]);
  });
});

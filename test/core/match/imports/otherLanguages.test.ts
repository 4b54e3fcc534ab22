import { checkImports } from '../checkImports';

describe('imports of Go', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('go', text, expected);
  check('package a\n\nimport "fmt"', ['fmt']);
  check('import str "strings"\nimport . "math"; import _ "embed"', ['strings', 'math', 'embed']);
  check(
    'import (\n\t"fmt"\n\n\t// "not/this"\n\tlog "github.com/x/log" // why\n\t_ `image/png`; . "math"\n)\nvar a = "b"',
    ['fmt', 'github.com/x/log', 'image/png', 'math'],
  );
  check('import ()\nimport "a"', ['a']);
  check('// import "a"\nvar s = "import \\"b\\""\nfunc f() { load("import") }', []);
});

describe('imports of Java', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('java', text, expected);
  check('package a;\nimport java.util.List;\nimport java.util.Map; import a.B;', [
    'java.util.List',
    'java.util.Map',
    'a.B',
  ]);
  check('import static org.junit.Assert.assertEquals;', ['org.junit.Assert.assertEquals']);
  check('import java.util.*;\nimport static java.lang.Math.*;', ['java.util.*', 'java.lang.Math.*']);
  check('import module java.base; import module.Name;', ['java.base', 'module.Name']);
  check('import java . util /* why */ . Date ;', ['java . util /* why */ . Date = java.util.Date']);
  check('// import a.B;\n/* import c.D; */ String s = "import e.F;"; importer.load();', []);
  checkImports('kotlin', 'import a.b.C as D\nimport a.b.*\nfun f() {}', ['a.b.C', 'a.b.*']);
});

describe('imports of C#', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('csharp', text, expected);
  check('using System;\nusing System.Text;', ['System', 'System.Text']);
  check('global using System.Linq; global using static System.Math;', ['System.Linq', 'System.Math']);
  check('using static System.Console;', ['System.Console']);
  check('using Map = System.Collections.Generic.Dictionary<string, int>;', [
    'System.Collections.Generic.Dictionary',
  ]);
  check('using global::System.IO; using Io = global::System.IO;', ['System.IO', 'System.IO']);
  check('namespace A { using B; namespace C; using D; }', ['B', 'D']);
  check('using (var file = Open()) { }\nusing var other = Open();\nusing Stream third = Open();', []);
  check('await using var x = y; using Point = (int x, int y);', []);
  check('// using A;\nvar s = "using B;"; /* using C; */', []);
});

describe('imports of Rust', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('rust', text, expected);
  check('use std::io;', ['std::io']);
  check('pub use a::b as c; pub(crate) use d::*; use ::e::f;', ['a::b', 'd::*', 'e::f']);
  check('use a::{b, c::d};', ['b = a::b', 'c::d = a::c::d']);
  check('use std::{\n    self as s, // why\n    fmt::{self, Debug as D, *},\n    io,\n};', [
    'self = std',
    'self = std::fmt',
    'Debug = std::fmt::Debug',
    '* = std::fmt::*',
    'io = std::io',
  ]);
  check('use {a, b::c};', ['a', 'b::c']);
  check('use crate::db::pool; use super::x; use self::y;', ['crate::db::pool', 'super::x', 'self::y']);
  check('extern crate serde; #[macro_use] extern crate log as l;', ['serde', 'log']);
  check('// use a;\n/* use b; */ let s = "use c;"; let used = misuse; fn f() -> impl T + use<X> {}', []);
  check('extern "C" { fn f(); }', []);
  check('use a::{b\nuse c;', ['b = a::b', 'c']);
});

describe('imports of Ruby', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('ruby', text, expected);
  check(`require 'json'\nrequire "active_record"\nrequire('set') if x`, ['json', 'active_record', 'set']);
  check(`require_relative '../db/pool'`, ['../db/pool']);
  check(`load 'tasks.rb'; Kernel.load "b.rb"`, ['tasks.rb', 'b.rb']);
  check(`autoload :Pool, 'db/pool'\nObject.autoload(:Other, "other")`, ['db/pool', 'other']);
  check(`YAML.load 'text'; x.require 'y'; File.load("z"); reload 'w'`, []);
  check(`require "a/" + name; require "b/#{name}"; require File.join("c")`, []);
  check('load `x`; `require y`', []);
  check(`# require 'a'\ns = "require 'b'"; validates :load, 'c'`, []);
});

describe('imports of PHP', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('php', text, expected);
  check('<?php\nnamespace A;\nuse App\\Models\\User;\nuse B, C\\D as E;', ['App\\Models\\User', 'B', 'C\\D']);
  check('<?php use \\A\\B;', ['A\\B']);
  check('<?php use A\\{B, C\\D as E, function f, const G,};', [
    'B = A\\B',
    'C\\D = A\\C\\D',
    'f = A\\f',
    'G = A\\G',
  ]);
  check('<?php use function A\\f; use const A\\B; use function A\\{g, h};', [
    'A\\f',
    'A\\B',
    'g = A\\g',
    'h = A\\h',
  ]);
  check('<?php namespace A { use B; class C { use D; } } namespace E { use F; }', ['B', 'F']);
  check('<?php class A { use SomeTrait, Other { Other::a as b; } } use B;', ['B']);
  check('<?php $f = function () use ($x) { return $use; };', []);
  check(`<?php require 'a.php'; include_once("b.php"); REQUIRE_ONCE 'c.php';`, ['a.php', 'b.php', 'c.php']);
  check(`<?php require __DIR__ . '/../db/pool.php'; require_once(dirname(__DIR__) . "/x.php");`, [
    '/../db/pool.php',
    '/x.php',
  ]);
  check(`<?php require $path . '/a.php'; require 'b/' . $name; $x = __DIR__ . '/c.php';`, []);
  check(`<?php // use A;\n# use B;\n$s = "use C;"; /* require 'd'; */`, []);
});

describe('imports of C and C++', () => {
  const check = (text: string, expected: readonly string[]) => checkImports('cpp', text, expected);
  check('#include <stdio.h>\n#include "db/pool.h"\n  #  include <sys/types.h> // why', [
    'stdio.h',
    'db/pool.h',
    'sys/types.h',
  ]);
  check('#include_next <a.h>\n#import "b.h"', ['a.h', 'b.h']);
  check('/* why */ #include "a.h"', ['a.h']);
  check('import std;\nexport import a.b:part;\nimport :part; import <vector>;\nimport "x.h";', [
    'std',
    'a.b:part',
    ':part',
    'vector',
    'x.h',
  ]);
  check('#include HEADER\n#define include <x>\nint import = 1; import(x); import x = y;', []);
  check('// #include <a>\n/*\n#include <b>\n*/ const char *s = "#include <c>"; int included;', []);
  check('#include <unfinished\n#include <b>', ['b']);
  checkImports('objective-c', '@import Foundation;\n#import <UIKit/UIKit.h>', [
    'Foundation',
    'UIKit/UIKit.h',
  ]);
});

describe('imports of a language without a table', () => {
  checkImports('plaintext', 'import a from "a"', []);
});

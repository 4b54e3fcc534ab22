import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outlineOf } from '../../../src/core/walkthrough/outline';

/** Declarations as `path first-last`, lines from 1. */
function outline(languageId: string, text: string): readonly string[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return outlineOf(text, languageId).map(({ path, start, end }) => `${path} ${lineOf(start)}-${lineOf(end)}`);
}

describe('the outline of a text', () => {
  it('knows TypeScript', () => {
    const text = `import { a } from './a';
export class Cart<T> extends Base(T) {
  readonly #lines: Line[] = [];
  static of = (x: number): Cart => {
    return new Cart(x);
  };
  constructor(private readonly x = {}) { super(); }
  @log('total') async total(tax: number): Promise<{ cents: number }> {
    if (tax) { return call(() => { const inner = 1; }); }
    function helper() {}
    for (const x of y) {}
  }
  get size(): { a: number } { return 1 }
  set size(value) {}
}
// class Comment {}
export const prices = {
  find(name: string) { return name; },
} as const;
export const add = (a: number) => {
  const b = a;
  return b;
};
const first = 1
let second = 'function fake() {}'
type Line =
  | { kind: 'a' }
  | { kind: 'b' };
export default async function* main(): AsyncGenerator {}
interface Shape { area(): number; name: string }
if (first) { const hidden = 2; }
function over(a: string): void;
function over(a: number): void;
function over(a: unknown) {}
export enum Colour { Red }
namespace Inner { export function deep() {} }
`;
    assert.deepEqual(outline('typescript', text), [
      'Cart 2-15',
      'Cart.lines 3-3',
      'Cart.of 4-6',
      'Cart.constructor 7-7',
      'Cart.total 8-12',
      'Cart.total.helper 10-10',
      'Cart.size 13-13',
      'Cart.size 14-14',
      'prices 17-19',
      'prices.find 18-18',
      'add 20-23',
      'first 24-24',
      'second 25-25',
      'Line 26-28',
      'main 29-29',
      'Shape 30-30',
      'Shape.area 30-30',
      'Shape.name 30-30',
      'over 32-34',
      'Colour 35-35',
      'Inner 36-36',
      'Inner.deep 36-36',
    ]);
  });

  it('knows Python', () => {
    const text = `"""class Doc:"""
LIMIT: int = 3

@decorated
class Cart(Base):
    name = 'x'

    async def total(self):
        inner = 1
        # a comment
        return inner

# at the left
    def last(self): pass

def main():
    def nested():
        pass
`;
    assert.deepEqual(outline('python', text), [
      'LIMIT 2-2',
      'Cart 5-14',
      'Cart.name 6-6',
      'Cart.total 8-11',
      'Cart.last 14-14',
      'main 16-18',
      'main.nested 17-18',
    ]);
  });

  it('knows languages that write a type in front', () => {
    assert.deepEqual(
      outline(
        'java',
        'package a;\npublic final class Cart<T> {\n  private int x = f();\n  public Cart(int a) {\n  }\n' +
          '  @Override public List<String> names(int a)\n      throws Bad\n  {\n    return make(x);\n  }\n' +
          '  abstract int size();\n  enum Kind { A, B }\n}\n',
      ),
      ['Cart 2-13', 'Cart.Cart 4-5', 'Cart.names 6-10', 'Cart.size 11-11', 'Cart.Kind 12-12'],
    );
    assert.deepEqual(
      outline(
        'cpp',
        'namespace shop {\nclass Late;\nint early(int a);\nstruct Cart {\n  int total() const;\n  ~Cart() {}\n};\n' +
          'int Cart::total() const\n{\n  if (a) { return b(c); }\n  return x;\n}\nint early(int a) { return 1; }\n}\n',
      ),
      [
        'shop.Cart 4-7',
        'shop.Cart.total 5-5',
        'shop.Cart.Cart 6-6',
        'shop.Cart.total 8-12',
        'shop.early 13-13',
      ].map((line) => line.replace('Cart.Cart', 'Cart.~Cart')),
    );
  });

  it('knows Go, Rust, Ruby, Kotlin and PHP', () => {
    assert.deepEqual(
      outline(
        'go',
        'type Cart struct {\n  a int\n}\nfunc (c *Cart) Total() int {\n  x := 1\n  return x\n}\nfunc New() {}\nconst A = 1\nvar b = f()\n',
      ),
      ['Cart 1-3', 'Cart.Total 4-7', 'New 8-8', 'A 9-9', 'b 10-10'],
    );
    assert.deepEqual(
      outline(
        'rust',
        'pub struct Cart { a: u8 }\nimpl<T> Show for Cart {\n  pub(crate) const fn total(&self) -> u8 {\n    1\n  }\n}\nconst A: u8 = 1;\n',
      ),
      ['Cart 1-1', 'Cart.total 3-5', 'A 7-7'],
    );
    assert.deepEqual(
      outline(
        'ruby',
        'module Shop\n  class Cart < Base\n    LIMIT = 3\n    def self.of(x)\n      y = 1\n    end\n\n    def empty?; end\n  end\nend\n',
      ),
      ['Shop 1-10', 'Shop.Cart 2-9', 'Shop.Cart.LIMIT 3-3', 'Shop.Cart.of 4-6', 'Shop.Cart.empty? 8-8'],
    );
    assert.deepEqual(
      outline(
        'kotlin',
        'data class Cart(val a: Int) {\n  override fun total(): Int = 1\n  val b = 2\n}\nfun <T> Cart.more() {}\n',
      ),
      ['Cart 1-4', 'Cart.total 2-2', 'Cart.b 3-3', 'Cart.more 5-5'],
    );
    assert.deepEqual(
      outline(
        'php',
        '<?php\nfinal class Cart {\n  const A = 1;\n  public static function of($x) { return 1; }\n}\n',
      ),
      ['Cart 2-5', 'Cart.A 3-3', 'Cart.of 4-4'],
    );
  });

  it('is the same however the lines of a language with braces are indented', () => {
    const text = 'class A {\n  b() {\n    c();\n  }\n  d() {}\n}\nfunction e() {}\n';
    const flat = text.replaceAll(/^ +/gmu, '');
    assert.deepEqual(outline('javascript', flat), outline('javascript', text));
    assert.equal(outline('javascript', text).length, 4);
  });

  it('says nothing about what it does not know', () => {
    assert.deepEqual(outline('plaintext', 'class A {}'), []);
    assert.deepEqual(outline('constructor', 'class A {}'), []);
  });

  it('never throws, and its ranges lie in the text', () => {
    const piece = fc.constantFrom(
      'class A',
      'b(',
      ')',
      '{',
      '}',
      ';',
      '\n',
      '  ',
      'const x = ',
      '"',
      '//',
      'def c',
      '=>',
      '`',
      '[',
      'end',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('typescript', 'python', 'cpp', 'go', 'ruby'),
        (pieces, id) => {
          const text = pieces.join('');
          for (const { path, start, end } of outlineOf(text, id)) {
            assert.ok(
              path !== '' && start >= 0 && start < end && end <= text.length,
              JSON.stringify({ path, start, end }),
            );
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes a time that grows with the text only', () => {
    for (const piece of [
      'a(',
      '{',
      '}',
      'class A ',
      '@a(',
      'public ',
      'a '.repeat(200),
      '<',
      'x\n',
      '\n  def a',
    ])
      for (const id of ['typescript', 'java', 'python', 'rust']) {
        const started = performance.now();
        outlineOf(piece.repeat(Math.ceil(100_000 / piece.length)), id);
        assert.ok(performance.now() - started < 400, `${id} ${piece}`);
      }
  });
});

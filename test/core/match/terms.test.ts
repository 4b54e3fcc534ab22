import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileTerms } from '../../../src/core/match/terms';
import { scanRegions } from '../../../src/core/comments/scanRegions';

/** What is found of terms with one name each, as the text at the place. */
function found(names: readonly string[], text: string): readonly string[] {
  return compileTerms(names.map((name) => ({ names: [name] })))
    .find(text, scanRegions(text, 'typescript'))
    .map(({ start, end }) => text.slice(start, end));
}

describe('compileTerms', () => {
  const check = (name: string, text: string, expected: readonly string[]) => {
    it(`${name} in ${text.replaceAll('\n', '⏎')}`, () => assert.deepEqual(found([name], text), expected));
  };

  describe('finds whole words and parts of words', () => {
    check('order', 'order Order ORDER borders orders ordering reorder', ['order', 'Order', 'ORDER']);
    check('order', 'newOrder orderId OrderId new_order ORDER_ID order-id $order _order_ order2 OrderV2', [
      ...['Order', 'order', 'Order', 'order', 'ORDER', 'order', 'order', 'order', 'order', 'Order'],
    ]);
    check('order', 'a.order.b(order) /* an order. */ // Order!', ['order', 'order', 'order', 'Order']);
    check('order', `"order" 'order' order`, ['order']);
    check('SKU', 'SKU sku skuList SKUList mySKU MY_SKU aSKUList skunk Sku', [
      ...['SKU', 'sku', 'sku', 'SKU', 'SKU', 'SKU', 'SKU', 'Sku'],
    ]);
    check('HTTP', 'HTTPServer parseHTTP httpServer HTTPS', ['HTTP', 'HTTP', 'http']);
    check('server', 'HTTPServer', ['Server']);
    check('ID', 'userID userId IDs id', ['ID', 'Id', 'id']);
    check('größe', 'Größe GRÖSSE maxGröße größer', ['Größe', 'Größe']);
    check('заказ', 'новыйЗаказ ЗАКАЗ заказы', ['Заказ', 'ЗАКАЗ']);
    check('注文', '// 新しい注文を作る\nconst 注文 = 1', ['注文', '注文']);
  });

  describe('finds names of several words', () => {
    check(
      'order line',
      'orderLine OrderLine order_line ORDER_LINE order line order-line order  line Order Line',
      [
        ...[
          'orderLine',
          'OrderLine',
          'order_line',
          'ORDER_LINE',
          'order line',
          'order-line',
          'order  line',
          'Order Line',
        ],
      ],
    );
    check(
      'order line',
      'newOrderLineId orderLines order.line order, line order\nline order - line orderline',
      ['OrderLine'],
    );
    check('order line', 'order/* */line /* order */ line', []);
    check('OrderLine', 'order_line orderline', ['order_line', 'orderline']);
    check('PayPal', 'paypal payPal PAYPAL PayPalClient paypal_client pay pal', [
      ...['paypal', 'payPal', 'PAYPAL', 'PayPal', 'paypal', 'pay pal'],
    ]);
    check('OAuth2', 'OAuth2 oauth2 OAUTH2 OAuth2Client oAuth', ['OAuth2', 'oauth2', 'OAUTH2', 'OAuth2']);
    check('SKUs', 'SKUs skus loadSKUsNow', ['SKUs', 'skus', 'SKUs']);
    check('e-mail', 'e-mail eMail e_mail email', ['e-mail', 'eMail', 'e_mail']);
    check('P&L', 'P&L p & l pl p l', ['P&L', 'p & l']);
    check('.NET', '.NET net asp.net', ['.NET', '.net']);
    check(' order  line ', 'orderLine', ['orderLine']);
  });

  it('takes the longest name', () => {
    const names = ['order', 'order line', 'line', 'order line item', 'item price'];
    assert.deepEqual(found(names, 'orderLine; orderLineItem; orderItem; order_line_item_price'), [
      'orderLine',
      'orderLineItem',
      'order',
      'order_line_item',
    ]);
  });

  it('knows terms by all their names, and gives each term that shares one', () => {
    const terms = compileTerms([
      { names: ['settlement', 'settle', 'Settlement'] },
      { names: [] },
      { names: ['settle'] },
    ]);
    assert.deepEqual(terms.find('settlement; settle', []), [
      { term: 0, start: 0, end: 10 },
      { term: 0, start: 12, end: 18 },
      { term: 2, start: 12, end: 18 },
    ]);
  });

  it('finds nothing without names', () => {
    assert.deepEqual(found([], 'order'), []);
    assert.deepEqual(found(['', '  ', 'a '.repeat(33)], 'order '.repeat(5) + 'a '.repeat(40)), []);
  });

  it('finds a name in every way to write it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 4 });
    const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
    const styles: readonly ((words: readonly string[]) => string)[] = [
      (words) => words.join(' '),
      (words) => words.join('_'),
      (words) => words.join('-'),
      (words) => words.join('_').toUpperCase(),
      (words) => words.map(capital).join(''),
      (words) => words.map((text, index) => (index === 0 ? text : capital(text))).join(''),
    ];
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...styles),
        fc.constantFrom(...styles),
        (words, write, name) => {
          const text = `(${write(words)})`;
          assert.deepEqual(found([name(words)], text), [text.slice(1, -1)]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives places in order, without overlap, in the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', 'é', '1', ' ', '_', '-', '/', '"', '\n', '注', '😀'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), text, (names, source) => {
        let end = 0;
        for (const match of compileTerms(names.map((name) => ({ names: [name, 'a'] }))).find(source, [])) {
          assert.ok(match.start >= end || match.term > 0);
          assert.ok(match.end > match.start && match.end <= source.length);
          end = match.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('takes time in proportion to the text', () => {
    const terms = compileTerms([{ names: ['a '.repeat(31) + 'b', 'order line', '& a'] }]);
    for (const fragment of ['a', 'a ', 'A', 'aA', ' ', '_', '-', 'é', '注', '1', '/**/', '😀', '& ']) {
      const text = fragment.repeat(Math.ceil(500_000 / fragment.length));
      const regions = scanRegions(text, 'typescript');
      assert.ok(isSorted(terms.find(text, regions)), JSON.stringify(fragment));
    }
  });
});

function isSorted(matches: readonly { readonly start: number }[]): boolean {
  return matches.every(({ start }, index) => index === 0 || matches[index - 1]!.start <= start);
}

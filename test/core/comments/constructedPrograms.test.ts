import fc from 'fast-check';
import { checkRegions } from './checkRegions';

/**
 * Programs whose regions are known because they were built with them: each piece brings its own marks.
 * What is between the pieces is chosen so that the program is valid, so a `/` has one right reading.
 */
type Pieces = {
  readonly expression: string;
  readonly operand: string;
  readonly element: string;
  readonly child: string;
};

const space = fc.constantFrom('', ' ', '\n', '«c:/* "a */»', ' «c:// `b»\n', '\t');
const literal = fc.constantFrom(
  '«s:"a//b"»',
  "«s:'/*'»",
  '«s:"\\"\'`"»',
  '«s:`c`»',
  '«s:`$ {\\${"`»',
  '«s:""»',
  '«s:/["/]\\/\'/gu»',
  '«s:/`\\[/»',
  'a',
  'b.return',
  'x!',
  '42',
  '[]',
  '(a)',
  'f(b)',
);
const operator = fc.constantFrom(' / ', ' + ', ' && ', ', ', ' < ', ' ? a : ', ' / «c:/* / */»', '\n* ');

const { expression } = fc.letrec<Pieces>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    tie('operand'),
    fc.tuple(tie('operand'), space, operator, tie('expression')).map((parts) => parts.join('')),
  ),
  operand: fc.oneof(
    { depthSize: 'small' },
    literal,
    tie('expression').map((inner) => `«s:\`a »\${${inner}}«s: \`»`),
    fc.tuple(space, tie('expression'), space).map(([a, inner, b]) => `(${a}${inner}${b})`),
    tie('expression')
      .map((inner) => `{ b: [${inner}], }`)
      .map((object) => `f(${object})`),
    tie('expression').map((inner) => `(() => { if (a) {} return ${inner}; })()`),
    tie('element'),
  ),
  element: fc
    .tuple(fc.constantFrom('a', 'b.c', ''), fc.array(tie('child'), { maxLength: 3 }))
    .map(([name, children]) => `(<${name}>${children.join('')}</${name}>)`),
  child: fc.oneof(
    fc.constantFrom('«s:it\'s // "text»<br/>', '<i b=«s:"/*\\"» />', '{«c:/* c */»}', '\n  '),
    tie('expression').map((inner) => `{${inner}}`),
    tie('expression').map((inner) => `<a {...b} c={${inner}} «c:// d»\n/>`),
    tie('element').map((element) => element.slice(1, -1)),
  ),
}));

describe('scanRegions on programs built with their regions', () => {
  it('marks every one of them in TypeScript with elements', () => {
    fc.assert(
      fc.property(expression, (program) => {
        checkRegions('typescriptreact', `x = ${program}; «c:// end»\n`);
      }),
      { numRuns: 600 },
    );
  });
});

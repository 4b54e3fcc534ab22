import assert from 'node:assert/strict';
import { yamlPlaceAt } from '../../../src/core/authoring/place';
import { linesOf } from '../../../src/core/authoring/yamlLines';

/** A place as `on path "written" [other keys]`; `nothing` where nothing is offered at `$0`. */
function placeIn(fixture: string): string {
  const offset = fixture.indexOf('$0');
  const text = fixture.replace('$0', '');
  const place = yamlPlaceAt(linesOf(text), offset);
  if (place === undefined) return 'nothing';
  const { on, path, start, end, quote, keys, hasColon, needsSpace } = place;
  const written = `${quote}${text.slice(start, offset)}|${text.slice(offset, end)}${quote}`;
  const signs = `${hasColon ? ':' : ''}${needsSpace ? '_' : ''}`;
  return `${on} ${path.join('/')} ${written}${signs}${keys.length > 0 ? ` [${keys.join(' ')}]` : ''}`;
}

function check(name: string, fixture: string, expected: string): void {
  it(name, () => assert.equal(placeIn(fixture), expected));
}

describe('the place at a cursor in YAML', () => {
  check('an empty file', '$0', 'key  |');
  check('a key at the top', 'areas: []\nphil$0\nterms:\n', 'key  phil| [areas terms]');
  check('a key whose colon is there', 'areas:\nphil$0osophies:\nterms:', 'key  phil|osophies: [areas terms]');
  check('a key of a list item', 'p:\n  - id: a\n    ti$0\n    why: x\n', 'key p/0 ti| [id why]');
  check('an empty line of a list item', 'p:\n  - id: a\n    $0\n    why: x\n', 'key p/0 | [id why]');
  check('an empty line at the dashes', 'p:\n  - id: a\n  $0\n', 'key p |');
  check('the second item', 'p:\n  - id: a\n    why: x\n  - $0\n', 'value p/1 |');
  check('an item whose keys follow', 'p:\n  - $0\n    why: x\n', 'value p/0 | [why]');
  check('an item that is begun', 'p:\n  - ti$0\n    why: x\n', 'value p/0 ti| [why]');
  check('a dash alone', 'p:\n  -$0\n', 'value p/0 |_');
  check('the first key behind a dash', 'p:\n  - i$0d: a\n    why: x\n', 'key p/0 i|d: [why]');
  check('a list that is not indented', 'p:\n- id: a\n  $0', 'key p/0 | [id]');
  check('a nested mapping', 'p:\n  - applies:\n      fi$0\n      in: code\n', 'key p/0/applies fi| [in]');
  check('a value', 'p:\n  - level: hi$0nt\n', 'value p/0/level hi|nt');
  check('an empty value', 'p:\n  - level: $0\n', 'value p/0/level |');
  check('directly behind a colon', 'p:\n  - level:$0\n', 'value p/0/level |_');
  check('before a comment', 'level: $0 # quiet', 'value level |');
  check('in a comment', 'level: hint # qu$0iet', 'nothing');
  check('on a line of comment', '# le$0vel', 'nothing');
  check('a hash inside a value', 'ask: "#pay$0ments"', 'value ask "#pay|ments"');
  check('a value in quotes', `files: 'src/$0'`, "value files 'src/|'");
  check('a quote that is not closed', 'files: "src/$0\nin: code', 'value files "src/|"');
  check('behind a closed quote', 'files: "src/"$0', 'nothing');
  check('an item of a list of texts', 'files:\n  - a\n  - "b$0"\n', 'value files/1 "b|"');
  check('a value on a line of its own', 'level:\n  hi$0', 'key level hi|');
  check('an alias', 'owner: *ma$0ya', 'value owner *ma|ya');
  check('behind an anchor', 'p: &x\n  - &y\n    id: a\n    $0', 'key p/0 | [id]');
  check('in an anchor', 'p: &x$0', 'nothing');
  check('a merge key', 'a: &x\n  id: 1\nb:\n  <<: *x\n  ti$0', 'key b ti| [<<]');
  check('an explicit tag', 'level: !!str hi$0', 'value level hi|');
  check('a half-written sibling', 'p:\n  - id: a\n    tit\n    wh$0', 'key p/0 wh| [id]');
  check('below a broken quote', 'p:\n  - id: "a\n    ti$0', 'key p/0 ti| [id]');
  check('below an open bracket', 'p:\n  - files: [src\n    ti$0', 'key p/0 ti| [files]');
  check('tabs', 'p:\n\t- id: a\n\t  ti$0', 'key p/0 ti| [id]');
  check('line ends of Windows', 'p:\r\n  - id: a\r\n    ti$0\r\n    why: x\r\n', 'key p/0 ti| [id why]');
  check('line ends of old', 'p:\r  - id: a\r    ti$0\r    why: x\r', 'key p/0 ti| [id why]');
  check('a mark of the byte order', '\ufeffareas: []\nte$0', 'key  te| [areas]');
  check('a mark of the byte order before the key', '\ufeffte$0', 'key  te|');
  check('an emoji before it', 'p:\n  - { title: "🚀🚀", le$0 }', 'key p/0 le| [title]');
  check('the second document', 'areas: []\n---\nte$0', 'key  te|');
  check('the first of two documents', 'te$0\n---\nareas: []', 'key  te|');
  check(
    'sides of a merge',
    'p:\n  - id: a\n<<<<<<< HEAD\n    why: x\n=======\n    $0\n>>>>>>> b\n',
    'key p/0 | [id why]',
  );
  check('a mark of a merge', '<<<<<<< HE$0AD', 'nothing');
  check('a quoted key', '"phil$0osophies": []', 'key  "phil|osophies":');
  check('a key with a colon inside', 'a:b: $0', 'value a:b |');
});

describe('the place in a block scalar', () => {
  check('is none', 'why: |\n  Because of$0', 'nothing');
  check('is none in what looks like YAML', 'p:\n  - why: >-\n      - id: a\n        ti$0', 'nothing');
  check('is none on an empty line', 'why: |\n  One\n$0\n  Two', 'nothing');
  check('is none on its header', 'why: |$0', 'nothing');
  check('ends with its indentation', 'p:\n  - why: |\n      One\n    ti$0', 'key p/0 ti| [why]');
  check('ends where the cursor goes back', 'p:\n  - why: |\n      One\n\n    $0', 'key p/0 | [why]');
  check('is none in a plain text of many lines', 'why: One\n  two$0', 'nothing');
  check('is none in a quoted text of many lines', 'why: "One\n  two$0"', 'nothing');
});

describe('the place in flow', () => {
  check('an item', 'files: [$0]', 'value files/0 |');
  check('a later item', 'files: [a, "b$0", c]', 'value files/1 "b|"');
  check('an empty item', 'files: [a, $0]', 'value files/1 |');
  check('an item that is not quoted', 'files: [src/$0]', 'value files/0 src/|');
  check('a quoted item that is not closed', 'files: ["src/$0', 'value files/0 "src/|"');
  check('a list that is not closed', 'files: [a, $0', 'value files/1 |');
  check('a key', 'to: { sa$0 }', 'key to sa|');
  check('a key between others', 'to: { text: a, $0, say: b }', 'key to | [text say]');
  check('a key whose colon is there', 'to: { sa$0y: b, text: a }', 'key to sa|y: [text]');
  check('a value', 'to: { say: b$0 }', 'value to/say b|');
  check('an empty value', 'to: { say: $0 }', 'value to/say |');
  check('a value directly behind the colon', 'to: { say:$0 }', 'value to/say |_');
  check('a list in a mapping', 'p:\n  - { files: ["src/$0"], in: code }', 'value p/0/files/0 "src/|"');
  check('a mapping in a list', 'away: [{ from: a }, { $0 }]', 'key away/1 |');
  check('on lines below', 'files: [\n  a,\n  "b$0",\n]', 'value files/1 "b|"');
  check('on an empty line below', 'files: [\n  a,\n  $0\n]', 'value files/1 |');
  check('keys on lines below', 'to: {\n  text: a,\n  $0\n}', 'key to | [text]');
  check('behind the end', 'files: [a]$0', 'nothing');
  check('before the beginning', 'files: $0[a]', 'nothing');
  check('below what ended', 'p:\n  - files: [a]\n    ti$0', 'key p/0 ti| [files]');
  check('a comment in it', 'files: [\n  a, # b$0\n]', 'nothing');
  check('the whole file', '{ areas: [], te$0 }', 'key  te| [areas]');
  check('braces of a glob', 'files: "src/**/*.{ts,$0}"', 'value files "src/**/*.{ts,|}"');
  check('a quoted key', 'to: { "sa$0y": b }', 'key to "sa|y":');
  check('in an item of dashes', 'exceptions:\n  - { files: a, re$0 }', 'key exceptions/0 re| [files]');
});

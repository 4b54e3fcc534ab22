import assert from 'node:assert/strict';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers } from '../../../src/core/markers/findMarkers';
import { fingerprintOf } from '../../../src/core/markers/fingerprint';

function printOf(text: string, languageId = 'typescript'): string {
  const [marker] = findMarkers(text, scanRegions(text, languageId), defaultTags);
  return fingerprintOf(marker!);
}

describe('fingerprintOf', () => {
  it('is the same wherever and however the same is written', () => {
    const print = printOf('// TODO(maya): Fix this');
    assert.equal(printOf('\n\n  f(); // TODO(maya): Fix this'), print);
    assert.equal(printOf('# todo:  (maya):  fix   THIS', 'python'), print);
    assert.equal(printOf('/* TODO(Maya): Fix\n     this */'), print);
    assert.equal(printOf('// TODO @maya: Fix this'), printOf('// TODO(@maya): fix this'));
  });

  it('is the same when only a date or a cost changes', () => {
    assert.equal(printOf('// TODO(maya, ~2d, 2027-01-31): a'), printOf('// TODO(maya): a'));
  });

  it('differs by tag, text, owner and issue', () => {
    const prints = [
      '// TODO: a',
      '// FIXME: a',
      '// TODO: b',
      '// TODO(maya): a',
      '// TODO(#1): a',
      '// TODO(#2): a',
      '// TODO: maya a',
      '// eslint-disable-line a',
      '// eslint-disable-line b',
    ].map((text) => printOf(text));
    assert.equal(new Set(prints).size, prints.length);
  });

  it('is 14 hexadecimal digits, the same in every version', () => {
    assert.match(printOf('// TODO'), /^[0-9a-f]{14}$/);
    assert.equal(fingerprintOf({ tag: 'TODO', text: 'a' }), '17f0d7095fb661');
  });

  it('rarely is the same for two texts', () => {
    const prints = new Set<string>();
    for (let number = 0; number < 100_000; number += 1) {
      prints.add(fingerprintOf({ tag: 'TODO', text: `fix number ${number}` }));
    }
    assert.equal(prints.size, 100_000);
  });
});

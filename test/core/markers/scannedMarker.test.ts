import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { scanRegions } from '../../../src/core/comments/scanRegions';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { findMarkers } from '../../../src/core/markers/findMarkers';
import { fingerprintOf } from '../../../src/core/markers/fingerprint';
import { ownersIn } from '../../../src/core/markers/owners';
import { toScannedMarker } from '../../../src/core/markers/scannedMarker';

describe('toScannedMarker', () => {
  it('is what the marker says, as JSON, at its line and character', () => {
    const text = "a();\r\nf('😀'); // TODO(maya, #12, 2027-01-31, ~2d): a\r\n         //   b";
    const [marker] = findMarkers(text, scanRegions(text, 'typescript'), defaultTags);
    const scanned = toScannedMarker(TextDocument.create('', '', 0, text), marker!);
    assert.deepEqual(JSON.parse(JSON.stringify(scanned)), {
      tag: 'TODO',
      kind: 'debt',
      range: { start: { line: 1, character: 12 }, end: { line: 1, character: 16 } },
      text: 'a\nb',
      owner: 'maya',
      issue: '#12',
      due: '2027-01-31',
      cost: '2d',
      fingerprint: fingerprintOf(marker!),
    });
  });

  it('leaves out what is not said', () => {
    const text = '// eslint-disable-line a -- b';
    const [marker] = findMarkers(text, scanRegions(text, 'typescript'), defaultTags);
    assert.deepEqual(Object.keys(toScannedMarker(TextDocument.create('', '', 0, text), marker!)).toSorted(), [
      'fingerprint',
      'kind',
      'range',
      'reason',
      'tag',
      'text',
    ]);
  });
});

describe('ownersIn', () => {
  it('has each owner of those that are written', () => {
    assert.deepEqual(ownersIn('maya'), ['maya']);
    assert.deepEqual(ownersIn('maya, ben;@x/team'), ['maya', 'ben', '@x/team']);
    assert.deepEqual(ownersIn('@maya @ben'), ['@maya', '@ben']);
    assert.deepEqual(ownersIn('@maya & @ben'), ['@maya', '@ben']);
    assert.deepEqual(ownersIn('Maya Lind <maya@example.org>'), ['Maya Lind <maya@example.org>']);
  });
});

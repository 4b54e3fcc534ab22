import assert from 'node:assert/strict';
import { cardRow, moreRow, rowCommands } from '../../../src/client/hover/actionRows';

const written = { handle: 7, state: 'open', isWritten: true } as const;

describe('action rows', () => {
  it('say what can be done with a card', () => {
    assert.equal(labels(cardRow(written)), 'Source · Got it · Mute');
    assert.equal(labels(cardRow({ ...written, state: 'folded' })), 'Source · Unfold · Mute');
    assert.equal(labels(cardRow({ ...written, isWritten: false, marker: 7 })), 'Complete… · Got it · Mute');
    assert.equal(labels(moreRow(7, 2)), '2 more');
  });

  it('carry a number, and run the commands that they are trusted with', () => {
    const rows = [
      cardRow({ ...written, marker: 7 }),
      cardRow({ ...written, state: 'folded' }),
      moreRow(7, 2),
    ];
    const links = rows.flatMap((row) => [...row.matchAll(/\(command:([\w.]+)\?(\S+) "/g)]);
    assert.deepEqual(new Set(links.map(([, command]) => command)), new Set(rowCommands));
    for (const [, , args] of links) assert.deepEqual(JSON.parse(decodeURIComponent(args ?? '')), [7]);
  });
});

function labels(row: string): string {
  return row.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

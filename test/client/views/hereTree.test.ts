import assert from 'node:assert/strict';
import { hereTree } from '../../../src/client/views/hereTree';
import type { HereResult } from '../../../src/core/features/here';
import { card } from '../card';
import { flatten, print } from './sourceNodes';

const nothing: HereResult = {
  path: 'src/a.ts',
  line: [],
  file: [],
  areas: [],
  problems: 0,
  hasGuidance: true,
  skipped: [],
};
const { source } = card('any');

describe('hereTree', () => {
  it('is empty where nothing governs', () => {
    check(nothing, '');
  });

  it('has the line first, and then the file by kind', () => {
    check(
      {
        ...nothing,
        line: [card('errors')],
        file: [
          { ...card('errors'), places: 1 },
          card('layers'),
          { ...card('clock'), named: 'src/a.ts' },
          { ...card('moment', 'change'), places: 3 },
        ],
      },
      `
On this line
  Title of errors (philosophy)
In this file (src/a.ts)
  Philosophies (3)
    Title of errors (1 place)
    Title of layers (the whole file)
    Title of clock (its text names src/a.ts)
  Changes (1)
    Title of moment (3 places)`,
    );
  });

  it('opens the source of a card, and nothing where it has none', () => {
    const { key, kind, id, title, markdown } = card('hack', 'marker');
    const unwritten = { key, kind, id, title, markdown };
    const [line] = hereTree({ ...nothing, line: [card('todo', 'marker'), unwritten] });
    assert.deepEqual(
      line?.children?.map(({ opens }) => opens),
      [source, undefined],
    );
  });

  it('says who to ask, what the focus is, what was left out, and that there are problems', () => {
    check(
      {
        ...nothing,
        areas: [{ name: 'Payments', contact: '@jon', detail: '#payments', source, readBy: [] }],
        focus: { text: 'Checkout answers in 200 ms', until: '2026-12-31', source },
        problems: 2,
        skipped: ['A line was too long.'],
      },
      `
Area
  Payments (@jon · #payments · .leadlight/guidance.yaml:4)
Focus
  Checkout answers in 200 ms (until 2026-12-31)
Left out
  A line was too long.
2 problems in the guidance`,
    );
  });

  it('says who else reads what makes somebody an owner', () => {
    const area = { name: '*.ts', contact: '@web', detail: '', source, readBy: ['GitHub', 'GitLab'] };
    const [group] = hereTree({ ...nothing, areas: [area] });
    assert.equal(
      group?.children?.[0]?.tooltip,
      '\\*.ts\n\n@web · .leadlight/guidance.yaml:4\n\nalso read by GitHub, GitLab',
    );
  });

  it('knows the reader among those who lead', () => {
    const here = {
      ...nothing,
      areas: [{ name: 'Cart', contact: '@ines, @jon', detail: '', source, readBy: [] }],
    };
    check(here, '\nArea\n  Cart (you, @ines, @jon · .leadlight/guidance.yaml:4)', ['@jon']);
    check(here, '\nArea\n  Cart (@ines, @jon · .leadlight/guidance.yaml:4)', ['@jo']);
  });

  it('has ids of its own for each line, and a source for each that stands in one', () => {
    const here: HereResult = {
      ...nothing,
      line: [card('a'), card('b')],
      file: [card('a'), card('b'), card('b', 'change')],
      areas: [{ name: 'Cart', contact: '', detail: '', source, readBy: [] }],
      focus: { text: 'Speed', source },
    };
    const nodes = flatten(hereTree(here));
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const { children, opens, label } of nodes)
      assert.equal(opens === undefined, children !== undefined, label);
  });
});

function check(here: HereResult, expected: string, me: readonly string[] = []): void {
  assert.equal(print(hereTree(here, me)), expected.trimStart());
}

import assert from 'node:assert/strict';
import { lookCloser, needsCloserLook } from '../../../src/core/features/closerLook';
import { debtMarkers } from '../../../src/core/features/debtMarkers';
import type { Blame } from '../../../src/core/git';
import { folderPolicies } from '../../../src/core/markers/folderPolicies';
import { createFileScanner } from '../../../src/core/markers/scanFile';
import { createSpellingSearch } from '../../../src/core/markers/spellingSearch';
import { openFixture } from '../workspace';
import { debtMarker } from './debtMarker';

const today = '2026-11-22';
const policy = '{ tag: TODO, means: Later., require: [owner], expires: 30d, level: warning }';

/** A blame in which each line was written on the day that it is given, or never. */
function blamed(...days: readonly (string | undefined)[]): Blame {
  const author = { author: 'Maya', email: 'maya@shop.example' };
  return {
    lines: days.map((day) =>
      day === undefined ? { author: '', email: '', day: '' } : { ...author, day, commit: 'c0ffee' },
    ),
  };
}

/** What a scan says about the markers of a text, and what a closer look does: `missing, days; ...` */
async function looks(text: string, blame?: Blame): Promise<readonly (readonly string[])[]> {
  const { service, document } = await openFixture(
    `//- /.leadlight/a.yaml\nmarkers: [${policy}]\n//- /a.ts\n$0${text}`,
  );
  const guidance = service.guidance()[0]!;
  const policies = folderPolicies(guidance);
  const code = document.getText();
  const tags = policies.tagSets[policies.tagSetOf('a.ts')]!;
  const { markers } = createFileScanner(tags, createSpellingSearch)(new TextEncoder().encode(code), 'a.ts');
  const scanned = debtMarkers(
    {
      uri: document.uri,
      path: 'a.ts',
      markers,
      isNew: () => undefined,
      since: () => undefined,
    },
    { guidance, policies, today, isMe: () => false },
  );
  const policyOf = (tag: string) => policies.policyOf('a.ts', tag);
  const closer = lookCloser(scanned, { blame, today, policyOf });
  return [scanned, closer].map((markers) =>
    markers.map(({ missing, deadline, isOverdue }) =>
      [...missing, ...(deadline ? [deadline] : []), ...(isOverdue ? ['overdue'] : [])].join(' '),
    ),
  );
}

describe('a closer look at markers', () => {
  it('lets a marker expire some time after its line was written, by the last day that git tells', async () => {
    const text = '// TODO(@maya): a\n// TODO(@maya): b\n// TODO(@maya): c\n';
    assert.deepEqual(await looks(text, blamed('2026-10-22', '2026-10-23', undefined)), [
      ['', '', ''],
      ['2026-11-21 overdue', '2026-11-22', '2026-12-22'],
    ]);
    assert.deepEqual(await looks(text), [
      ['', '', ''],
      ['', '', ''],
    ]);
  });

  it('goes by the day that is written on the marker, where there is one', async () => {
    assert.deepEqual(await looks('// TODO(2026-01-31): a\n', blamed('2020-01-01')), [
      ['owner 2026-01-31 overdue'],
      ['owner 2026-01-31 overdue'],
    ]);
  });

  it('excuses what `leadlight-ignore` excuses, and nothing else', async () => {
    const excuse = '// leadlight-ignore todo: the vendor decides\n';
    assert.deepEqual(await looks(`${excuse}// TODO: a\n\n// TODO: b\n`, blamed('2020-01-01')), [
      ['', 'owner'],
      ['', 'owner'],
    ]);
  });

  it('is needed where git tells the last day, and nobody excuses the marker', async () => {
    const { service } = await openFixture(`//- /.leadlight/a.yaml\nmarkers: [${policy}]\n//- /a.ts\n$0`);
    const todo = folderPolicies(service.guidance()[0]!).policyOf('a.ts', 'TODO');
    assert.ok(needsCloserLook(debtMarker(), todo));
    assert.ok(!needsCloserLook(debtMarker(), undefined));
    assert.ok(!needsCloserLook(debtMarker({ due: '2026-01-01' }), todo));
    assert.ok(!needsCloserLook(debtMarker({ excused: ['todo'] }), todo));
    assert.ok(needsCloserLook(debtMarker({ excused: ['fixme'] }), todo));
  });
});

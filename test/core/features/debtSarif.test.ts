import assert from 'node:assert/strict';
import fc from 'fast-check';
import { debtSarif } from '../../../src/core/features/debtSarif';
import type { DebtMarker } from '../../../src/core/features/debt';
import { policiesFor } from '../../../src/core/markers/policies';
import { hostilePayloads } from '../hostilePayloads';
import { debtMarker } from './debtMarker';

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: object;
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
    readonly invocations: readonly object[];
  }[];
}

const defaults = policiesFor([]);
const policies = { policyOf: (_path: string, name: string) => defaults.find(({ tag }) => tag === name) };

function logOf(...markers: readonly DebtMarker[]): Log {
  return debtSarif({ markers, skipped: [], policies, version: '1.2.3' }) as Log;
}

describe('SARIF', () => {
  it('names each tag once as a rule, and each marker as a result at its place', () => {
    const [run] = logOf(debtMarker(), debtMarker({ tag: 'HACK' }), debtMarker({ path: 'src/b c#.ts' })).runs;
    assert.deepEqual(
      run?.tool.driver.rules.map(({ id }) => id),
      ['HACK', 'TODO'],
    );
    const [first, second, third] = run.results;
    assert.deepEqual(first, {
      ruleId: 'TODO',
      ruleIndex: 1,
      level: 'note',
      message: { text: 'TODO: later' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/a.ts', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, startColumn: 4, endLine: 1, endColumn: 8 },
          },
        },
      ],
      partialFingerprints: { 'leadlightMarker/v1': 'TODO later' },
    });
    assert.equal(second?.ruleIndex, 0);
    assert.equal(third?.locations[0]?.physicalLocation.artifactLocation.uri, 'src/b%20c%23.ts');
  });

  it('warns of what breaks a policy of level warning, and says what is wanted', () => {
    const broken = { missing: ['owner', 'issue'], isOverdue: true, deadline: '2026-01-31' } as const;
    const [warned, hinted] = logOf(
      debtMarker({ ...broken, level: 'warning' }),
      debtMarker({ ...broken, level: 'hint' }),
    ).runs[0]!.results;
    assert.equal(warned?.level, 'warning');
    assert.equal(
      warned.message.text,
      "TODO: later. The team's policy wants: owner, issue. The last day was 2026-01-31.",
    );
    const [asked] = logOf(debtMarker({ isOverdue: true, deadline: '2026-01-31', text: 'why?' })).runs[0]!
      .results;
    assert.equal(asked?.message.text, 'TODO: why? The last day was 2026-01-31.');
    assert.equal(hinted?.level, 'note');
  });

  it('says what was skipped', () => {
    const skipped = [
      { path: 'a.bin', reason: 'is binary' },
      { path: '.', reason: 'has more' },
    ];
    const log = debtSarif({ markers: [], skipped, policies, version: '1.2.3' }) as Log;
    assert.match(
      JSON.stringify(log.runs[0]?.invocations),
      /"text":"This file was not scanned: it is binary\.".*"text":"This folder was not scanned as a whole: it has more\."/,
    );
  });

  it('makes no link and no argument of what a repository wrote, and a URI of every path', () => {
    const payload = fc.oneof(fc.string(), fc.constantFrom(...hostilePayloads.map(({ text }) => text)));
    fc.assert(
      fc.property(payload, payload, (text, path) => {
        const [result] = logOf(debtMarker({ text, path })).runs[0]!.results;
        const said = result!.message.text;
        assert.ok(!said.includes(']('));
        assert.doesNotMatch(said.replaceAll('{{', '').replaceAll('}}', ''), /[{}]/);
        const { uri } = result!.locations[0]!.physicalLocation.artifactLocation;
        assert.match(uri, /^(?:[\w\-.!~*'()/]|%[\dA-F]{2})*$/);
      }),
    );
    const text = '{0} [here](javascript:alert(1))';
    const [result] = logOf(debtMarker({ text })).runs[0]!.results;
    assert.equal(result?.message.text, 'TODO: {{0}} [here] (javascript:alert(1))');
  });
});

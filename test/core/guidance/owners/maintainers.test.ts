import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maintainersInSteps, readMaintainers } from '../../../../src/core/guidance/owners/maintainers';
import type { Area } from '../../../../src/core/guidance/model';
import type { SourceText } from '../../../../src/core/guidance/sourceText';
import { createCompilers } from '../../../../src/core/match/compilers';
import { areasAt } from '../../../../src/core/match/scope';
import { stepByStep } from '../../../../src/core/turns';
import { openFixture, problemLines } from '../../workspace';

const fixture = `
//- /MAINTAINERS
List of maintainers
===================

Descriptions of section entries and preferred order
---------------------------------------------------

	M: *Mail* patches to: FullName <address@domain>
	F: *Files* and directories wildcard patterns.

3C59X NETWORK DRIVER
M:	Ann Bee <ann@example.org>
L:	netdev@example.org (moderated for non-subscribers)
S:	Odd Fixes
F:	Documentation/networking/vortex.rst
F:	drivers/net/ethernet/3com/3c59x

TWO CHIPS
M:	Eve
F:	drivers/net/phy/bcm*.[ch]

NETWORKING DRIVERS
M:	Cleo <cleo@example.org>
M:	Dan
F:	drivers/net/
X:	drivers/net/wireless/
N:	[^a-z]tegra
K:	\\bprintk\\b

ORPHANS
S:	Orphan
F:	sound/*

THE REST
M:	Linus <linus@example.org>
F:	*
F:	*/
//- /a
`;

describe('MAINTAINERS of the kernel', () => {
  it('is read by its sections, the deepest pattern first', async () => {
    const { service } = await openFixture(fixture);
    const owners = (path: string) =>
      areasAt(service.guidance()[0]!, path).map(({ title, leads }) => [title, ...leads].join(' '));
    const rest = 'THE REST linus@example.org';
    const net = 'NETWORKING DRIVERS cleo@example.org Dan';
    const vortex = '3C59X NETWORK DRIVER ann@example.org';
    assert.deepEqual(owners('README'), [rest]);
    assert.deepEqual(owners('drivers/net/tun.c'), [net, rest]);
    assert.deepEqual(owners('drivers/net/ethernet/3com/3c59x.c'), [vortex, net, rest]);
    assert.deepEqual(owners('drivers/net/ethernet/3com/3c59x/a.c'), [vortex, net, rest]);
    assert.deepEqual(owners('drivers/net/phy/bcm7.c'), ['TWO CHIPS Eve', net, rest]);
    assert.deepEqual(owners('drivers/net/phy/bcm7.S'), [net, rest]);
    assert.deepEqual(owners('drivers/net/wireless/a.c'), [rest]);
    assert.deepEqual(owners('arch/arm/mach-tegra/a.c'), [net, rest]);
    assert.deepEqual(owners('sound/a.c'), ['ORPHANS', rest]);
    assert.deepEqual(owners('sound/core/a.c'), [rest]);
    assert.deepEqual(problemLines(service.problems()), []);
    const [area] = areasAt(service.guidance()[0]!, 'drivers/net/ethernet/3com/3c59x.c');
    assert.equal(area!.ask, 'netdev@example.org');
    assert.deepEqual(area!.range, { start: { line: 9, character: 0 }, end: { line: 14, character: 34 } });
  });

  it('says nothing where it is a list of names', async () => {
    const { service } = await openFixture(
      '//- /MAINTAINERS\nAnn <ann@example.org>\n\nBen: he, too\n//- /a\n',
    );
    assert.deepEqual([service.guidance()[0]!.entries, service.problems()], [[], []]);
  });

  it('takes a pattern for what begins so at the same depth, and a name for a folder, too', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'ac', 'a.c', '{a}');
    const wild = fc.constantFrom('*', 'a*', '?b', '*b', 'a*c', 'b**', '[ab]', 'a[.b]', '[a-b]*');
    const pattern = fc
      .tuple(fc.array(fc.oneof(name, wild), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'))
      .map(([segments, end]) => `${segments.join('/')}${end}`);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
    fc.assert(
      fc.property(pattern, path, (value, file) => {
        const area = read(`A\nF:\t${value}\n`).entries[0]! as Area;
        assert.equal(area.applies.files![0]!.glob.matches(file), isMeant(value, file), `${value} ${file}`);
      }),
    );
  });

  it('says the same a section at a time, and lets others go first', async () => {
    const text = Array.from({ length: 50 }, (_, at) => `S${at}\nM:\tA <a${at}@b>\nF:\td${at}/\n`).join('\n');
    let [time, pauses] = [0, 0];
    const turns = { now: () => (time += 3), pause: () => Promise.resolve(void (pauses += 1)) };
    const found = await stepByStep(maintainersInSteps(source(text)), turns);
    assert.deepEqual(
      found.entries.map(({ id, range }) => [id, range]),
      read(text).entries.map(({ id, range }) => [id, range]),
    );
    assert.equal(found.entries.length, 50);
    assert.ok(pauses > 10, String(pauses));
  });
});

function source(text: string): SourceText {
  const place = { uri: 'file:///w/MAINTAINERS', folder: 'file:///w/', linkBase: 'file:///w/' };
  return { ...place, text, compilers: createCompilers() };
}

function read(text: string) {
  return readMaintainers(source(text));
}

/** The same by a regular expression, as the kernel's script does it. */
function isMeant(value: string, path: string): boolean {
  const bare = value.replace(/\/$/, '');
  const inSegment = bare
    .replace(/[.{}](?![^[]*\])/g, '\\$&')
    .replaceAll(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
  if (value.endsWith('/')) return new RegExp(`^${inSegment}/.`).test(path);
  const isName = !/[*?[]/.test(bare.slice(bare.lastIndexOf('/') + 1));
  return new RegExp(`^${inSegment}[^/]*$`).test(path) || (isName && new RegExp(`^${inSegment}/`).test(path));
}

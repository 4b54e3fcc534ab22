import assert from 'node:assert/strict';
import { areasAt } from '../../../../src/core/match/scope';
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
});

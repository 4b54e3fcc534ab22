import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readAt } from './readDecisions';

/** Real files, read by hand; they lie beside the repository and are not part of it. */
const samples = new URL('../../../../../shared/samples/', import.meta.url);
const folder = new URL('microsoft__agent-framework/docs/decisions/', samples);

interface Expected {
  readonly title: string;
  readonly status: string;
  readonly date: string;
  readonly contact: string;
  readonly deciders: string;
  readonly consulted?: string;
  readonly informed?: string;
  /** How each begins; absent where the file has no such section. */
  readonly context: string;
  readonly decision?: string;
  readonly consequences?: string;
}

const expected: Readonly<Record<string, Expected>> = {
  '0001-agent-run-response': {
    title: 'Agent Run Responses Design',
    status: 'accepted',
    date: '2025-07-10',
    contact: 'westey-m',
    deciders: 'sergeymenshykh, markwallace, rbarreto, dmytrostruk, westey-m, eavanvalkenburg, stephentoub',
    context: 'Agents may produce lots of output',
    decision: '### Response Type Options Decision\n\nOption 1.1 with the caveate',
  },
  '0002-agent-tools': {
    title: 'Agent Tools',
    status: 'proposed',
    date: '2025-06-23',
    contact: 'dmytrostruk',
    deciders: 'stephentoub, markwallace-microsoft, RogerBarreto, westey-m',
    context: 'AI agents increasingly rely on diverse tools',
    decision: 'TBD.',
  },
  '0003-agent-opentelemetry-instrumentation': {
    title: 'Agent OpenTelemetry Instrumentation',
    status: 'proposed',
    date: '2025-07-14',
    contact: 'rogerbarreto',
    deciders: 'stephentoub, markwallace-microsoft, rogerbarreto, westey-m',
    context: 'Currently, the Agent Framework lacks',
    decision: 'Chosen option: "OpenTelemetryAgent Wrapper Pattern"',
    consequences: '- **Good**: Provides',
  },
  '0004-foundry-sdk-extensions': {
    title: '`Azure.AI.Agents.Persistent` package Extensions Methods for Agent Framework',
    status: 'proposed',
    date: '2025-08-06',
    contact: 'markwallace-microsoft',
    deciders: 'markwallace-microsoft, westey-m, quibitron, trrwilson',
    context: 'To align the `Azure.AI.Agents.Persistent` package',
    decision: 'Chosen option: "Add the extension methods to a',
  },
  '0005-python-naming-conventions': {
    title: 'Python naming conventions and renames',
    status: 'accepted',
    date: '2025-09-04',
    contact: 'eavanvalkenburg',
    deciders: 'markwallace-microsoft, dmytrostruk, peterychang, ekzhu, sphenry',
    consulted: 'taochenosu, alliscode, moonbox3, johanste',
    context: 'The project has a public .NET surface',
  },
  '0006-userapproval': {
    title: 'Agent User Approvals Content Types and FunctionCall approvals Design',
    status: 'accepted',
    date: '2025-09-12',
    contact: 'westey-m',
    deciders:
      'sergeymenshykh, markwallace-microsoft, rogerbarreto, dmytrostruk, westey-m, eavanvalkenburg, stephentoub, peterychang',
    context: 'When agents are operating on behalf of a user',
    decision: 'Chosen option 5.',
  },
  '0007-agent-filtering-middleware': {
    title: 'Agent Filtering Middleware Design',
    status: 'proposed',
    date: '2025-09-15',
    contact: 'rogerbarreto',
    deciders: 'markwallace-microsoft, rogerbarreto, westey-m, dmytrostruk, sergeymenshykh',
    context: 'The current Agent Framework lacks a standardized',
    decision: '- **Option 2 (Decorator Pattern)** is the preferred approach',
  },
  '0008-python-subpackages': {
    title: 'Python Subpackages Design',
    status: 'accepted',
    date: '2025-09-19',
    contact: 'eavanvalkenburg',
    deciders: 'eavanvalkenburg, markwallace-microsoft, ekzhu, sphenry, alliscode',
    consulted: 'taochenosu, moonbox3, dmytrostruk, giles17',
    context: 'The goal is to design a subpackage structure',
    decision: 'Option 7: This provides us a good balance',
  },
  '0009-support-long-running-operations': {
    title: 'Long-Running Operations Design',
    status: 'accepted',
    date: '2025-10-15',
    contact: 'sergeymenshykh',
    deciders: 'markwallace, rbarreto, westey-m, stephentoub',
    context: 'The Agent Framework currently supports synchronous',
    decision: '### Long-Running Execution Support for Chat Clients',
  },
  '0010-ag-ui-support': {
    title: 'AG-UI Protocol Support for .NET Agent Framework',
    status: 'accepted',
    date: '2025-10-29',
    contact: 'javiercn',
    deciders: 'javiercn, DeagleGross, moonbox3, markwallace-microsoft',
    consulted: 'Agent Framework team',
    informed: '.NET community',
    context: 'The .NET Agent Framework needed a standardized way',
    decision: 'Chosen option: "Current approach with internal event types',
    consequences: '**Positive:**',
  },
  '0011-create-get-agent-api': {
    title: 'Create/Get Agent API',
    status: 'proposed',
    date: '2025-12-12',
    contact: 'dmytrostruk',
    deciders: 'dmytrostruk, markwallace-microsoft, eavanvalkenburg, giles17',
    context: 'There is a misalignment between',
    decision: 'Implement `create_agent`/`get_agent`/`as_agent` API via **Option 2: Provider object**.',
  },
  '0012-python-typeddict-options': {
    title: 'Leveraging TypedDict and Generic Options in Python Chat Clients',
    status: 'proposed',
    date: '2026-01-08',
    contact: 'eavanvalkenburg',
    deciders: 'eavanvalkenburg, markwallace-microsoft, sphenry, alliscode, johanst, brettcannon',
    consulted: 'taochenosu, moonbox3, dmytrostruk, giles17',
    context: 'The Agent Framework Python SDK provides',
    decision: 'Chosen option: **"Option 2: TypedDict with Generic Type Parameters"**',
  },
  '0013-python-get-response-simplification': {
    title: 'Simplify Python Get Response API into a single method',
    status: 'accepted',
    date: '2026-01-06',
    contact: 'eavanvalkenburg',
    deciders: 'markwallace-microsoft, dmytrostruk, taochenosu, alliscode, moonbox3, sphenry',
    consulted: 'sergeymenshykh, rbarreto, dmytrostruk, westey-m',
    context: 'Currently chat clients must implement two separate methods',
    decision: 'Chosen Option: **Option 3: Consolidate + Merge Agent and Workflow Methods**',
  },
  '0014-feature-collections': {
    title: 'Feature Collections',
    status: 'accepted',
    date: '2025-01-21',
    contact: 'westey-m',
    deciders: 'sergeymenshykh, markwallace, rbarreto, westey-m, stephentoub',
    consulted: 'reubenbond',
    context: 'When using agents, we often have cases',
    decision: '- Feature Collections Container: Use AdditionalProperties',
  },
};

describe('decision records of real teams', () => {
  before(function () {
    if (!existsSync(samples)) this.skip();
  });

  it('are all expected', () =>
    assert.deepEqual(
      readdirSync(folder).sort(),
      Object.keys(expected).map((file) => `${file}.md`),
    ));

  for (const [file, wanted] of Object.entries(expected)) {
    it(`${file} is read as it is meant, without a problem`, () => {
      const text = readFileSync(new URL(`${file}.md`, folder), 'utf8');
      const { source, decision } = readAt(`docs/decisions/${file}.md`, text);
      const { title, status, date, people, number, id } = decision;
      const { context, decision: decided, consequences, ...facts } = wanted;
      assert.deepEqual(
        {
          title,
          status,
          date,
          contact: people.contact.join(', '),
          deciders: people.deciders.join(', '),
          ...(people.consulted.length > 0 && { consulted: people.consulted.join(', ') }),
          ...(people.informed.length > 0 && { informed: people.informed.join(', ') }),
        },
        facts,
      );
      assert.equal(`${String(number).padStart(4, '0')}-${id}`, file);
      const begins = (found: string | undefined, how: string | undefined) =>
        assert.equal(found?.slice(0, how?.length ?? 0), how);
      begins(decision.context, context);
      begins(decision.decision, decided);
      begins(decision.consequences, consequences);
      assert.deepEqual([decision.supersedes, decision.supersededBy, source.problems], [[], [], []]);
    });
  }

  it('templates of MADR say nothing that nobody filled in', () => {
    for (const name of [
      'template/adr-template.md',
      'template/adr-template-minimal.md',
      'template/adr-template-bare.md',
      'template at tag 2.1.2',
    ]) {
      const text = readFileSync(new URL(`adr__madr/${name}`, samples), 'utf8');
      const { source, decision } = readAt('docs/decisions/0001-x.md', text);
      assert.deepEqual([decision.status, decision.date, source.problems], [undefined, undefined, []], name);
    }
  });

  it('the template of MADR 3, whose place for a status is no YAML, is told that and says nothing else', () => {
    const text = readFileSync(new URL('adr__madr/template at tag 3.0.0', samples), 'utf8');
    const { source, decision } = readAt('docs/decisions/0001-x.md', text);
    const { status, date, people } = decision;
    assert.deepEqual([status, date, people.informed], [undefined, undefined, []]);
    assert.deepEqual(
      source.problems.map(({ code, range }) => `${range.start.line + 1} ${code}`),
      ['3 yaml-syntax'],
    );
  });
});

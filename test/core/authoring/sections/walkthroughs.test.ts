import { checkCompletions } from '../completions';

const files = `
//- /.leadlight/others.yaml
walkthroughs:
  - id: second-day
    title: Your second day
    roles: [backend]
    steps: [{ title: a, roles: [frontend, backend] }]
//- /package.json
{
  "engines": { "node": ">=20" },
  "scripts": { "test": "x", "build": "x", "prebuild": "x", "test:e2e": "x", "a; rm": "x", "-f": "x" }
}
//- /Makefile
test: seed-db
seed-db:
$(OUT): a
//- /src/server.ts
x
`;
const step = 'walkthroughs:\n  - id: a\n    title: b\n    steps:\n      - title: c\n        ';

describe('completion of walkthroughs', () => {
  checkCompletions(
    {
      'offers a whole one': {
        at: 'walkthroughs:\n  $0',
        offers:
          'new walkthrough (An introduction, step by step) | id (required) | title (required) | steps (required) | text | open | sponsor | roles | next | minutes',
      },
      'offers a whole step': {
        at: 'walkthroughs:\n  - id: a\n    steps:\n      - $0',
        offers: 'new walkthrough step (A step of an introduction, anchored to code) | ...',
      },
      'offers the keys of a step': {
        at: `${step}$0`,
        offers: 'id | text | at | run | done | roles | minutes | next',
      },
      'offers when it opens': { at: 'walkthroughs:\n  - open: $0', offers: 'first-open | never' },
      'offers what follows': {
        at: 'walkthroughs:\n  - next: $0',
        offers: 'second-day (Your second day)',
      },
      'offers what goes further than a step': {
        at: `${step}next: $0`,
        offers: 'second-day (Your second day)',
      },
      'offers what an anchor can be': {
        at: `${step}at: { $0 }`,
        offers: 'file | symbol | text | pattern | selection | line | directory | view',
      },
      'offers files': { at: `${step}at: { file: src/$0 }`, offers: 'src/server.ts' },
      'offers how a step is done': { at: `${step}done: $0`, offers: 'opened | confirmed' },
      'offers how a step is done, as a mapping': {
        at: `${step}done:\n          $0`,
        offers:
          'opened | command | task | exists | contains | setting | extension | tool | question | confirmed',
      },
      'offers the commands that the repository has, the usual first': {
        at: `${step}run: $0`,
        offers:
          'make test (Makefile) | npm install (package.json) | npm run build (package.json) | npm test (package.json) | make seed-db (Makefile) | npm run test:e2e (package.json)',
        choose: 'npm run test:e2e',
        gives: `${step}run: npm run test:e2e`,
      },
      'offers them as what ends a step': {
        at: `${step}done: { command: $0 }`,
        offers: 'make test (Makefile) | ...',
      },
      'offers tools, those that the repository asks for first': {
        at: `${step}done: { tool: $0 }`,
        offers: 'make (Makefile) | node >= 20 (package.json) | bun | cargo | ...',
      },
      'offers roles': { at: 'walkthroughs:\n  - roles: [$0]', offers: 'backend (2 uses) | frontend (1 use)' },
      'offers the id of a step that says what its title says': {
        at: 'walkthroughs:\n  - id: a\n    title: A\n    steps:\n      - title: b\n      - title: Run the tests\n        id: $0',
        offers: 'run-the-tests (from the title)',
      },
      'offers the keys of a question': {
        at: `${step}done: { question: { ask: a, $0 } }`,
        offers: 'options (required) | answer (required) | because',
      },
    },
    { files },
  );
});

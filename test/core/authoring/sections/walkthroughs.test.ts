import { checkCompletions } from '../completions';

const files = `
//- /.leadlight/others.yaml
walkthroughs:
  - id: second-day
    title: Your second day
    steps: [{ title: a }]
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
        offers: 'id | text | at | run | done | roles | minutes',
      },
      'offers when it opens': { at: 'walkthroughs:\n  - open: $0', offers: 'first-open | never' },
      'offers what follows': {
        at: 'walkthroughs:\n  - next: $0',
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
      'offers the keys of a question': {
        at: `${step}done: { question: { ask: a, $0 } }`,
        offers: 'options (required) | answer (required) | because',
      },
    },
    { files },
  );
});

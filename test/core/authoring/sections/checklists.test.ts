import { checkCompletions } from '../completions';

const files = `
//- /.leadlight/others.yaml
philosophies:
  - id: test-behaviour
    title: Tests are about behaviour
    why: x
//- /src/a.ts
x
//- /test/a.test.ts
x
`;

const inItem = 'checklists:\n  - id: review\n    title: Review\n    items:\n      - ask: x\n        ';

describe('completion of checklists', () => {
  checkCompletions(
    {
      'offers a whole one': {
        at: 'checklists:\n  - $0',
        offers:
          'new checklist (Questions for a review, those first that fit the change) | id (required) | title (required) | items (required) | for',
      },
      'offers a whole item': {
        at: 'checklists:\n  - id: review\n    items:\n      - Is it clear?\n      - $0',
        choose: 'new checklist item',
        gives:
          'checklists:\n  - id: review\n    items:\n      - Is it clear?\n      - ask: ${1:What should somebody look at?}\n        why: ${2:What went wrong when nobody did.}\n        when: { changed: "${3:src/**}" }',
      },
      'offers the keys of an item': { at: `${inItem}$0`, offers: 'id | why | philosophy | when | auto' },
      'offers for whom it is': {
        at: 'checklists:\n  - for: $0',
        offers: 'reviewer | author | anyone | team',
      },
      'offers philosophies': {
        at: `${inItem}philosophy: $0`,
        offers: 'test-behaviour (Tests are about behaviour)',
      },
      'offers what may be asked of a diff': {
        at: `${inItem}when: { $0 }`,
        offers:
          'changed | only | added | modified | deleted | renamed | binary | preset | languages | owner | without | counterpart | lockfile | lines | fileCount | commits | testRatio | debt | addedLine | removedLine | content | key | skippedTests | branch | commitMessage | guidanceChanged | firstTime | all | any | not',
      },
      'offers it inside of what it is in': {
        at: `${inItem}when: { not: { pre$0 } }`,
        choose: 'preset',
        gives: `${inItem}when: { not: { preset: [\${1|migration,config,ci,publicApi,docsOnly,testsOnly|}] } }`,
      },
      'offers it on lines': {
        at: `${inItem}when:\n          all:\n            - $0`,
        choose: 'lockfile',
        gives: `${inItem}when:\n          all:\n            - lockfile: \${1|true,false|}`,
      },
      'offers presets': {
        at: `${inItem}when: { preset: $0 }`,
        offers: 'migration | config | ci | publicApi | docsOnly | testsOnly',
      },
      'offers globs': {
        at: `${inItem}when: { changed: "src/$0" }`,
        offers: 'src/a.ts | src/** (1 file) | src/**/*.ts (1 file) | src/*.ts (1 file)',
      },
      'offers what is computed, and its keys': { at: `${inItem}auto: $0`, offers: 'attention' },
      'offers the keys of what is computed': { at: `${inItem}auto: { $0 }`, offers: 'pass | attention' },
    },
    { files },
  );
});

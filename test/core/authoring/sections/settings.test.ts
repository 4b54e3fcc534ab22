import { checkCompletions } from '../completions';

const files = `
//- /packages/api/src/a.ts
x
`;

describe('completion of what is no section', () => {
  checkCompletions(
    {
      'offers a whole file where there is none, and all sections': {
        at: '$0',
        offers:
          'new guidance file (A first guidance file: one philosophy, and who to ask) | philosophies | changes | markers | checklists | walkthroughs | areas | terms | extends | disable | ignore | direction | read | friction',
      },
      'begins the list of a section': {
        at: 'areas: []\nphil$0',
        choose: 'philosophies',
        gives: 'areas: []\nphilosophies:\n  - $1',
      },
      'leaves out what is there': {
        at: 'areas: []\nterms: []\n$0\nmarkers: []',
        offers:
          'philosophies | changes | checklists | walkthroughs | extends | disable | ignore | direction | read | friction',
      },
      'offers the keys of the direction': {
        at: 'direction:\n  focus: x\n  $0',
        offers: 'until | now | next | later',
      },
      'offers kinds of formats': {
        at: 'read: { $0 }',
        offers: 'decisions | instructions | owners | templates | rules | tours | names',
      },
      'offers to read or not': { at: 'read:\n  instructions: $0', offers: 'true | false' },
      'offers folders to read': {
        at: 'read:\n  decisions: packages/$0',
        offers: 'true | false | packages/api/ (1 file)',
      },
      'offers entries of other sources to disable': { at: 'disable: [$0]', offers: '' },
      'offers globs to ignore': {
        at: 'ignore: "$0"',
        offers:
          'packages/ (1 file) | .leadlight/ (1 file) | ** (2 files) | **/*.ts (1 file) | **/*.yaml (1 file)',
      },
      'offers nothing in a comment': { at: '# phil$0', offers: '' },
    },
    { files },
  );

  checkCompletions(
    {
      'offers what outer folders say to disable': { at: 'disable:\n  - $0', offers: 'outer (Outer)' },
      'offers folders with guidance that does not hold here anyway': {
        at: 'extends: $0',
        offers: './deep | ../../shared',
        choose: '../../shared',
        gives: 'extends: ../../shared',
      },
      'offers paths from the folder of the source': {
        at: 'ignore: "$0"',
        offers: 'deep/ (1 file) | src/ (1 file) | .leadlight/ (2 files) | ...',
      },
    },
    {
      path: '/packages/api/.leadlight/own.yaml',
      files: `${files}//- /.leadlight/team.yaml\nphilosophies:\n  - { id: outer, title: Outer, why: x }
//- /packages/api/.leadlight/beside.yaml
philosophies:
  - { id: own, title: Own, why: x }
//- /packages/api/deep/.leadlight/team.yaml
philosophies:
  - { id: inner, title: Inner, why: x }
//- /shared/.leadlight/team.yaml
philosophies:
  - { id: shared, title: Shared, why: x }
`,
    },
  );
});

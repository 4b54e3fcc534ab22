import { createMemoryGit } from '../../memoryGit';
import { checkCompletions } from '../completions';

const files = `
//- /CODEOWNERS
/src/ @acme/core
//- /.leadlight/others.yaml
areas:
  - name: Payments
    files: src/payments
    lead: "@maya"
    reviewers: ["@kim"]
walkthroughs:
  - id: first
    title: First
    sponsor: "@lee"
    steps: [{ title: a }]
`;

const git = {
  ...createMemoryGit(),
  authors: async () => [
    { path: 'src', authors: [{ name: 'Bo', email: 'bo@example.com', commits: 9 }] },
    {
      path: '',
      authors: [
        { name: 'Jon', email: 'jon@example.com', commits: 12 },
        { name: 'Ann', email: '42+ann-b@users.noreply.github.com', commits: 1 },
        { name: 'Maya', email: 'Maya@example.com', commits: 1 },
      ],
    },
  ],
};

describe('completion of areas', () => {
  checkCompletions(
    {
      'offers a whole one with days of this year': {
        at: 'areas:\n  - $0',
        choose: 'new area',
        gives: [
          'areas:',
          '  - name: ${1:Payments}',
          '    files: ["${2:src/payments/**}"]',
          '    lead: "@${3:handle}"',
          '    delegate: "@${4:handle}"',
          '    away: [{ from: ${5:2026-11-23}, to: ${6:2026-11-23} }]',
          '    ask: "${7:#channel}"',
        ].join('\n'),
      },
      'offers who is named anywhere, and who commits': {
        at: 'areas:\n  - lead: $0',
        offers:
          '@zoe (you) | @maya (leads Payments) | @acme/core (owns /src/ in CODEOWNERS) | @kim (named in Payments) | @lee (named in First) | @jon (Jon, 12 commits) | @ann-b (Ann, 1 commit)',
      },
      'replaces a sign that is typed': {
        at: 'areas:\n  - lead: @$0',
        choose: '@jon',
        gives: 'areas:\n  - lead: "@jon"',
      },
      'offers people in a list': {
        at: 'areas:\n  - reviewers: ["@$0"]',
        choose: '@lee',
        gives: 'areas:\n  - reviewers: ["@lee"]',
      },
      'offers the keys of an absence': {
        at: 'areas:\n  - away: [{ from: 2026-12-01, $0 }]',
        offers: 'to (required)',
      },
      'offers the keys that are missing': {
        at: 'areas:\n  - name: a\n    $0',
        offers: 'files (required) | lead | delegate | away | ask | reviewers',
      },
    },
    { files, git },
  );
});

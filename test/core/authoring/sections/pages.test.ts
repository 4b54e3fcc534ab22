import { checkCompletions } from '../completions';

describe('completion of a philosophy that is a page', () => {
  checkCompletions(
    {
      'offers a whole page': {
        at: '$0',
        offers:
          "new philosophy page (A philosophy with room to explain itself) | #  | ## Why | ## Do | ## Don't",
      },
      'offers keys in the front matter': {
        at: '---\nlevel: hint\nap$0\n---\n\n# Errors\n',
        choose: 'applies',
        gives: '---\nlevel: hint\napplies:\n  $1\n---\n\n# Errors',
      },
      'offers values in a front matter that is not closed': {
        at: '---\nlevel: $0\n\n# Errors\n',
        offers: 'none | hint | info | warning',
      },
      'offers the headings that are missing': {
        at: '# Errors\n\n## Why\n\nSo.\n\n#$0\n',
        offers: "## Do | ## Don't",
        choose: '## Do',
        gives: '# Errors\n\n## Why\n\nSo.\n\n## Do',
      },
      'replaces a heading that is begun': {
        at: '# Errors\n\n## Do$0\n',
        choose: "## Don't",
        gives: "# Errors\n\n## Don't",
      },
      'offers nothing in prose': { at: '# Errors\n\nSo $0\n', offers: '' },
      'offers nothing in code': { at: '# Errors\n\n```sh\n#$0\n```\n', offers: '' },
      'offers nothing on the line that closes front matter': { at: '---\nlevel: hint\n---$0\n', offers: '' },
    },
    { path: '/.leadlight/errors.md' },
  );
});

describe('completion of a walkthrough that is a page', () => {
  checkCompletions(
    {
      'offers a whole page': {
        at: '$0',
        offers: 'new walkthrough page (An introduction, with a heading for each step) | # ',
      },
      'offers keys in the front matter': {
        at: '---\nop$0\n---\n',
        choose: 'open',
        gives: '---\nopen: ${1|first-open,never|}\n---',
      },
      'offers a step': {
        at: '# First day\n\n$0\n\n## Next\n',
        offers: '## new step (A step of an introduction, anchored to code)',
      },
      'offers the keys of a step': {
        at: '# First day\n\n## Run\n\n```yaml\nrun: npm test\n$0\n```\n',
        offers: 'id | title | text | at | done | roles | minutes | next',
      },
      'offers the keys of a step whose fence is not closed': {
        at: '# First day\n\n## Run\n\n```yaml\nat: { f$0\n\n## Next\n\nSo.\n',
        offers: 'file | symbol | text | pattern | selection | line | directory | view',
      },
      'offers nothing in the code of a step': {
        at: '# First day\n\n## Run\n\n```sh\nru$0\n```\n',
        offers: '',
      },
    },
    { path: '/.leadlight/walkthroughs/first-day.md' },
  );
});

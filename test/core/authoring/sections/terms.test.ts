import { checkCompletions } from '../completions';

describe('completion of terms', () => {
  checkCompletions(
    {
      'offers a whole one, and its keys': {
        at: 'terms:\n  - $0',
        offers:
          'new term (A word of your domain, shown where code uses it) | term (required) | means (required) | aka | see',
      },
      'offers files to see': { at: 'terms:\n  - see: docs/$0', offers: 'docs/domain.md' },
      'offers nothing for the word': { at: 'terms:\n  - term: $0', offers: '' },
    },
    { files: '//- /docs/domain.md\nx\n' },
  );
});

import type { StarterText } from './found';

const header = `# What this team asks of a change. The view Review asks what fits the changes of your branch, each with its reason.
#
# Keep what helps, and write what only you know: a question that nobody answers differently is one too many.
# Without "when", a question is always asked. The ids name the answers: keep them when you change the words.

checklists:
  - id: code-review
    title: Code review
    # author, reviewer, anyone, or team: answered together, and asked by no review.
    for: reviewer
    items:
`;

export function writeReview(questions: readonly StarterText[]): string {
  return `${header}${questions.map(({ text }) => `      ${text.trimStart()}\n`).join('')}`;
}

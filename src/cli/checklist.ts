import type { Answer, ReviewRole } from '../core/review/answer';
import type { ReviewFormat, ReviewQuery, ReviewResult } from '../core/review/reviewItem';
import { reviewExport } from '../core/features/reviewExport';
import type { ReviewService } from '../core/reviewService';
import type { Service } from '../core/service';
import { createGit } from '../node/git';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { plainText, printableJson } from './output';
import { readStandardInput, readTextFile } from './textFile';
import { verifyText, verifyJson } from './verification';
import { openWorkspace, say } from './workspace';

export const checklist: Command = {
  call: 'checklist [verify FILE]',
  says: 'what a review of this branch asks, and whether a text answers it',
  options: {
    base: 'what the branch left, such as origin/main; its upstream or the default branch without it',
    for: 'items for the author or the reviewer, and those for anyone; all without it',
    answers: 'a text with answers, such as the body of a pull request; - is standard input',
    strict: 'with verify: exits with 3 where an item is not answered, or its answer is stale',
  },
  formats: ['text', 'markdown', 'json'],
  more: `It asks git what the working tree changes since the branch left its base, and holds the checklists against
that. Answers are read from the trailers of the branch's commits (Leadlight-Review:), and from --answers.
verify reads FILE, such as the body of a pull request, or - for standard input, and lists the items that
apply and that it does not answer, or that changed since. It comes as text or json.`,
  run: runChecklist,
};

async function runChecklist(input: CommandInput): Promise<ExitCode> {
  const [verb, file, ...rest] = input.positionals;
  const query = queryOf(input);
  if (verb === undefined) {
    if (input.options.strict) throw new UsageError('--strict belongs to checklist verify.');
    return withReview(input, async (review) => printChecklist(review, query, input));
  }
  if (verb !== 'verify' || file === undefined || rest.length > 0)
    throw new UsageError('checklist takes no arguments but "verify FILE".');
  if (input.options.answers !== undefined) throw new UsageError('verify takes its answers from FILE.');
  if (input.format === 'markdown') throw new UsageError('checklist verify does not come as markdown.');
  const text = await readText(file);
  return withReview(input, async (review) => {
    const { withoutDiff } = await resultOf(review, query);
    if (withoutDiff !== undefined) throw new Error(`It cannot be told what is answered. ${withoutDiff}`);
    const verification = (await review.verify(query, text))!;
    const isWhole = verification.unanswered.length === 0 && verification.stale.length === 0;
    input.write(input.format === 'json' ? printableJson(verifyJson(verification)) : verifyText(verification));
    return isWhole || !input.options.strict ? exitCodes.answered : exitCodes.refused;
  });
}

async function printChecklist(
  review: ReviewService,
  query: ReviewQuery,
  { options, format, write }: CommandInput,
): Promise<ExitCode> {
  const text = options.answers === undefined ? undefined : await readText(options.answers);
  // Refuses a wrong base before anything else is asked about it.
  const { withoutDiff } = await resultOf(review, query);
  const answers = await answersIn(review, query, text);
  const result = await resultOf(review, { ...query, answers });
  const printed = reviewExport(result, { format: format as ReviewFormat, concerns: [] });
  if (withoutDiff !== undefined && format !== 'text') say(withoutDiff);
  write(format === 'json' ? printableJson(JSON.parse(printed)) : plainText(printed));
  return exitCodes.answered;
}

/** What the commits of the branch answer, and what a text says instead. */
async function answersIn(
  review: ReviewService,
  query: ReviewQuery,
  text: string | undefined,
): Promise<readonly Answer[]> {
  const byItem = new Map<string, Answer>();
  for (const answer of await review.committedAnswers(query)) byItem.set(answer.item, answer);
  if (text !== undefined) {
    const { answers, problems } = await review.readBlock(query, text);
    for (const answer of answers) byItem.set(answer.item, answer);
    for (const problem of problems) say(problem);
  }
  const { role } = query;
  // Whoever gave them: commits and texts are the team's.
  return [...byItem.values()].map((answer) => (role === undefined ? answer : { ...answer, role }));
}

async function resultOf(review: ReviewService, query: ReviewQuery): Promise<ReviewResult> {
  const result = (await review.query(query))!;
  if (query.base !== undefined && result.withoutDiff !== undefined) throw new UsageError(result.withoutDiff);
  return result;
}

async function withReview(
  { workspace }: CommandInput,
  use: (review: Service['review']) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { service, host } = await openWorkspace(workspace);
  try {
    service.setGit(createGit({ log: host.log }));
    return await use(service.review);
  } finally {
    service.dispose();
  }
}

function queryOf({ options: { base, for: role } }: CommandInput): ReviewQuery {
  if (base === '') throw new UsageError('--base is the name of a branch, a tag or a commit.');
  if (role !== undefined && !isRole(role)) throw new UsageError('--for is author or reviewer.');
  return { me: [], answers: [], ...(base !== undefined && { base }), ...(role && { role }) };
}

function isRole(role: string): role is ReviewRole {
  return role === 'author' || role === 'reviewer';
}

async function readText(name: string): Promise<string> {
  const text = name === '-' ? await readStandardInput() : await readTextFile(name);
  if (text === undefined) throw new UsageError(`There is no file "${name}".`);
  return text;
}

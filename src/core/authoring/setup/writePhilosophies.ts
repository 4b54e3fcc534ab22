import type { StarterGroup } from './found';

const header = `# What this team believes, and why. Leadlight shows each philosophy on the code that it governs, in the view Here,
# and in the view Guidance. Edits count while you type.
#
# These are somebody else's words to begin with. Go through them together: make each "why" your own, and delete what
# you do not believe. The id names an entry everywhere else, so keep it when you change the words.
# More keys: owner: "@you" says who to ask, exemplars: [src/good.ts] shows code that does it well,
# and level: warning makes it a diagnostic; without "applies" a philosophy is listed and governs no file.
`;

/** The chosen philosophies as a file, under the names of their groups. */
export function writePhilosophies(groups: readonly StarterGroup[]): string {
  const parts = groups.map(({ title, philosophies }) =>
    [`  # ${title}`, ...philosophies.map(({ text }) => `  ${text.trimStart()}`)].join('\n\n'),
  );
  return `${header}\nphilosophies:\n${parts.join('\n\n')}\n`;
}

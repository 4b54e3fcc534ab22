import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createDice } from './dice';
import { lowered, nouns, verbs } from './vocabulary';

const projects = 116;
const filesAProject = 42;
const decisions = 39;
const instructions = 31;

/**
 * Writes a repository as large as `microsoft/agent-framework`, with as many sources of guidance as are in it: nearly 5,000
 * files, decisions of 20 kB, instructions for parts of it, owners, and a template for pull requests.
 */
export function writeTeamTree(folder: string): void {
  const dice = createDice(6);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const sentence = () =>
    `We ${dice.pick(verbs)} each \`${dice.pick(nouns)}\` before the next one is asked for.`;
  const section = (title: string, sentences: number) =>
    `## ${title}\n\n${Array.from({ length: sentences }, sentence).join('\n')}\n`;
  const project = (index: number) => `src/${lowered(nouns[index % nouns.length]!)}${index}`;

  for (let index = 0; index < projects; index++) {
    for (let file = 0; file < filesAProject; file++)
      write(
        `${project(index)}/${dice.pick(verbs)}/part${file}.ts`,
        `// See ADR-00${10 + (file % 29)}\nexport {};\n`,
      );
  }
  for (let index = 1; index <= decisions; index++) {
    const number = String(index).padStart(4, '0');
    write(
      `docs/decisions/${number}-${dice.pick(verbs)}-${index}.md`,
      [
        '---\nstatus: accepted\ndate: 2025-07-10\ndeciders: maya, jon\n---\n',
        `# We agree on part ${index}\n`,
        section('Context and Problem Statement', 80),
        section('Considered Options', 120),
        section('Decision Outcome', 40),
      ].join('\n'),
    );
  }
  for (let index = 0; index < instructions; index++) {
    const place = index === 0 ? '' : `${project(index * 3)}/`;
    write(`${place}AGENTS.md`, ['# Here\n', section('Build', 8), section('Style', 12)].join('\n'));
  }
  const owners = Array.from({ length: projects }, (_, index) => `/${project(index)}/ @team-${index % 9}`);
  write('.github/CODEOWNERS', `* @all\n${owners.join('\n')}\n`);
  write(
    '.github/pull_request_template.md',
    '### Checklist\n\n- [ ] It was tested\n- [ ] It was written down\n',
  );
}

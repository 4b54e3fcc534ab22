import { createDice, type Dice } from './dice';
import { lowered, nouns, verbs } from './vocabulary';

/** Philosophies as teams write them, about code such as `largeProgram`'s; each is one item of a YAML list. */
export function philosophies(
  count: number,
  { filesOf, prefix = 'rule' }: { readonly filesOf: (index: number) => string; readonly prefix?: string },
): readonly string[] {
  const dice = createDice(7);
  return Array.from({ length: count }, (_, index) => philosophy(dice, `${prefix}-${index}`, filesOf(index)));
}

/** The text of a guidance file with these philosophies. */
export function guidanceFile(items: readonly string[]): string {
  return `philosophies:\n${items.join('')}`;
}

function philosophy(dice: Dice, id: string, files: string): string {
  const [noun, verb, other] = [dice.pick(nouns), dice.pick(verbs), dice.pick(nouns)];
  const lines = [
    `id: ${id}`,
    `title: We ${verb} a ${noun.toLowerCase()} in one place only`,
    'why: |',
    `  Each place that can ${verb} a ${noun.toLowerCase()} by itself forgets the ${other.toLowerCase()} sooner or later,`,
    `  and a customer tells us. It happened twice in ${2015 + dice.roll(10)}.`,
    `do: Call \`${noun}Service.${verb}${other}\`, which writes both in one transaction.`,
    ...(dice.roll(2) === 0
      ? [`dont: ${verb} it here, and "remember" the ${other.toLowerCase()} later.`]
      : []),
    ...(dice.roll(5) === 0 ? example(noun, verb) : []),
    ...(dice.roll(6) === 0 ? [`exemplars: ["src/${lowered(noun)}/${verb}.ts#L${1 + dice.roll(90)}"]`] : []),
    'applies:',
    `  files: ${files}`,
    ...(dice.roll(4) === 0 ? ['  except: ["**/*.test.ts", "**/generated/**"]'] : []),
    ...dice
      .pick(locators)({ noun, verb, other })
      .map((line) => `  ${line}`),
    `owner: "@${dice.pick(['maya', 'jon', 'priya', 'wei', 'amara'])}"`,
    ...(dice.roll(5) === 0 ? ['status: trial', `revisit: 2027-0${1 + dice.roll(9)}-01`] : []),
    ...(dice.roll(3) === 0 ? [`tags: [${noun.toLowerCase()}, reliability]`] : []),
  ];
  return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}\n`).join('');
}

function example(noun: string, verb: string): readonly string[] {
  return [
    'examples:',
    `  - bad: 'await repository.${verb}(${lowered(noun)});'`,
    `    good: 'await ${lowered(noun)}Service.${verb}(${lowered(noun)}, { reason });'`,
  ];
}

interface Words {
  readonly noun: string;
  readonly verb: string;
  readonly other: string;
}

/** What the philosophies look for: two in three a text in code, as teams do. */
const locators: readonly ((words: Words) => readonly string[])[] = [
  ({ noun }) => [`text: 'throw new ${noun}Error\\([''"\`]'`, 'in: code'],
  ({ noun, verb }) => [`text: '\\b${verb}${noun}\\('`],
  ({ noun, verb, other }) => [`text: 'await this\\.(?:${verb}|load)(?:${noun}|${other})\\('`],
  ({ noun }) => [`text: 'process\\.env\\.${noun.toUpperCase()}_\\w+'`, 'in: any'],
  ({ noun }) => [`text: '\\b${lowered(noun)}Repository\\.(?:find|load)\\w*\\('`],
  ({ noun }) => [`text: 'await this\\.\\w+${noun}\\([^)]*\\);\\s*\\} catch \\(err\\)'`],
  ({ noun }) => [`text: 'total${noun}s? = \\w+\\.lines\\.filter'`],
  ({ noun, verb }) => [`text: '(?i)${verb}All\\(${noun}\\.id\\)'`],
  ({ noun, verb }) => [`text: '\\b(?:TODO|FIXME): ${verb} the ${noun.toLowerCase()}\\b'`, 'in: comment'],
  ({ noun }) => [`text: '/${noun.toLowerCase()}s/:id/\\w+'`, 'in: string'],
  ({ noun }) => [`symbols: ["Legacy${noun}*", ${noun}Service]`],
  ({ noun, verb }) => [`symbols: ${lowered(noun)}Service.${verb}*`],
  ({ noun, verb }) => [`symbols: "${verb}${noun}"`],
  ({ noun }) => [`imports: ["../${lowered(noun)}/*", "@acme/${noun.toLowerCase()}-legacy"]`],
  ({ noun }) => [`imports: "@acme/${noun.toLowerCase()}"`, `symbols: "${noun}Client"`],
];

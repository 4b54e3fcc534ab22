import { createDice, type Dice } from './dice';
import { lowered, nouns, verbs } from './vocabulary';

/** A TypeScript file of exactly so many lines: imports, then classes, functions and types as services have them. */
export function largeProgram(lines: number): string {
  const dice = createDice(1);
  const written = imports(dice);
  while (written.length < lines) written.push('', ...dice.pick(declarations)(dice));
  // The last declaration is cut short, as while somebody types.
  return `${written.slice(0, lines).join('\n')}\n`;
}

function imports(dice: Dice): string[] {
  const packages = ['express', 'zod', 'pino', 'lodash/groupBy', 'moment', 'pg', 'uuid', 'node:crypto'];
  const own = nouns.slice(0, 40).map((noun) => `../${lowered(noun)}/${dice.pick(verbs)}${noun}`);
  return [...packages, ...own].map((module) => {
    const name = module.replace(/^.*[/:]/, '');
    return dice.roll(4) === 0 ? `import ${name} from '${module}';` : `import { ${name} } from '${module}';`;
  });
}

type Declaration = (dice: Dice) => string[];

const declarations: readonly Declaration[] = [service, service, service, record, handler, table];

function service(dice: Dice): string[] {
  const noun = dice.pick(nouns);
  const methods = Array.from({ length: 3 + dice.roll(6) }, () => ['', ...method(dice, noun)]).flat();
  return [
    `/** Everything that happens to a ${noun.toLowerCase()} between ${dice.pick(verbs)} and ${dice.pick(verbs)}. */`,
    `export class ${noun}Service extends Service<${noun}> {`,
    `  readonly #${lowered(noun)}Repository: ${noun}Repository;`,
    `  #cache = new Map<string, Promise<${noun} | undefined>>();`,
    ...methods.map((line) => (line === '' ? '' : `  ${line}`)),
    '}',
  ];
}

function method(dice: Dice, noun: string): string[] {
  const verb = dice.pick(verbs);
  const other = dice.pick(nouns);
  const body = Array.from({ length: 2 + dice.roll(4) }, () => dice.pick(statements)(dice, noun)).flat();
  return [
    ...(dice.roll(3) === 0
      ? [`/** Can ${verb} a ${noun.toLowerCase()} once its ${other.toLowerCase()} is known. */`]
      : []),
    `async ${verb}${other}(${lowered(other)}: ${other}, options: ${noun}Options = {}): Promise<${noun}> {`,
    `  const ${lowered(noun)} = await this.#${lowered(noun)}Repository.find(${lowered(other)}.${lowered(noun)}Id);`,
    ...body.map((line) => `  ${line}`),
    `  return { ...${lowered(noun)}, ${verb}At: this.clock.now(), version: ${lowered(noun)}.version + 1 };`,
    '}',
  ];
}

type Statement = (dice: Dice, noun: string) => string[];

const statements: readonly Statement[] = [
  (dice, noun) => [
    `if (${lowered(noun)} === undefined || ${lowered(noun)}.state !== '${dice.pick(verbs)}') {`,
    `  throw new ${noun}Error(\`no ${noun.toLowerCase()} to ${dice.pick(verbs)}: \${options.reason ?? 'unknown'}\`);`,
    '}',
  ],
  (dice) => {
    const noun = dice.pick(nouns);
    return [
      'try {',
      `  await this.${dice.pick(verbs)}${noun}(options.${lowered(noun)}, { retries: ${dice.roll(5)} });`,
      ...(dice.roll(4) === 0
        ? ['} catch (err) { throw err; }']
        : [
            '} catch (error) {',
            `  throw new ${noun}Error('could not ${dice.pick(verbs)}', { cause: error });`,
            '}',
          ]),
    ];
  },
  (dice, noun) => [
    `const total${dice.pick(nouns)} = ${lowered(noun)}.lines.filter(({ amount }) => amount > ${dice.roll(900)})`,
    `  .reduce((sum, { amount, quantity }) => sum + amount * quantity, 0);`,
  ],
  (dice, noun) => [
    `this.logger.${dice.pick(['debug', 'info', 'warn'])}({ ${lowered(noun)}Id: options.id }, '${dice.pick(verbs)} ${noun.toLowerCase()}');`,
  ],
  (dice) => [
    `// ${dice.pick(['TODO', 'Note', 'FIXME', 'Why'])}: ${dice.pick(verbs)} the ${dice.pick(nouns).toLowerCase()} before the ${dice.pick(nouns).toLowerCase()}, see #${dice.roll(9000)}`,
  ],
  (dice, noun) => [
    `for (const ${lowered(dice.pick(nouns))} of await this.${dice.pick(verbs)}All(${lowered(noun)}.id)) {`,
    `  this.#cache.delete(\`${lowered(noun)}:\${options.tenant}:${dice.pick(verbs)}\`);`,
    '}',
  ],
  (dice) => [
    `const started${dice.pick(nouns)} = ${dice.pick(['Date.now()', 'new Date()', 'performance.now()', 'moment()'])};`,
  ],
  (dice, noun) => [`const pattern = /^${noun.slice(0, 3).toUpperCase()}-\\d{${4 + dice.roll(6)}}$/u;`],
];

function record(dice: Dice): string[] {
  const noun = dice.pick(nouns);
  const fields = Array.from({ length: 4 + dice.roll(8) }, () => {
    const name = `${dice.pick(verbs)}${dice.pick(nouns)}`;
    return `  readonly ${name}${dice.roll(3) === 0 ? '?' : ''}: ${dice.pick(['string', 'number', 'Date', dice.pick(nouns)])};`;
  });
  return [`export interface ${noun}Options {`, ...fields, '}'];
}

function handler(dice: Dice): string[] {
  const [noun, verb] = [dice.pick(nouns), dice.pick(verbs)];
  return [
    `router.post('/${noun.toLowerCase()}s/:id/${verb}', async (request, response, next) => {`,
    `  const body = ${verb}${noun}Schema.parse(request.body);`,
    `  const url = \`https://\${process.env.${noun.toUpperCase()}_HOST}/v2/${noun.toLowerCase()}s/\${request.params.id}\`;`,
    `  const result = await ${lowered(noun)}Service.${verb}${noun}(body, { url, trace: request.headers['x-trace'] });`,
    `  if (result.legacy) return next(new HttpError(410, 'this ${noun.toLowerCase()} is gone'));`,
    '  response.status(201).json(result);',
    '});',
  ];
}

function table(dice: Dice): string[] {
  const noun = dice.pick(nouns);
  const rows = Array.from({ length: 6 + dice.roll(10) }, () => {
    const verb = dice.pick(verbs);
    return `  ${verb}${dice.pick(nouns)}: { label: '${verb} this ${noun.toLowerCase()}', weight: ${dice.roll(100) / 10} },`;
  });
  return [`export const ${lowered(noun)}Actions = {`, ...rows, '} as const;'];
}

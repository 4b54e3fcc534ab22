/** Where a tour may be played: CodeTour knows the system, and whether the editor is in a browser. */
export const tourHosts = ['linux', 'mac', 'windows', 'linux-web', 'mac-web', 'windows-web'] as const;

export type TourHost = (typeof tourHosts)[number];

type Value = boolean | string;
/** The value that an expression has in a host. */
type Expression = (host: TourHost) => Value;

const names: Readonly<Record<string, Expression>> = {
  true: () => true,
  false: () => false,
  isLinux: (host) => host.startsWith('linux'),
  isMac: (host) => host.startsWith('mac'),
  isWindows: (host) => host.startsWith('windows'),
  isWeb: (host) => host.endsWith('-web'),
};

const maxLength = 1_000;
const maxDepth = 20;

/**
 * The hosts in which a tour's `when` holds; `undefined` where it cannot be read. Of Jexl, which CodeTour evaluates it
 * with, it has what these names can be put together with: `!`, `&&`, `||`, `==`, `!=`, parentheses and texts. Nothing
 * of it is ever run.
 */
export function readWhen(text: string): readonly TourHost[] | undefined {
  const tokens = text.length <= maxLength ? tokensOf(text) : undefined;
  if (tokens === undefined) return undefined;
  const reader = new WhenReader(tokens);
  const expression = reader.either(0);
  if (expression === undefined || !reader.isAtEnd) return undefined;
  return tourHosts.filter((host) => Boolean(expression(host)));
}

function tokensOf(text: string): readonly string[] | undefined {
  const token = /\s*(&&|\|\||[=!]=|[!()]|[A-Za-z]\w*|"[^"\\]*"|'[^'\\]*')\s*/y;
  const tokens: string[] = [];
  while (token.lastIndex < text.length) {
    const found = token.exec(text)?.[1];
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
}

/** Goes through the tokens, one method for each strength of binding. */
class WhenReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(depth: number): Expression | undefined {
    return this.#chain(['||'], {
      next: () => this.#both(depth),
      join: (a, b) => (host) => a(host) || b(host),
    });
  }

  #both(depth: number): Expression | undefined {
    return this.#chain(['&&'], {
      next: () => this.#compared(depth),
      join: (a, b) => (host) => a(host) && b(host),
    });
  }

  #compared(depth: number): Expression | undefined {
    return this.#chain(['==', '!='], {
      next: () => this.#single(depth),
      join: (a, b, sign) => (host) => (a(host) === b(host)) === (sign === '=='),
    });
  }

  #chain(
    signs: readonly string[],
    {
      next,
      join,
    }: {
      next(): Expression | undefined;
      join(a: Expression, b: Expression, sign: string): Expression;
    },
  ): Expression | undefined {
    let left = next();
    while (left !== undefined && signs.includes(this.#tokens[this.#at] ?? '')) {
      const sign = this.#tokens[this.#at++]!;
      const right = next();
      left = right && join(left, right, sign);
    }
    return left;
  }

  #single(depth: number): Expression | undefined {
    const token = this.#tokens[this.#at++];
    if (token === undefined || depth > maxDepth) return undefined;
    if (token === '!') {
      const negated = this.#single(depth + 1);
      return negated && ((host) => !negated(host));
    }
    if (token === '(') {
      const inner = this.either(depth + 1);
      return this.#tokens[this.#at++] === ')' ? inner : undefined;
    }
    if (/^["']/.test(token)) return () => token.slice(1, -1);
    return Object.hasOwn(names, token) ? names[token] : undefined;
  }
}

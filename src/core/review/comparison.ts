/** A number held against another, such as `> 400`. */
export interface Comparison {
  /** In words: `over 400`. */
  readonly words: string;
  holds(value: number): boolean;
}

export function isComparison(text: string): boolean {
  return pattern.test(text.trim());
}

/** Reads `> 400`, `<= 0.5`, `= 3` and `3`; call it with what `isComparison` accepts. */
export function compileComparison(text: string): Comparison {
  const [, sign = '=', digits = ''] = pattern.exec(text.trim()) ?? [];
  const { words, holds } = signs[sign as keyof typeof signs];
  const bound = Number(digits);
  return { words: `${words} ${digits}`, holds: (value) => holds(value, bound) };
}

const pattern = /^(>=|<=|==|!=|>|<|=)?\s*(-?\d{1,15}(?:\.\d{1,15})?)$/;

const equal = { words: 'just', holds: (a: number, b: number) => a === b };
const signs = {
  '>': { words: 'over', holds: (a: number, b: number) => a > b },
  '>=': { words: 'at least', holds: (a: number, b: number) => a >= b },
  '<': { words: 'under', holds: (a: number, b: number) => a < b },
  '<=': { words: 'at most', holds: (a: number, b: number) => a <= b },
  '!=': { words: 'other than', holds: (a: number, b: number) => a !== b },
  '=': equal,
  '==': equal,
};

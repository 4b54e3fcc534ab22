export type Currency = 'EUR' | 'GBP';

/** An amount in the currency's minor unit: 1999 EUR is 19.99 €. Always a whole number. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

export function money(minor: number, currency: Currency = 'EUR'): Money {
  if (!Number.isSafeInteger(minor)) {
    throw new RangeError(`Money is counted in whole minor units, and ${minor} is not one.`);
  }
  return { minor, currency };
}

export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw new Error(`Convert first: ${left.currency} and ${right.currency} cannot be added.`);
  }
  return money(left.minor + right.minor, left.currency);
}

export function times(amount: Money, factor: number): Money {
  return money(amount.minor * factor, amount.currency);
}

/** Splits so that nothing is lost: the first parts carry the odd cents. */
export function split(amount: Money, parts: number): readonly Money[] {
  const each = Math.floor(amount.minor / parts);
  const odd = amount.minor - each * parts;
  return Array.from({ length: parts }, (_, index) => money(each + (index < odd ? 1 : 0), amount.currency));
}

/** For people. The only place where an amount gets a decimal point. */
export function show({ minor, currency }: Money, locale = 'en-IE'): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100);
}

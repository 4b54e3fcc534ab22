/** Stock keeping unit: what we sell, in this size and colour. Never the product. */
export type Sku = string;

export interface Line {
  readonly sku: Sku;
  readonly quantity: number;
}

export interface Cart {
  readonly lines: readonly Line[];
}

export function createCart(): Cart {
  return { lines: [] };
}

/** A second helping of the same SKU joins its line: customers read one line, and so does picking. */
export function addToCart(cart: Cart, sku: Sku, quantity = 1): Cart {
  const present = cart.lines.find((line) => line.sku === sku);
  return setQuantity(cart, sku, (present?.quantity ?? 0) + quantity);
}

/** Zero removes the line. */
export function setQuantity(cart: Cart, sku: Sku, quantity: number): Cart {
  if (!Number.isInteger(quantity) || quantity < 0) {
    throw new RangeError(`Order ${sku} in whole pieces: ${quantity} is not possible.`);
  }
  const others = cart.lines.filter((line) => line.sku !== sku);
  return { lines: quantity === 0 ? others : [...others, { sku, quantity }] };
}

export function pieces(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0);
}

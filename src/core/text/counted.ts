/** An amount with its noun: `1 day`, `3 days`, and `2 entries` where the plural is told. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

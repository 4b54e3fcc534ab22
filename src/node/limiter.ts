/** Runs actions in the order in which they come, at most `most` at a time. */
export function createLimiter(most: number): <T>(action: () => Promise<T>) => Promise<T> {
  // A set gives its oldest member in constant time; an array would move all the others up.
  const waiting = new Set<() => void>();
  let free = most;
  return async (action) => {
    if (free > 0) free--;
    else await new Promise<void>((proceed) => waiting.add(proceed));
    try {
      return await action();
    } finally {
      // The place goes straight to the next one, so that nobody can take it in between.
      const [next] = waiting;
      if (next === undefined) free++;
      else {
        waiting.delete(next);
        next();
      }
    }
  };
}

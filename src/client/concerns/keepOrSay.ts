import { sayFailed } from '../notice';

/** What was kept; where it could not be, the person is told why, and the result is `undefined`. */
export async function keepOrSay<T>(keeping: Promise<T>): Promise<T | undefined> {
  try {
    return await keeping;
  } catch (error) {
    void sayFailed(`The concern was not kept: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

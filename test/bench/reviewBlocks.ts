/**
 * Runs inside an extension host, in a window on a large repository: prints as JSON how long the extension host was kept
 * at most while nothing was asked of it, and then while a review was started.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { until } from './until';

/** Milliseconds. */
export interface ReviewBlocks {
  readonly idle: number;
  readonly review: number;
  /** Until the review was there. */
  readonly took: number;
}

const settling = 15_000;
const idle = 10_000;
/** The view is filled, and what is drawn after it. */
const after = 3_000;

export async function run(): Promise<void> {
  const leadlight = vscode.extensions.getExtension('leadlight.leadlight');
  await until(async () => leadlight?.isActive === true);
  // VS Code's own extensions read the repository too.
  await wait(settling);
  const before = await longestBlock(() => wait(idle));
  const start = performance.now();
  let took = 0;
  const review = await longestBlock(async () => {
    await vscode.commands.executeCommand('leadlight.startReview');
    took = performance.now() - start;
    await wait(after);
  });
  const blocks: ReviewBlocks = { idle: before, review, took };
  console.log(`blocks ${JSON.stringify(blocks)}`);
}

async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

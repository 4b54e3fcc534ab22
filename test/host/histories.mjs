/** Real histories to replay: clones of public repositories, never built and never run. Imports nothing from npm. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runProgram } from './processes.mjs';
import { installOnce } from './setUp.mjs';

/** `tip`: the newest commit that counts. @typedef {{ readonly name: string, readonly url: string, readonly tip: string }} History */
/** A clone with a working tree of its own. @typedef {History & { readonly folder: string }} ClonedHistory */
/** @typedef {History & { readonly reason: string }} MissingHistory */

const milliseconds = 30 * 60_000;

/**
 * Clones what is not there yet: from LEADLIGHT_HISTORIES/NAME where that variable names a folder of clones, else from
 * the web. What cannot be had is told, not thrown.
 *
 * @param {readonly History[]} histories
 * @returns {Promise<{ cloned: readonly ClonedHistory[], missing: readonly MissingHistory[] }>}
 */
export async function setUpHistories(histories) {
  /** @type {ClonedHistory[]} */
  const cloned = [];
  /** @type {MissingHistory[]} */
  const missing = [];
  for (const history of histories) {
    try {
      cloned.push({ ...history, folder: await cloneHistory(history) });
    } catch (error) {
      missing.push({ ...history, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { cloned, missing };
}

/** @param {History} history */
async function cloneHistory({ name, url, tip }) {
  const own = process.env.LEADLIGHT_HISTORIES && join(process.env.LEADLIGHT_HISTORIES, name);
  const source = own && existsSync(own) ? own : url;
  const folder = await installOnce(`histories/${name}@${tip.slice(0, 12)}`, async (into) => {
    const args = ['clone', '--quiet', '--no-checkout', source, join(into, 'clone')];
    const { code, output } = await runProgram('git', args, { limit: milliseconds });
    if (code !== 0) throw new Error(`git clone failed: ${output.trim().split('\n').at(-1) ?? ''}`);
  });
  return join(folder, 'clone');
}

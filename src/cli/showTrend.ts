import { trendText } from '../core/features/trendText';
import { createGit } from '../node/git';
import { userCacheFolder } from '../node/scanCacheFile';
import { readTrendCache, writeTrendCache } from '../node/trendCacheFile';
import { type CommandInput, type ExitCode, exitCodes } from './command';
import { plainText, printableJson } from './output';
import { openWorkspace } from './workspace';

/** Prints how the debt of a workspace came to be. What its history holds is kept for the next time. */
export async function showTrend(input: CommandInput): Promise<ExitCode> {
  const { format, options, version } = input;
  const { service, host } = await openWorkspace(input.workspace);
  const { root } = service.guidance()[0]!;
  const cacheFolder = options['no-cache'] ? undefined : userCacheFolder(version);
  if (cacheFolder !== undefined) {
    const known = service.debt.trend.cacheOf(root);
    for (const [key, blobs] of await readTrendCache(cacheFolder, root)) known.set(key, blobs);
  }
  service.setGit(createGit({ log: host.log }));
  const trend = await service.debt.readTrend();
  service.dispose();
  if (trend === undefined) throw new Error('git knows no history of this folder.');
  if (cacheFolder !== undefined) await writeTrendCache(cacheFolder, root, service.debt.trend.cacheOf(root));
  input.write(format === 'json' ? printableJson(trend) : plainText(trendText(trend)));
  return exitCodes.answered;
}

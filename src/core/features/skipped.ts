import type { DebtScan } from './debt';

/** What a scan left out, each a sentence. */
export function skippedSentences({ skipped }: DebtScan): readonly string[] {
  return skipped.map(({ reason, count }) =>
    count === 1
      ? `1 file was not scanned: it ${reason}.`
      : `${count ?? 'More'} files were not scanned: each ${reason}.`,
  );
}

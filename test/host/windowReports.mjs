/** Reads what suiteWindow.ts prints in a window, and counts it. */

const reportMark = '@leadlight-test ';

/** Collects the lines of one window; lines that are no reports are passed over. */
export function readReports() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const failures = [];
  let ended = false;
  let last = 'no test';
  return {
    /** @param {string} line */
    read(line) {
      const at = line.indexOf(reportMark);
      if (at < 0) return;
      /** @type {import('./suiteWindow').WindowReport} */
      const report = JSON.parse(line.slice(at + reportMark.length, line.lastIndexOf('}') + 1));
      if (report.type === 'start') last = `"${report.title}"`;
      else if (report.type === 'end') ended = true;
      else counts[report.type]++;
      if (report.type === 'failed') failures.push(`${report.title}\n${report.text}`);
    },
    ended: () => ended,
    /**
     * What the window came to. One that did not report its end, or ran no test, has a failure more.
     *
     * @param {string} reason why no more reports will come
     * @returns {import('./suites.mjs').SuiteResult}
     */
    result(reason) {
      if (ended && counts.passed + counts.failed + counts.skipped > 0) return { ...counts, failures };
      const text = ended
        ? 'The window ran no test.'
        : `The window did not report its end: ${reason}; the last to begin was ${last}.`;
      return { ...counts, failed: counts.failed + 1, failures: [...failures, text] };
    },
  };
}

/** Reads Playwright's report. */

/**
 * @typedef {{ title: string, file?: string, line?: number, tests?: { status: string }[], specs?: Part[], suites?: Part[] }} Part
 */

/**
 * The tests of a report that came to this end (`flaky`: failed, then passed), each by its file, line and full name.
 * @param {Part | undefined} report @param {string} status @returns {string[]}
 */
export function namesOf(report, status) {
  return (report?.suites ?? []).flatMap((file) => walk(file, [], status));
}

/** @param {Part} part @param {string[]} above @param {string} status @returns {string[]} */
function walk(part, above, status) {
  const own = (part.specs ?? [])
    .filter(({ tests }) => tests?.some((test) => test.status === status))
    .map(({ title, file, line }) => [`${file}:${line}`, ...above, title].join(' › '));
  return [...own, ...(part.suites ?? []).flatMap((suite) => walk(suite, [...above, suite.title], status))];
}

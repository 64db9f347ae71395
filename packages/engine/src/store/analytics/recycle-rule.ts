export interface ProcessReport {
  readonly rssBytes: number;
  readonly running: number;
  readonly waiting: number;
}

/**
 * Says when an engine's process should be replaced: above the threshold, and without work for five reports in a row, so that the
 * allocator's own way of giving memory back (it takes some seconds) comes first. A process that is hardly larger than when it was fresh is kept, since a new one would be the same.
 */
export function recycleRule(aboveBytes: number): (report: ProcessReport) => boolean {
  let freshBytes: number | undefined;
  let idleReports = 0;
  return (report) => {
    freshBytes ??= report.rssBytes;
    idleReports = report.running + report.waiting === 0 ? idleReports + 1 : 0;
    return idleReports >= 5 && report.rssBytes > aboveBytes && report.rssBytes > freshBytes * 1.25;
  };
}

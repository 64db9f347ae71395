/** The sample that a reader would take of a file: at most a thousand lines spread over it, and five runs of forty neighbours. */
export function sampleOf({ name, delimiter, columns, rows }, most = 1000) {
  const line = (at) => ({ line: at + 2, cells: rows[at].map((text) => (text === '' ? null : text)) });
  const spread =
    rows.length <= most
      ? rows.map((_, at) => at)
      : Array.from({ length: most }, (_, at) => Math.floor((at * rows.length) / most));
  const blocks = [0, 0.25, 0.5, 0.75, 0.9].map((share) => {
    const from = Math.floor(share * rows.length);
    return rows.slice(from, from + 40).map((_, at) => line(from + at));
  });
  return {
    name,
    format: 'csv',
    columns: columns.map(({ header }) => header),
    rows: spread.map(line),
    blocks,
    rowCount: { estimate: rows.length, isExact: true },
    form: { delimiter },
  };
}

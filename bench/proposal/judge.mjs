/**
 * Holds a proposal against the truth of its file. A column is right if its meaning is, and what is needed to read it: the order of day and month,
 * the decimal mark and the scale must be right or asked with nothing pre-chosen. Sensitive columns must be left out.
 */
export function judge(file, proposal) {
  const openFor = new Set(
    proposal.questions
      .filter(({ chosen }) => chosen === null)
      .flatMap(({ topic, columns }) => columns.map((column) => `${topic}:${column}`)),
  );
  return {
    isKindRight: proposal.lineKind === file.kind,
    kind: proposal.lineKind,
    columns: file.columns.map((truth, at) => {
      const said = proposal.columns[at];
      const fault = said.meaning === truth.truth ? readingFault(truth, said, openFor) : said.meaning;
      return { header: truth.header, isNonsense: truth.isNonsense, truth: truth.truth, fault };
    }),
  };
}

const leftOut = new Set(['health', 'national-id', 'bank-account', 'payment-card', 'free-text']);

function readingFault({ truth, header, reads }, said, openFor) {
  if (leftOut.has(truth) && said.isChosen) return `${truth}, taken`;
  if (reads === null) return null;
  const reading = said.reading;
  if (reads.type === 'date') {
    const order = orderOf(reading.formats);
    return order === reads.order || openFor.has(`date-order:${header}`) ? null : `date, ${order} for ${reads.order}`;
  }
  if (reads.type === 'number')
    return reading.decimal === reads.decimal || openFor.has(`decimal:${header}`) ? null : `number, ${reading.decimal}`;
  return (reading.from === reads.from && reading.to === reads.to) || openFor.has(`score-scale:${header}`)
    ? null
    : `score, ${reading.from} to ${reading.to}`;
}

function orderOf(formats) {
  const [format = 'yyyy-MM-dd'] = formats;
  return format
    .replace(/[^yMd]/g, '')
    .replace(/(.)\1*/g, '$1')
    .toLowerCase();
}

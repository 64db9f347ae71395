import { column, oneOf, wordsOf } from './column.mjs';

/** Calls, complaints and messages: what about, and how they went. */
export const contactColumns = {
  callNumber: column(
    'call-number',
    ['Call ID', 'call_ref', 'Interaction ID', 'CallNo'],
    ['Anruf-ID', 'Gesprächsnr', 'Call-ID', 'vorgang_anruf'],
    (line) => `${line.file.callPrefix}${line.file.callBase + line.row}`,
  ),
  duration: column(
    'duration',
    ['Duration', 'talk_time', 'Length', 'Handle Time (s)'],
    ['Dauer', 'Gesprächsdauer', 'Dauer (s)', 'gespraechszeit'],
    (line) => duration(line, line.chance.whole(12, 1900)),
  ),
  waiting: column(
    'duration',
    ['Wait', 'wait_time', 'Queue Time'],
    ['Wartezeit', 'Warteschleife', 'wartezeit_sek'],
    (line) => duration(line, line.chance.whole(0, 400)),
  ),
  callReason: column(
    'reason',
    ['Reason', 'Topic', 'Call Type', 'subject'],
    ['Grund', 'Anliegen', 'Thema', 'Anrufgrund'],
    oneOf('callReasons'),
  ),
  callOutcome: column(
    'outcome',
    ['Outcome', 'Result', 'Resolution', 'disposition'],
    ['Ergebnis', 'Ausgang', 'Erledigung'],
    oneOf('callOutcomes'),
  ),
  direction: column(
    'direction',
    ['Direction', 'in_out', 'Call Direction'],
    ['Richtung', 'Ein/Aus', 'anrufrichtung'],
    (line) => line.chance.pick([wordsOf(line).directions[0], wordsOf(line).directions[0], wordsOf(line).directions[1]]),
  ),
  caseNumber: column(
    'case-number',
    ['Case No', 'ticket_id', 'Complaint Ref', 'Ticket'],
    ['Fallnummer', 'Ticket-Nr', 'Vorgang', 'Beschwerde-Nr'],
    (line) => `${line.file.casePrefix}${line.file.caseBase + line.row}`,
  ),
  complaintReason: column(
    'reason',
    ['Complaint Reason', 'Root Cause', 'Type', 'Issue'],
    ['Beschwerdegrund', 'Ursache', 'Problem', 'Art der Beschwerde'],
    oneOf('complaintReasons'),
  ),
  caseState: column(
    'outcome',
    ['Status', 'State', 'case_status'],
    ['Status', 'Bearbeitungsstand', 'Stand'],
    oneOf('caseStates'),
  ),
  mailEvent: column(
    'event',
    ['Event', 'event_type', 'Action', 'Activity'],
    ['Ereignis', 'Aktion', 'Typ', 'event'],
    oneOf('events'),
  ),
  campaign: column(
    'campaign',
    ['Campaign', 'campaign_name', 'Mailing'],
    ['Kampagne', 'Mailing', 'Aussendung'],
    oneOf('campaigns'),
  ),
  subject: column('text', ['Subject', 'subject_line'], ['Betreff', 'Betreffzeile'], oneOf('subjects')),
  link: column(
    'url',
    ['URL', 'link', 'clicked_url', 'Target'],
    ['Link', 'URL', 'Klickziel'],
    (line) =>
      `https://www.${line.chance.pick(['shop', 'store', 'mode-haus'])}.example/${line.chance.pick(['p', 'c', 'angebote', 'sale'])}/${line.chance.whole(1, 400)}?utm_source=nl`,
    0.4,
  ),
  notes: column(
    'free-text',
    ['Notes', 'Comment', 'Remarks', 'Feedback', 'Anything else?'],
    ['Notiz', 'Kommentar', 'Bemerkung', 'Anmerkungen', 'Freitext'],
    (line) => comment(line),
    0.25,
  ),
};

function duration(line, seconds) {
  if (line.file.hasClockDurations)
    return `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return String(seconds);
}

function comment(line) {
  const list = wordsOf(line).comments;
  const tail = line.chance.chance(0.5) ? ` ${line.chance.pick(list)}` : '';
  return `${line.chance.pick(list)}${tail}${line.chance.chance(0.2) ? ` (${line.who.first})` : ''}`;
}

import { column, oneOf } from './column.mjs';

/** When it happened, where, over what and with whom. */
export const occasionColumns = {
  day: column(
    'date',
    ['Date', 'order_date', 'Day', 'Trans Date', 'Visit Date'],
    ['Datum', 'Bestelldatum', 'Tag', 'Belegdatum', 'datum_vorgang'],
    (line) => line.w.day(line.at),
    0,
    'date',
  ),
  moment: column(
    'date-time',
    ['Timestamp', 'created_at', 'Date/Time', 'Start', 'occurred', 'Submitted At'],
    ['Zeitpunkt', 'Zeitstempel', 'Beginn', 'Datum/Uhrzeit', 'erstellt_am', 'Eingang'],
    (line) => line.w.moment(line.at),
    0,
    'date',
  ),
  clock: column('time-of-day', ['Time', 'time_of_day', 'Start Time'], ['Uhrzeit', 'Zeit', 'Startzeit'], (line) =>
    line.w.time(line.at),
  ),
  channel: column(
    'channel',
    ['Channel', 'Source', 'sales_channel', 'Origin'],
    ['Kanal', 'Vertriebsweg', 'Bestellweg', 'Eingangskanal'],
    oneOf('channels'),
  ),
  location: column(
    'location',
    ['Store', 'Branch', 'Location', 'shop_name', 'Site'],
    ['Filiale', 'Standort', 'Markt', 'Geschäft'],
    oneOf('locations'),
  ),
  agent: column(
    'agent',
    ['Agent', 'handled_by', 'Advisor', 'Operator', 'Rep'],
    ['Agent', 'Bearbeiter', 'Sachbearbeiter', 'Mitarbeiter', 'Berater'],
    oneOf('agents'),
  ),
  persons: column('quantity', ['Party Size', 'Visitors', 'Guests'], ['Personen', 'Besucher', 'Gäste'], (line) =>
    String(line.chance.pick([1, 1, 2, 2, 3, 4])),
  ),
  ip: column(
    'ip-address',
    ['IP', 'ip_address', 'client_ip'],
    ['IP-Adresse', 'ip'],
    (line) =>
      `${line.chance.whole(2, 220)}.${line.chance.whole(0, 255)}.${line.chance.whole(0, 255)}.${line.chance.whole(1, 254)}`,
  ),
  userAgent: column('user-agent', ['User Agent', 'ua', 'browser'], ['User-Agent', 'Browser', 'client'], (line) =>
    line.chance.pick(agents),
  ),
};

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
];

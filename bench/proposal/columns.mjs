import { texts } from './texts.mjs';

/**
 * What the columns of exports hold. Each: what it means in truth, how German and English systems head it, and how a cell is made from the line.
 * `reads` says what a proposal has to know to read it: `date`, `number` or `score`. Headers are those of real exports, not of any dictionary.
 */
const t = (line) => texts[line.language];
const of = (name) => (line) => line.chance.pick(t(line)[name]);

export const columns = {
  email: column(
    'email',
    ['email', 'E-Mail', 'Email Address', 'customer_email', 'contact', 'mail_to', 'Recipient'],
    ['E-Mail', 'E-Mail-Adresse', 'mail_kd', 'Kunden-Mail', 'email_adresse', 'Kontakt', 'Empfänger'],
    (line) => (line.chance.chance(0.15) ? line.who.email.toUpperCase() : line.who.email),
  ),
  phone: column(
    'phone',
    ['Phone', 'phone_number', 'Mobile', 'Tel.', 'Contact No', 'msisdn'],
    ['Telefon', 'Tel.', 'Mobilnummer', 'Handy', 'telefon_privat', 'Rufnummer'],
    (line) => line.w.phone(line.who.phone),
  ),
  caller: column(
    'phone',
    ['Caller', 'caller_id', 'ANI', 'From Number', 'CLI'],
    ['Anrufer', 'Rufnummer A', 'anrufer_nr', 'A-Nummer', 'Telefonnummer'],
    (line) => line.w.phone(line.who.phone),
  ),
  customerNumber: column(
    'customer-number',
    ['customer_id', 'Customer No', 'CustNo', 'Client ID', 'account_no', 'cust_num'],
    ['Kundennummer', 'KdNr', 'Kunden-Nr.', 'kunde_id', 'KD_NR', 'Debitor'],
    (line) => `${line.file.customerPrefix}${String(line.file.customerBase + line.who.number * 7)}`,
  ),
  card: column(
    'loyalty-card',
    ['Loyalty Card', 'card_no', 'Member No', 'clubcard', 'Rewards ID'],
    ['Kundenkarte', 'Kartennummer', 'bonuskarte', 'Karten-Nr', 'Payback-Nr'],
    (line) => `${line.file.cardPrefix}${line.who.card}`,
  ),
  fullName: column(
    'full-name',
    ['Name', 'Customer Name', 'full_name', 'Contact Name'],
    ['Name', 'Kundenname', 'Ansprechpartner', 'kunde_name'],
    (line) => (line.file.isLastFirst ? `${line.who.last}, ${line.who.first}` : `${line.who.first} ${line.who.last}`),
  ),
  firstName: column(
    'first-name',
    ['First Name', 'firstname', 'Given Name', 'fname', 'Forename'],
    ['Vorname', 'vname', 'VORNAME', 'Rufname'],
    (line) => (line.chance.chance(0.1) ? line.who.first.toUpperCase() : line.who.first),
  ),
  lastName: column(
    'last-name',
    ['Last Name', 'Surname', 'lname', 'family_name'],
    ['Nachname', 'Familienname', 'nname', 'Zuname'],
    (line) => (line.chance.chance(0.1) ? line.who.last.toUpperCase() : line.who.last),
  ),
  salutation: column('salutation', ['Title', 'Salutation', 'prefix'], ['Anrede', 'anr', 'ANREDE'], (line) =>
    line.who.isWoman ? t(line).salutations.at(-1) : t(line).salutations[0],
  ),
  gender: column('gender', ['Gender', 'sex'], ['Geschlecht', 'geschl'], (line) =>
    line.who.isWoman ? t(line).genders[1] : t(line).genders[0],
  ),
  company: column(
    'company',
    ['Company', 'Organisation', 'company_name'],
    ['Firma', 'Unternehmen', 'firmenname'],
    (line) => line.who.company,
    0.3,
  ),
  birthday: column(
    'birthday',
    ['Date of Birth', 'DOB', 'birthday', 'birth_date'],
    ['Geburtsdatum', 'geb_dat', 'Geb.', 'Geburtstag'],
    (line) => line.w.day(line.who.birthday),
    0.2,
    'date',
  ),
  street: column(
    'street',
    ['Street', 'Address', 'address_line1', 'Addr1'],
    ['Straße', 'Strasse', 'Anschrift', 'str_hnr'],
    (line) => line.who.street,
  ),
  postcode: column(
    'postcode',
    ['Postcode', 'ZIP', 'zip_code', 'Postal Code'],
    ['PLZ', 'Postleitzahl', 'plz_lief'],
    (line) => line.who.postcode,
  ),
  city: column('city', ['City', 'Town', 'ship_city'], ['Ort', 'Stadt', 'Wohnort'], (line) => line.who.city),
  country: column('country', ['Country', 'country_code', 'Ctry'], ['Land', 'Länderkennzeichen', 'land_iso'], (line) =>
    line.file.hasCountryCodes ? line.chance.pick([line.w.country, line.w.country, 'FR', 'AT']) : of('countries')(line),
  ),
  language: column('language', ['Language', 'lang', 'locale'], ['Sprache', 'Spr', 'sprachcode'], of('languages')),
  consent: column(
    'consent',
    ['Newsletter', 'opt_in', 'Marketing Consent', 'email_permission'],
    ['Newsletter', 'Werbeeinwilligung', 'nl_optin', 'Einwilligung'],
    (line) => line.chance.pick(line.file.flags),
  ),
  createdDay: column(
    'date',
    ['Created', 'created_on', 'Member Since', 'signup_date'],
    ['Angelegt am', 'Kunde seit', 'anlagedatum', 'Erfasst'],
    (line) => line.w.day(line.at),
    0,
    'date',
  ),
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
  orderNumber: column(
    'order-number',
    ['Order No', 'order_id', 'OrderNumber', 'Order #', 'Reference'],
    ['Bestellnummer', 'BestellNr', 'Auftrag', 'auftragsnr', 'Beleg-Nr'],
    (line) => line.order,
  ),
  receipt: column(
    'order-number',
    ['Receipt No', 'receipt', 'Ticket', 'bon_id', 'Transaction'],
    ['Bon-Nr', 'Bonnummer', 'Kassenbon', 'Beleg'],
    (line) => line.order,
  ),
  linePosition: column('number', ['Line', 'Pos', 'line_no'], ['Pos', 'Position', 'Zeile'], (line) =>
    String(line.position),
  ),
  product: column(
    'product',
    ['Product', 'Item', 'Description', 'product_name', 'Title'],
    ['Artikel', 'Produkt', 'Bezeichnung', 'artikelname'],
    of('products'),
  ),
  sku: column(
    'product-number',
    ['SKU', 'Item No', 'EAN', 'product_id'],
    ['Artikelnummer', 'Art.-Nr.', 'EAN', 'artnr'],
    (line) => line.chance.pick(line.file.skus),
  ),
  quantity: column('quantity', ['Qty', 'Quantity', 'Units', 'pieces'], ['Menge', 'Anzahl', 'Stück', 'Stk'], (line) =>
    String(line.chance.pick([1, 1, 1, 1, 2, 2, 3, 4, 6])),
  ),
  unitPrice: column(
    'amount',
    ['Unit Price', 'Price', 'price_each'],
    ['Einzelpreis', 'Preis', 'VK-Preis'],
    (line) => line.w.amount(line.chance.whole(199, 29900) / 100),
    0,
    'number',
  ),
  total: column(
    'amount',
    ['Total', 'Amount', 'grand_total', 'Order Value', 'Net Sales', 'Revenue'],
    ['Summe', 'Betrag', 'Gesamt', 'Umsatz', 'bestellwert', 'Brutto'],
    (line) => line.w.amount(line.chance.whole(500, 240000) / 100),
    0,
    'number',
  ),
  shipping: column(
    'amount',
    ['Shipping', 'shipping_fee', 'Freight'],
    ['Versand', 'Versandkosten', 'Porto'],
    (line) => line.w.amount(line.chance.pick([0, 0, 3.95, 4.9, 5.95])),
    0,
    'number',
  ),
  currency: column('currency', ['Currency', 'Curr', 'ccy'], ['Währung', 'Whg', 'waehrung'], (line) =>
    line.chance.pick([line.file.currency, line.file.currency, line.file.currency, 'CHF']),
  ),
  payment: column(
    'category',
    ['Payment', 'payment_method', 'Paid By'],
    ['Zahlart', 'Zahlungsart', 'zahlweise'],
    of('payments'),
  ),
  orderState: column(
    'outcome',
    ['Status', 'order_status', 'State'],
    ['Status', 'Bestellstatus', 'Stand'],
    of('orderStates'),
  ),
  channel: column(
    'channel',
    ['Channel', 'Source', 'sales_channel', 'Origin'],
    ['Kanal', 'Vertriebsweg', 'Bestellweg', 'Eingangskanal'],
    of('channels'),
  ),
  location: column(
    'location',
    ['Store', 'Branch', 'Location', 'shop_name', 'Site'],
    ['Filiale', 'Standort', 'Markt', 'Geschäft'],
    of('locations'),
  ),
  agent: column(
    'agent',
    ['Agent', 'handled_by', 'Advisor', 'Operator', 'Rep'],
    ['Agent', 'Bearbeiter', 'Sachbearbeiter', 'Mitarbeiter', 'Berater'],
    of('agents'),
  ),
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
    of('callReasons'),
  ),
  callOutcome: column(
    'outcome',
    ['Outcome', 'Result', 'Resolution', 'disposition'],
    ['Ergebnis', 'Ausgang', 'Erledigung'],
    of('callOutcomes'),
  ),
  direction: column(
    'direction',
    ['Direction', 'in_out', 'Call Direction'],
    ['Richtung', 'Ein/Aus', 'anrufrichtung'],
    (line) => line.chance.pick([t(line).directions[0], t(line).directions[0], t(line).directions[1]]),
  ),
  notes: column(
    'free-text',
    ['Notes', 'Comment', 'Remarks', 'Feedback', 'Anything else?'],
    ['Notiz', 'Kommentar', 'Bemerkung', 'Anmerkungen', 'Freitext'],
    (line) => comment(line),
    0.25,
  ),
  responseNumber: column(
    'record-number',
    ['Response ID', 'ResponseId', 'respondent_no', '#'],
    ['Antwort-ID', 'lfdn', 'Teilnehmer', 'Lfd. Nr.'],
    (line) => String(line.file.responseBase + line.row),
  ),
  nps: column(
    'score',
    ['How likely are you to recommend us?', 'NPS', 'recommend', 'Q1'],
    ['Wie wahrscheinlich würden Sie uns weiterempfehlen?', 'NPS', 'Weiterempfehlung', 'F1'],
    (line) => String(line.chance.pick([0, 2, 3, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10])),
    0,
    'score:0:10',
  ),
  rating: column(
    'score',
    ['Rating', 'Satisfaction', 'CSAT', 'Stars', 'Q2'],
    ['Bewertung', 'Zufriedenheit', 'Sterne', 'F2'],
    (line) => String(line.chance.pick([1, 2, 3, 3, 4, 4, 5, 5, 5])),
    0,
    'score:1:5',
  ),
  effort: column(
    'score',
    ['Effort', 'CES', 'How easy was it?', 'Q3'],
    ['Aufwand', 'CES', 'Wie einfach war es?', 'F3'],
    (line) => String(line.chance.pick([1, 2, 3, 4, 5, 5, 6, 6, 7, 7])),
    0,
    'score:1:7',
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
    of('complaintReasons'),
  ),
  caseState: column(
    'outcome',
    ['Status', 'State', 'case_status'],
    ['Status', 'Bearbeitungsstand', 'Stand'],
    of('caseStates'),
  ),
  mailEvent: column(
    'event',
    ['Event', 'event_type', 'Action', 'Activity'],
    ['Ereignis', 'Aktion', 'Typ', 'event'],
    of('events'),
  ),
  campaign: column(
    'campaign',
    ['Campaign', 'campaign_name', 'Mailing'],
    ['Kampagne', 'Mailing', 'Aussendung'],
    of('campaigns'),
  ),
  subject: column('text', ['Subject', 'subject_line'], ['Betreff', 'Betreffzeile'], of('subjects')),
  link: column(
    'url',
    ['URL', 'link', 'clicked_url', 'Target'],
    ['Link', 'URL', 'Klickziel'],
    (line) =>
      `https://www.${line.chance.pick(['shop', 'store', 'mode-haus'])}.example/${line.chance.pick(['p', 'c', 'angebote', 'sale'])}/${line.chance.whole(1, 400)}?utm_source=nl`,
    0.4,
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
  persons: column('quantity', ['Party Size', 'Visitors', 'Guests'], ['Personen', 'Besucher', 'Gäste'], (line) =>
    String(line.chance.pick([1, 1, 2, 2, 3, 4])),
  ),
  illness: column(
    'health',
    ['Condition', 'diagnosis', 'Health Notes'],
    ['Diagnose', 'Erkrankung', 'gesundheit'],
    of('illnesses'),
    0.2,
  ),
  iban: column(
    'bank-account',
    ['IBAN', 'Bank Account', 'account_iban'],
    ['IBAN', 'Bankverbindung', 'Konto'],
    (line) => iban(line.chance),
    0.2,
  ),
  passport: column(
    'national-id',
    ['Passport No', 'National ID', 'SSN'],
    ['Ausweisnummer', 'Reisepass', 'Personalausweis-Nr'],
    (line) =>
      line.language === 'en' && line.file.hasCountryCodes
        ? `${line.chance.whole(100, 899)}-${line.chance.whole(10, 99)}-${line.chance.whole(1000, 9999)}`
        : `${line.chance.pick('CFGHJK'.split(''))}${line.chance.digits(2)}${line.chance.letters(2)}${line.chance.digits(4)}`,
    0.1,
  ),
  payCard: column(
    'payment-card',
    ['Card Number', 'cc', 'PAN'],
    ['Kreditkarte', 'Kreditkartennummer', 'KK-Nr'],
    (line) => payCard(line.chance),
    0.2,
  ),
};

function column(truth, en, de, make, blank = 0.04, reads = null) {
  return { truth, headers: { en, de }, make, blank, reads };
}

function duration(line, seconds) {
  if (line.file.hasClockDurations)
    return `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return String(seconds);
}

function comment(line) {
  const list = t(line).comments;
  const tail = line.chance.chance(0.5) ? ` ${line.chance.pick(list)}` : '';
  return `${line.chance.pick(list)}${tail}${line.chance.chance(0.2) ? ` (${line.who.first})` : ''}`;
}

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
];

function iban(chance) {
  const account = chance.digits(18);
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  const text = `DE${String(check).padStart(2, '0')}${account}`;
  return chance.chance(0.4) ? text.replace(/(.{4})/g, '$1 ').trim() : text;
}

function payCard(chance) {
  const digits = `${chance.pick(['4', '51', '55'])}${chance.digits(15)}`.slice(0, 15);
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  const card = `${digits}${(10 - (sum % 10)) % 10}`;
  return chance.chance(0.4) ? card.replace(/(.{4})/g, '$1 ').trim() : card;
}

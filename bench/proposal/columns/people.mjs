import { column, oneOf, wordsOf } from './column.mjs';

/** Who it is and how to reach them. */
export const peopleColumns = {
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
    line.who.isWoman ? wordsOf(line).salutations.at(-1) : wordsOf(line).salutations[0],
  ),
  gender: column('gender', ['Gender', 'sex'], ['Geschlecht', 'geschl'], (line) =>
    line.who.isWoman ? wordsOf(line).genders[1] : wordsOf(line).genders[0],
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
    line.file.hasCountryCodes
      ? line.chance.pick([line.w.country, line.w.country, 'FR', 'AT'])
      : oneOf('countries')(line),
  ),
  language: column('language', ['Language', 'lang', 'locale'], ['Sprache', 'Spr', 'sprachcode'], oneOf('languages')),
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
};

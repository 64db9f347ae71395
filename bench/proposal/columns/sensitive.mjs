import { column, oneOf } from './column.mjs';

/** What is left out unless somebody chooses it. */
export const sensitiveColumns = {
  illness: column(
    'health',
    ['Condition', 'diagnosis', 'Health Notes'],
    ['Diagnose', 'Erkrankung', 'gesundheit'],
    oneOf('illnesses'),
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

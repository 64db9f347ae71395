/** How one file spells dates, amounts and phone numbers; the truth that the proposal is held against. */
export function writing(chance, country) {
  const order = chance.pick(country === 'US' ? ['mdy', 'mdy', 'ymd'] : ['dmy', 'dmy', 'ymd']);
  const mark = order === 'ymd' ? '-' : chance.pick(country === 'DE' ? ['.', '.', '/'] : ['/', '/', '-']);
  const isPadded = order === 'ymd' || chance.chance(0.8);
  const isShortYear = order !== 'ymd' && chance.chance(0.12);
  const decimal = country === 'DE' ? chance.pick([',', ',', ',', '.']) : chance.chance(0.95) ? '.' : ',';
  const two = (number) => (isPadded ? String(number).padStart(2, '0') : String(number));
  const year = (number) => (isShortYear ? String(number % 100).padStart(2, '0') : String(number));
  const day = (date) => {
    const parts = { d: two(date.day), m: two(date.month), y: year(date.year) };
    return [...order].map((part) => parts[part]).join(mark);
  };
  const isHalfDay = order === 'mdy' && chance.chance(0.3);
  const hasSeconds = chance.chance(0.6);
  const time = (moment) => {
    const seconds = hasSeconds ? `:${String(moment.second).padStart(2, '0')}` : '';
    const minutes = String(moment.minute).padStart(2, '0');
    if (isHalfDay) return `${moment.hour % 12 || 12}:${minutes}${seconds} ${moment.hour < 12 ? 'AM' : 'PM'}`;
    return `${String(moment.hour).padStart(2, '0')}:${minutes}${seconds}`;
  };
  const between = order === 'ymd' ? chance.pick(['T', ' ']) : ' ';
  const behind = order === 'ymd' && between === 'T' && !isHalfDay ? chance.pick(['', 'Z', '+02:00']) : '';
  const hasThousands = chance.chance(0.5);
  const currencyAt = chance.pick(['none', 'none', 'none', 'before', 'behind']);
  const sign = { DE: '€', GB: '£', US: '$' }[country];
  const number = (value, places) => {
    const [whole, fraction] = value.toFixed(places).split('.');
    const grouped = hasThousands ? whole.replace(/(?<=\d)(?=(\d{3})+$)/g, decimal === ',' ? '.' : ',') : whole;
    return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
  };
  const amount = (value) => {
    const text = number(value, 2);
    if (currencyAt === 'before') return `${sign}${text}`;
    return currencyAt === 'behind' ? `${text} ${sign === '€' ? chance.pick(['€', '€', 'EUR']) : sign}` : text;
  };
  const phoneStyle = chance.pick(['international', 'national', 'mixed', 'zeros']);
  return {
    country,
    order,
    decimal,
    day,
    time,
    moment: (at) => `${day(at)}${between}${time(at)}${behind}`,
    amount,
    number,
    phone: (digits) => phone(chance, country, digits, phoneStyle),
    /** Files of a few days in the first days of a month: no line says which number is the day. */
    isNarrow: chance.chance(0.05),
  };
}

function phone(chance, country, digits, given) {
  const style = given === 'mixed' ? chance.pick(['international', 'national', 'zeros', 'blanks']) : given;
  const prefix = { DE: '49', GB: '44', US: '1' }[country];
  const spaced = `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
  if (style === 'international') return `+${prefix}${digits}`;
  if (style === 'zeros')
    return country === 'US'
      ? `1-${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
      : `00${prefix}${digits}`;
  if (style === 'blanks') return `+${prefix} ${spaced}`;
  if (country === 'US') return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
  return country === 'DE' ? `0${digits.slice(0, 3)}/${digits.slice(3)}` : `0${digits.slice(0, 4)} ${digits.slice(4)}`;
}

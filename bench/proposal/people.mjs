/** Invented people of three countries. */
const firstNames = {
  DE: 'Anna Lena Mia Emma Hannah Sophie Marie Lea Laura Julia Katharina Sabine Petra Ursula Monika Lukas Jonas Leon Felix Paul Maximilian Thomas Stefan Andreas Jürgen Klaus Wolfgang Uwe Björn Günther Heike Birgit Yusuf Ayşe Mehmet Agnieszka'.split(
    ' ',
  ),
  GB: 'Olivia Amelia Isla Ava Grace Poppy Sarah Emily Charlotte Fiona Oliver George Harry Jack Alfie Nigel Graham Alan Simon Rhys Siobhan Imogen Callum Priya Mohammed Aisha Gareth Kirsty Duncan Eleanor'.split(
    ' ',
  ),
  US: 'Madison Ashley Brianna Tyler Brandon Austin Jennifer Jessica Michael Christopher Joshua Kimberly Melissa Nicole Kayla Hunter Logan Chase Jose Maria Juan Carlos Latoya DeShawn Hannah Abigail Ethan Mason Cody Megan'.split(
    ' ',
  ),
};

const lastNames = {
  DE: 'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Yılmaz Kowalski Groß Jäger'.split(
    ' ',
  ),
  GB: "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke O'Neill MacDonald Hughes Khan Begum Whitfield Ashworth Pemberton Fairclough".split(
    ' ',
  ),
  US: 'Johnson Williams Brown Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Anderson Moore Nguyen Perez Thompson Sanchez Clark Ramirez Lewis Robinson Young Allen King Scott Torres Hill Flores Rivera Mitchell'.split(
    ' ',
  ),
};

const places = {
  DE: [
    ['Berlin', '10'],
    ['Hamburg', '20'],
    ['München', '80'],
    ['Köln', '50'],
    ['Frankfurt am Main', '60'],
    ['Stuttgart', '70'],
    ['Leipzig', '04'],
    ['Dresden', '01'],
    ['Bremen', '28'],
    ['Nürnberg', '90'],
    ['Bad Homburg', '61'],
    ['Göttingen', '37'],
  ],
  GB: [
    ['London', 'SW'],
    ['Manchester', 'M'],
    ['Leeds', 'LS'],
    ['Bristol', 'BS'],
    ['York', 'YO'],
    ['Cardiff', 'CF'],
    ['Glasgow', 'G'],
    ['Norwich', 'NR'],
    ['Stoke-on-Trent', 'ST'],
  ],
  US: [
    ['Austin', '787'],
    ['Denver', '802'],
    ['Chicago', '606'],
    ['Portland', '972'],
    ['Boston', '021'],
    ['Phoenix', '850'],
    ['Nashville', '372'],
    ['San Diego', '921'],
    ['Salt Lake City', '841'],
  ],
};

const streets = {
  DE: [
    'Hauptstraße',
    'Bahnhofstr.',
    'Gartenweg',
    'Am Markt',
    'Lindenallee',
    'Schillerstraße',
    'Kirchgasse',
    'Birkenweg',
  ],
  GB: ['High Street', 'Station Road', 'Church Lane', 'Victoria Road', 'Mill Close', 'The Crescent', 'Park Avenue'],
  US: ['Main St', 'Oak Avenue', 'Maple Dr', 'Washington Blvd', 'Cedar Ln', 'Lake Road', 'Elm Street'],
};

const mailHosts = {
  DE: ['gmx.de', 'web.de', 't-online.de', 'gmail.com', 'posteo.de', 'freenet.de', 'mueller-bau.de'],
  GB: ['gmail.com', 'btinternet.com', 'hotmail.co.uk', 'yahoo.co.uk', 'outlook.com', 'sky.com'],
  US: ['gmail.com', 'yahoo.com', 'aol.com', 'comcast.net', 'icloud.com', 'outlook.com'],
};

const companies = {
  DE: [
    'Bauer GmbH',
    'Krause & Söhne KG',
    'Elektro Lange',
    'Nordlicht AG',
    'Praxis Dr. Wolf',
    'Hofladen Jäger',
    'TechWerk UG',
  ],
  GB: [
    'Ashworth Ltd',
    'Fairclough & Sons',
    'Northern Foods plc',
    'Bluebell Interiors',
    'Pemberton LLP',
    'Kestrel Media Ltd',
  ],
  US: [
    'Acme Inc.',
    'Riverside Dental',
    'Lopez Landscaping LLC',
    'Summit Partners',
    'Blue Ridge Corp',
    'Harbor Foods Inc',
  ],
};

/** Somebody who does not exist, with all that files say of people. */
export function person(chance, country, number) {
  const isWoman = chance.chance(0.5);
  const first = chance.pick(firstNames[country]);
  const last = chance.pick(lastNames[country]);
  const [city, zip] = chance.pick(places[country]);
  const year = chance.whole(1938, 2006);
  return {
    number,
    first,
    last,
    isWoman,
    email: emailOf(chance, country, first, last, year, number),
    phone: national(chance, country),
    street:
      country === 'DE'
        ? `${chance.pick(streets.DE)} ${chance.whole(1, 140)}${chance.chance(0.1) ? 'a' : ''}`
        : `${chance.whole(1, 950)} ${chance.pick(streets[country])}`,
    city,
    postcode: postcode(chance, country, zip),
    birthday: { year, month: chance.whole(1, 12), day: chance.whole(1, 28) },
    company: chance.pick(companies[country]),
    card: chance.digits(9),
  };
}

function emailOf(chance, country, first, last, year, number) {
  const plain = (text) =>
    text
      .toLowerCase()
      .replaceAll('ä', 'ae')
      .replaceAll('ö', 'oe')
      .replaceAll('ü', 'ue')
      .replaceAll('ß', 'ss')
      .normalize('NFD')
      .replace(/[^a-z]/g, '');
  const a = plain(first);
  const b = plain(last);
  const name = chance.pick([
    `${a}.${b}`,
    `${a[0]}.${b}${year % 100}`,
    `${a}${number}`,
    `${b}_${a}`,
    `${a}-${b}`,
    `${a}.${b}+shop`,
  ]);
  return `${name}${chance.chance(0.4) ? chance.whole(1, 99) : ''}@${chance.pick(mailHosts[country])}`;
}

/** Digits behind the country's prefix. */
function national(chance, country) {
  if (country === 'DE')
    return chance.chance(0.7)
      ? `${chance.pick(['160', '170', '175'])}${chance.whole(2, 9)}${chance.digits(6)}`
      : `30${chance.whole(2, 8)}${chance.digits(6)}`;
  if (country === 'GB')
    return chance.chance(0.7)
      ? `7${chance.pick(['911', '400', '581', '850'])}${chance.digits(6)}`
      : `20794${chance.digits(5)}`;
  return `${chance.pick(['212', '303', '512', '617', '602'])}${chance.whole(2, 9)}${chance.pick(['23', '34', '56', '78'])}${chance.digits(4)}`;
}

function postcode(chance, country, zip) {
  if (country === 'DE') return zip + chance.digits(3);
  if (country === 'US') return zip + chance.digits(2);
  return `${zip}${chance.whole(1, 20)} ${chance.whole(1, 9)}${chance.letters(2)}`;
}

import { shoppingLife } from '../life/shopping/shopping-life.js';
import { ads } from '../systems/ads.js';
import { callCentre } from '../systems/call-centre.js';
import { complaints } from '../systems/complaints.js';
import { crm } from '../systems/crm.js';
import { commitments } from '../systems/later/commitments.js';
import { consent } from '../systems/later/consent.js';
import { loyalty } from '../systems/loyalty.js';
import { newsletter } from '../systems/mail/newsletter.js';
import { serviceMail } from '../systems/mail/service-mail.js';
import { advertisingSpend } from '../systems/operations/advertising-spend.js';
import { cancellations } from '../systems/operations/cancellations.js';
import { footfall } from '../systems/operations/footfall.js';
import { happenings } from '../systems/operations/happenings.js';
import { operations } from '../systems/operations/operations.js';
import { returns } from '../systems/returns.js';
import { sourceNamed } from '../systems/source-named.js';
import { surveys } from '../systems/surveys.js';
import type { SystemDesign } from '../systems/system-design.js';
import { tills } from '../systems/tills.js';
import { appEvents } from '../systems/tracking/app-events.js';
import { webEvents } from '../systems/tracking/web-events.js';
import { truthOfDirt } from '../truth/truth-of-dirt.js';
import { truthOfIdentifiers } from '../truth/truth-of-identifiers.js';
import { truthOfPainPoints } from '../truth/truth-of-pain-points.js';
import { truthOfPeople } from '../truth/truth-of-people.js';
import { truthOfRecords } from '../truth/truth-of-records.js';
import type { CompanyDesign } from './company-design.js';

const webShop: SystemDesign = {
  key: 'web-shop',
  kind: 'tracking',
  about: 'the web shop and the kiosks in the shops; knows browsers, and accounts of those who order',
  source: sourceNamed('Web shop', { channel: 'web', team: 'Online', trust: 60, zone: 'UTC' }),
  files: [webEvents('web-shop/events.jsonl', 'pages, accounts and orders as messages of the tracking API')],
};

const app: SystemDesign = {
  key: 'app',
  kind: 'tracking',
  about: 'the app; knows telephones, and accounts while somebody is signed in',
  source: sourceNamed('App', { channel: 'app', team: 'Online', trust: 50, zone: 'UTC' }),
  files: [appEvents('app/events.jsonl', 'screens and orders as messages of the tracking API')],
};

/** Things for home and garden, in ten shops, on the web and in an app. */
export const retailer: CompanyDesign = {
  name: 'Lindwood Home & Garden',
  live: shoppingLife,
  systems: [
    webShop,
    app,
    crm('Customer list', 'Sales'),
    tills,
    loyalty,
    returns,
    callCentre,
    newsletter,
    serviceMail,
    complaints,
    surveys,
    ads,
    consent,
    operations([cancellations, footfall, happenings('retailer'), advertisingSpend]),
    commitments('retailer'),
  ],
  truth: [truthOfPeople, truthOfIdentifiers, truthOfDirt, truthOfPainPoints('retailer'), truthOfRecords],
};

import { insuredLife } from '../life/insured/insured-life.js';
import { ads } from '../systems/ads.js';
import { brokers } from '../systems/brokers.js';
import { callCentre } from '../systems/call-centre.js';
import { claims } from '../systems/claims.js';
import { complaints } from '../systems/complaints.js';
import { crm } from '../systems/crm.js';
import { commitments } from '../systems/later/commitments.js';
import { consent } from '../systems/later/consent.js';
import { letters } from '../systems/letters.js';
import { newsletter } from '../systems/mail/newsletter.js';
import { serviceMail } from '../systems/mail/service-mail.js';
import { advertisingSpend } from '../systems/operations/advertising-spend.js';
import { callQueue } from '../systems/operations/call-queue.js';
import { happenings } from '../systems/operations/happenings.js';
import { operations } from '../systems/operations/operations.js';
import { policies } from '../systems/policies.js';
import { sourceNamed } from '../systems/source-named.js';
import { surveys } from '../systems/surveys.js';
import type { SystemDesign } from '../systems/system-design.js';
import { appEvents } from '../systems/tracking/app-events.js';
import { webEvents } from '../systems/tracking/web-events.js';
import { truthOfDirt } from '../truth/truth-of-dirt.js';
import { truthOfIdentifiers } from '../truth/truth-of-identifiers.js';
import { truthOfPainPoints } from '../truth/truth-of-pain-points.js';
import { truthOfPeople } from '../truth/truth-of-people.js';
import { truthOfRecords } from '../truth/truth-of-records.js';
import type { CompanyDesign } from './company-design.js';

const portal: SystemDesign = {
  key: 'portal',
  kind: 'tracking',
  about: 'web site and portal; knows browsers, and accounts of those who signed a contract there',
  source: sourceNamed('Portal', { channel: 'web', team: 'Online', trust: 60, zone: 'UTC' }),
  files: [webEvents('portal/events.jsonl', 'pages and accounts as messages of the tracking API')],
};

const app: SystemDesign = {
  key: 'app',
  kind: 'tracking',
  about: 'the app for claims; knows telephones, and accounts while somebody is signed in',
  source: sourceNamed('App', { channel: 'app', team: 'Online', trust: 50, zone: 'UTC' }),
  files: [appEvents('app/events.jsonl', 'screens as messages of the tracking API')],
};

/** Insurance for car, home and what else may happen, sold on the web, by telephone and by brokers. */
export const contracts: CompanyDesign = {
  name: 'Nordmole Insurance',
  live: insuredLife,
  systems: [
    portal,
    app,
    crm('Customer list', 'Contracts'),
    policies,
    claims,
    brokers,
    letters,
    callCentre,
    newsletter,
    serviceMail,
    complaints,
    surveys,
    ads,
    consent,
    operations([callQueue, happenings('contracts'), advertisingSpend]),
    commitments('contracts'),
  ],
  truth: [truthOfPeople, truthOfIdentifiers, truthOfDirt, truthOfPainPoints('contracts'), truthOfRecords],
};

import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliTokenPath } from '../packages/engine/src/govern/tokens/cli-token.js';
import { publicUrl, setUp, type TestApp, testApp } from './test-app.js';
import { type TestPostgres, testPostgres } from './test-postgres.js';

describe('the language somebody reads in', () => {
  let postgres: TestPostgres;
  let test: TestApp;
  let slug = '';
  let person: Readonly<Record<string, string>> = {};
  let token: Readonly<Record<string, string>> = {};

  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    headers: Readonly<Record<string, string>>,
    payload?: object,
  ) => test.app.inject({ method, url, headers: { ...headers }, ...(payload === undefined ? {} : { payload }) });
  const inWorkspace = (path: string) => `/api/w/${slug}${path}`;
  const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' };

  beforeAll(async () => {
    postgres = await testPostgres();
    test = await testApp(postgres);
    const made = await setUp(test);
    slug = made.slug;
    person = { cookie: made.cookie, origin: publicUrl };
    token = { authorization: `Bearer ${(await readFile(cliTokenPath(test.dataFolder), 'utf8')).trim()}` };
  });

  afterAll(() => test.close());

  it('is of a program the one it asks for, and English unless it asks', async () => {
    expect((await ask('GET', inWorkspace('/customers'), token)).json()).toMatchObject({
      opening: 'Nobody yet. Import a file or connect a site.',
    });
    expect((await ask('GET', inWorkspace('/customers'), { ...token, ...german })).json()).toMatchObject({
      opening: 'Noch niemand. Importieren Sie eine Datei oder verbinden Sie eine Website.',
    });
  });

  it('is of a person the one they answered in the set-up and may change, whatever the browser asks for', async () => {
    expect((await ask('GET', '/api/me', { ...person, ...german })).json()).toMatchObject({ user: { language: 'en' } });
    expect((await ask('GET', inWorkspace('/customers'), { ...person, ...german })).json()).toMatchObject({
      opening: 'Nobody yet. Import a file or connect a site.',
    });
    expect((await ask('PATCH', '/api/me', person, { language: 'tlh' })).statusCode).toBe(400);
    expect((await ask('PATCH', '/api/me', person, { language: 'de' })).json()).toEqual({ language: 'de' });
    expect((await ask('GET', '/api/me', person)).json()).toMatchObject({ user: { language: 'de' } });
    expect((await ask('GET', inWorkspace('/channels'), person)).json()).toMatchObject({
      items: expect.arrayContaining([{ name: 'store', label: 'Filiale' }]),
    });
  });

  it('is spoken by problems too, before and after signing in', async () => {
    const wrong = { email: 'ada@example.com', password: 'not the right one' };
    const refused = (headers: Readonly<Record<string, string>>) =>
      ask('POST', '/api/auth/sign-in/email', { origin: publicUrl, ...headers }, wrong);
    expect((await refused({})).json()).toMatchObject({ title: 'Not signed in', code: 'sign-in.refused' });
    expect((await refused(german)).json()).toMatchObject({
      title: 'Nicht angemeldet',
      code: 'sign-in.refused',
      detail: 'E-Mail-Adresse oder Passwort ist falsch.',
    });
    const unknown = inWorkspace('/customers/01900000-0000-7000-8000-000000000000');
    expect((await ask('GET', unknown, person)).json()).toMatchObject({ title: 'Nicht gefunden' });
  });

  it('is that of an invited person’s browser', async () => {
    const invited = await ask('POST', inWorkspace('/users/invite'), person, { role: 'viewer' });
    const link = invited.json<{ link: string }>().link;
    const accepted = await ask(
      'POST',
      '/api/invitations/accept',
      { origin: publicUrl, ...german },
      { token: link.split('token=')[1], name: 'Tom', email: 'tom@example.com', password: 'another good sentence' },
    );
    const cookie = [accepted.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]);
    expect((await ask('GET', '/api/me', { cookie: cookie.join('; ') })).json()).toMatchObject({
      user: { name: 'Tom', language: 'de' },
    });
  });

  it('says why something is set aside, which is kept as data; what an earlier version kept stays as it was said', async () => {
    const added = await ask('POST', inWorkspace('/sources'), token, { name: 'Shop', channel: 'web', key: 'server' });
    const { writeKey } = added.json<{ writeKey: string }>();
    const basic = { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` };
    const context = { interaction: { outcome: 'so-so' } };
    const batch = [{ type: 'track', userId: 'u1', event: 'Bought', context }];
    expect((await ask('POST', '/v1/batch', basic, { batch })).statusCode).toBe(200);

    const reasons = async (headers: Readonly<Record<string, string>>) =>
      (await ask('GET', inWorkspace('/set-aside'), headers))
        .json<{ groups: readonly { reason: string; samples: readonly { reason: string }[] }[] }>()
        .groups.flatMap(({ reason, samples }) => [reason, ...samples.map((sample) => sample.reason)]);
    const english = 'the outcome so-so is not known: use one of well, badly, neither';
    const inGerman = 'das Ergebnis so-so ist unbekannt: möglich sind well, badly, neither';
    expect(await reasons(token)).toEqual([english, english]);
    expect(await reasons(person)).toEqual([inGerman, inGerman]);

    const owner = new pg.Client({ connectionString: postgres.urls.owner });
    await owner.connect();
    await owner.query('update set_aside set reasons = null').finally(() => owner.end());
    expect(await reasons(person)).toEqual([english, english]);
  });

  it('says what a webhook’s mapping makes wrong, in a preview, of a delivery and of what is set aside', async () => {
    const mapping =
      '{"type": "track", "userId": "u1", "event": "Bought", "context": {"interaction": {"outcome": how}}}';
    const added = await ask('POST', inWorkspace('/sources'), token, { name: 'Till', channel: 'store' });
    const { id } = added.json<{ id: string }>();
    const set = await ask('PUT', inWorkspace(`/sources/${id}/webhook`), token, {
      scheme: { type: 'token', header: 'x-token' },
      mapping,
      secret: { type: 'given', secret: 'a secret of this till' },
    });
    const { pathname } = new URL(set.json<{ address: string }>().address);
    const deliver = async (headers: Readonly<Record<string, string>>, payload: object) =>
      (await ask('POST', pathname, { 'x-token': 'a secret of this till', ...headers }, payload)).json<object>();
    const json = { 'content-type': 'application/json' };
    expect(await deliver(json, { how: 'so-so' })).toMatchObject({ setAside: { code: 'webhook.message-unfit' } });
    const unreadable = { setAside: { code: 'webhook.body-unreadable' } };
    expect(await deliver({ 'content-type': 'application/cloudevents+json' }, { id: 'e-1' })).toMatchObject(unreadable);

    const reasons = async (headers: Readonly<Record<string, string>>) => {
      const told = await ask('GET', inWorkspace(`/sources/${id}/webhook`), headers);
      const aside = await ask('GET', inWorkspace('/set-aside/items?code=webhook.message-unfit'), headers);
      const sample = { mapping, body: '{"how": "so-so"}' };
      const preview = await ask('POST', inWorkspace('/webhook-preview'), headers, sample);
      return [
        ...told
          .json<{ deliveries: readonly { reason: string }[] }>()
          .deliveries.map(({ reason }) => reason)
          .sort(),
        ...aside.json<{ items: readonly { reason: string }[] }>().items.map(({ reason }) => reason),
        ...preview.json<{ messages: readonly { fault: string }[] }>().messages.map(({ fault }) => fault),
      ];
    };
    const inEnglish = 'the mapping of the webhook makes a message that cannot be applied: ';
    const inGerman = 'die Zuordnung des Webhooks ergibt eine Nachricht, die sich nicht übernehmen lässt: ';
    const unknown = 'the outcome so-so is not known: use one of well, badly, neither';
    const unbekannt = 'das Ergebnis so-so ist unbekannt: möglich sind well, badly, neither';
    expect(await reasons(token)).toEqual([
      'the delivery cannot be read: a CloudEvent has no source',
      inEnglish + unknown,
      inEnglish + unknown,
      unknown,
    ]);
    expect(await reasons(person)).toEqual([
      'die Lieferung ist nicht lesbar: einem CloudEvent fehlt source',
      inGerman + unbekannt,
      inGerman + unbekannt,
      unbekannt,
    ]);
  });
});

import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { fallbackLanguage, type Language, languageOf } from '@throughline/core/words/language';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { uuidV7 } from '../../store/uuid-v7.js';
import { hashPassword, isPassword } from './password-hash.js';

export interface SignedInUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** `cookies` are Set-Cookie headers that the answer must carry. */
export interface SessionAnswer {
  readonly user: SignedInUser;
  readonly cookies: readonly string[];
}

/** Sessions of people. The cookie is signed and names a row; a row that is gone ends the session at once. */
export interface SignIn {
  /** Errors: `sign-in.refused`, the same whether the account or the password is wrong. */
  withPassword(email: string, password: string): Promise<SessionAnswer>;
  find(headers: Headers): Promise<SessionAnswer | undefined>;
  /** Ends the session of these headers; without one nothing happens. */
  end(headers: Headers): Promise<readonly string[]>;
  /** Ends every session of the person and begins a new one. Errors: `sign-in.refused`. */
  changePassword(headers: Headers, current: string, next: string): Promise<readonly string[]>;
}

export interface SignInOptions {
  readonly pool: Pool;
  readonly secret: string;
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly log: Logger;
}

export const shortestPassword = 10;
export const longestPassword = 128;

export function openSignIn(options: SignInOptions): SignIn {
  const auth = library(options);
  return {
    async withPassword(email, password) {
      const { response, headers } = await refusable(() =>
        auth.api.signInEmail({ body: { email, password }, returnHeaders: true }),
      );
      return { user: asUser(response.user), cookies: headers.getSetCookie() };
    },
    async find(headers) {
      if (!headers.has('cookie')) return undefined;
      const found = await auth.api.getSession({ headers, returnHeaders: true });
      if (found.response === null) return undefined;
      return { user: asUser(found.response.user), cookies: found.headers.getSetCookie() };
    },
    async end(headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },
    async changePassword(headers, currentPassword, newPassword) {
      const { headers: answer } = await refusable(() =>
        auth.api.changePassword({
          headers,
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          returnHeaders: true,
        }),
      );
      return answer.getSetCookie();
    },
  };
}

/** Only its functions are called, none of its routes is served. `secrets` is given so that no environment variable replaces it. */
function library({ pool, secret, publicUrl, clock, log }: SignInOptions) {
  const named = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
  return betterAuth({
    appName: 'Throughline',
    baseURL: publicUrl,
    secrets: [{ version: 1, value: secret }],
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema('auth'), type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    user: {
      fields: { ...named, emailVerified: 'email_verified' },
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    session: {
      expiresIn: 14 * 24 * 3600,
      updateAge: 24 * 3600,
      freshAge: 0,
      cookieCache: { enabled: false },
      fields: {
        ...named,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    account: {
      fields: {
        ...named,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { fields: { ...named, expiresAt: 'expires_at' } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => log.warn({ level }, `sign-in library: ${message}`),
    },
    advanced: {
      cookiePrefix: 'throughline',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => uuidV7(clock()) },
    },
  });
}

async function refusable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof APIError) || cause.statusCode >= 500) throw cause;
    throw new ThroughlineError('sign-in.refused', 'e-mail address or password is wrong', { cause });
  }
}

function asUser(user: {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language?: string | null | undefined;
}): SignedInUser {
  const language = languageOf(user.language ?? '') ?? fallbackLanguage;
  return { id: user.id, name: user.name, email: user.email, language };
}

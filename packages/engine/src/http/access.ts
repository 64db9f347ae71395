import type { Words } from '@throughline/core/words/words';
import type { Caller } from '../govern/caller.js';
import type { Principal } from '../govern/principal.js';

/**
 * Who may call a route. Every route declares one; the server does not start with a route that declares none.
 *
 * - `public`: anybody, without credential.
 * - `monitor`: a direct connection from this machine, the command line, or an admin's API token.
 * - `command-line`: the command line of this machine alone.
 * - `signed-in`: a person with a session, whatever the workspace.
 * - `known`: any valid credential, whatever the workspace.
 * - `viewer`, `admin`: a person, token or command line with at least this role in the path's workspace.
 * - `write-key`: a source's write key; checked by the route itself, since the key may be in the body.
 * - `signature`: whoever signs with the secret of a webhook; checked by the route itself, since the signature is of the body.
 */
export type Access =
  | 'public'
  | 'monitor'
  | 'command-line'
  | 'signed-in'
  | 'known'
  | 'viewer'
  | 'admin'
  | 'write-key'
  | 'signature';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Who asks, in which workspace. Reading it on a route that is not `viewer` or `admin` throws. */
    readonly principal: Principal;
    /** Whose credential it is. Reading it on a `public`, `monitor`, `write-key` or `signature` route throws. */
    readonly caller: Caller;
    /** Sentences in the language of whoever asks: their own if they are signed in, else that of Accept-Language. */
    readonly words: Words;
  }
}

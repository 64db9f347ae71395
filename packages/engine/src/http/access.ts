import type { Principal } from '../govern/principal.js';

/**
 * Who may call a route. Every route declares one; the server does not start with a route that declares none.
 *
 * - `public`: anybody, without credential.
 * - `local`: the loopback interface, or the command line's token; used by what watches the instance.
 * - `signed-in`: a person with a session, whatever the workspace.
 * - `viewer`, `admin`: a person, token or command line with at least this role in the path's workspace.
 * - `write-key`: a source's write key; checked by the route itself, since the key may be in the body.
 */
export type Access = 'public' | 'local' | 'signed-in' | 'viewer' | 'admin' | 'write-key';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Who asks, in which workspace. Reading it outside `/api/w/:workspace` throws. */
    readonly principal: Principal;
  }
}

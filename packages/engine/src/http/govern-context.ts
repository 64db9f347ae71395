import type { SignIn } from '../govern/sign-in/open-sign-in.js';
import type { SignInLimit } from '../govern/sign-in/sign-in-limit.js';
import type { CliToken } from '../govern/tokens/cli-token.js';
import type { AppContext } from './app-context.js';

/** What the routes about people and rights are given besides. */
export interface GovernContext extends AppContext {
  readonly signIn: SignIn;
  readonly signInLimit: SignInLimit;
  readonly cliToken: CliToken;
  /** Signs sessions; keys for other uses are derived from it. */
  readonly secret: string;
}

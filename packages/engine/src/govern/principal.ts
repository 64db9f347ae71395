export type Role = 'admin' | 'viewer';

export type Actor =
  | { readonly type: 'user'; readonly id: string; readonly label: string }
  | { readonly type: 'token'; readonly id: string; readonly label: string }
  /** A table that is read again and again, acting on the word of whoever set it up. */
  | { readonly type: 'sync'; readonly id: string; readonly label: string }
  | { readonly type: 'command line'; readonly id: 'command line'; readonly label: 'command line' };

/** Who asks, in which workspace, with which right. `number` is the workspace's key in every table. */
export interface Principal {
  readonly workspace: { readonly number: number; readonly slug: string };
  readonly actor: Actor;
  readonly role: Role;
}

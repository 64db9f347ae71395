import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { type BucketSpan, bucketSpans } from '../api/counts.js';
import type { CustomerKind } from '../api/customers.js';
import { Frame } from './frame.js';
import { homeOf } from './home-of.js';
import { lazyScreen } from './lazy-screen.js';
import { requireMembership } from './require-membership.js';

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({ component: Outlet });

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    throw redirect(await homeOf(context.queryClient));
  },
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search): { token?: string } => ({ ...named('token', text(search.token)) }),
  component: lazyScreen(() => import('../features/govern/set-up-page.js'), 'SetUpPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => ({ ...named('next', text(search.next)) }),
  component: lazyScreen(() => import('../features/govern/sign-in-page.js'), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: (search): { token?: string } => ({ ...named('token', text(search.token)) }),
  component: lazyScreen(() => import('../features/govern/invitation-page.js'), 'InvitationPage'),
});

const noWorkspace = createRoute({
  getParentRoute: () => root,
  path: '/no-workspace',
  component: lazyScreen(() => import('../features/govern/no-workspace-page.js'), 'NoWorkspacePage'),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace',
  beforeLoad: ({ context, params, location }) =>
    requireMembership(context.queryClient, params.workspace, location.href),
  component: Frame,
});

const workspaceHome = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$workspace/customers', params });
  },
});

const pulse = createRoute({
  getParentRoute: () => workspace,
  path: '/pulse',
  component: lazyScreen(() => import('../features/understand/pulse-page.js'), 'PulsePage'),
});

const happenings = createRoute({
  getParentRoute: () => workspace,
  path: '/pulse/happenings',
  component: lazyScreen(() => import('../features/collect/happenings/happenings-page.js'), 'HappeningsPage'),
});

const customers = createRoute({
  getParentRoute: () => workspace,
  path: '/customers',
  validateSearch: (search): { q?: string; kind?: CustomerKind } => ({
    ...named('q', text(search.q)),
    ...(search.kind === 'visitors' ? { kind: 'visitors' } : {}),
  }),
  component: lazyScreen(() => import('../features/resolve/customers-page.js'), 'CustomersPage'),
});

const person = createRoute({
  getParentRoute: () => workspace,
  path: '/customers/$person',
  validateSearch: (search): { channel?: string; moved?: 'yes' } => ({
    ...named('channel', text(search.channel)),
    ...(search.moved === 'yes' ? { moved: 'yes' } : {}),
  }),
  component: lazyScreen(() => import('../features/resolve/person-page.js'), 'PersonPage'),
});

const compare = createRoute({
  getParentRoute: () => workspace,
  path: '/compare',
  validateSearch: (search): { a?: string; b?: string } => ({
    ...named('a', text(search.a)),
    ...named('b', text(search.b)),
  }),
  component: lazyScreen(() => import('../features/resolve/compare/compare-page.js'), 'ComparePage'),
});

const joinList = createRoute({
  getParentRoute: () => workspace,
  path: '/join-list',
  component: lazyScreen(() => import('../features/resolve/join-list/join-list-page.js'), 'JoinListPage'),
});

const data = createRoute({
  getParentRoute: () => workspace,
  path: '/data',
  beforeLoad: ({ params, location }) => {
    if (/\/data\/?$/.test(location.pathname)) throw redirect({ to: '/w/$workspace/data/sources', params });
  },
});

const sources = createRoute({
  getParentRoute: () => data,
  path: '/sources',
  component: lazyScreen(() => import('../features/collect/sources-page.js'), 'SourcesPage'),
});

const imports = createRoute({
  getParentRoute: () => data,
  path: '/imports',
  validateSearch: (search): { replace?: string } => ({ ...named('replace', text(search.replace)) }),
  component: lazyScreen(() => import('../features/collect/imports-page.js'), 'ImportsPage'),
});

const guide = createRoute({
  getParentRoute: () => data,
  path: '/imports/guide',
  validateSearch: (search): { file?: string; replace?: string; ask?: 'yes' } => ({
    ...named('file', text(search.file)),
    ...named('replace', text(search.replace)),
    ...(search.ask === 'yes' ? { ask: 'yes' } : {}),
  }),
  component: lazyScreen(() => import('../features/collect/guide/guide-page.js'), 'GuidePage'),
});

const run = createRoute({
  getParentRoute: () => data,
  path: '/imports/$import',
  component: lazyScreen(() => import('../features/collect/run/run-page.js'), 'RunPage'),
});

const setAside = createRoute({
  getParentRoute: () => data,
  path: '/set-aside',
  component: lazyScreen(() => import('../features/collect/set-aside-page.js'), 'SetAsidePage'),
});

const connect = createRoute({
  getParentRoute: () => data,
  path: '/connect',
  validateSearch: (search): { source?: string } => ({ ...named('source', text(search.source)) }),
  component: lazyScreen(() => import('../features/collect/connect/connect-page.js'), 'ConnectPage'),
});

const database = createRoute({
  getParentRoute: () => data,
  path: '/database',
  validateSearch: (search): { read?: string } => ({ ...named('read', text(search.read)) }),
  component: lazyScreen(() => import('../features/collect/database/database-page.js'), 'DatabasePage'),
});

const webhook = createRoute({
  getParentRoute: () => data,
  path: '/webhook',
  validateSearch: (search): { source?: string } => ({ ...named('source', text(search.source)) }),
  component: lazyScreen(() => import('../features/collect/webhook/webhook-page.js'), 'WebhookPage'),
});

const whoKnowsWhom = createRoute({
  getParentRoute: () => data,
  path: '/who-knows-whom',
  component: lazyScreen(() => import('../features/resolve/who-knows-whom/who-knows-whom-page.js'), 'WhoKnowsWhomPage'),
});

const counts = createRoute({
  getParentRoute: () => data,
  path: '/counts',
  validateSearch: (search): { measure?: string; per?: BucketSpan } => {
    const per = bucketSpans.find((span) => span === search.per);
    return { ...named('measure', text(search.measure)), ...(per === undefined ? {} : { per }) };
  },
  component: lazyScreen(() => import('../features/collect/counts/counts-page.js'), 'CountsPage'),
});

const locations = createRoute({
  getParentRoute: () => data,
  path: '/locations',
  component: lazyScreen(() => import('../features/collect/locations/locations-page.js'), 'LocationsPage'),
});

const rules = createRoute({
  getParentRoute: () => data,
  path: '/rules',
  component: lazyScreen(() => import('../features/resolve/rules/rules-page.js'), 'RulesPage'),
});

const values = createRoute({
  getParentRoute: () => data,
  path: '/values',
  component: lazyScreen(() => import('../features/resolve/values/values-page.js'), 'ValuesPage'),
});

const contradictions = createRoute({
  getParentRoute: () => data,
  path: '/values/contradictions',
  validateSearch: (search): { trait?: string } => ({ ...named('trait', text(search.trait)) }),
  component: lazyScreen(() => import('../features/resolve/values/contradictions-page.js'), 'ContradictionsPage'),
});

const tags = createRoute({
  getParentRoute: () => data,
  path: '/tags',
  component: lazyScreen(() => import('../features/collect/tags/tags-page.js'), 'TagsPage'),
});

const costs = createRoute({
  getParentRoute: () => data,
  path: '/costs',
  component: lazyScreen(() => import('../features/collect/costs/costs-page.js'), 'CostsPage'),
});

const settings = createRoute({
  getParentRoute: () => workspace,
  path: '/settings',
  beforeLoad: ({ params, location }) => {
    if (/\/settings\/?$/.test(location.pathname)) throw redirect({ to: '/w/$workspace/settings/workspace', params });
  },
});

const workspaceSettings = createRoute({
  getParentRoute: () => settings,
  path: '/workspace',
  component: lazyScreen(() => import('../features/govern/workspace-page.js'), 'WorkspacePage'),
});

const users = createRoute({
  getParentRoute: () => settings,
  path: '/users',
  component: lazyScreen(() => import('../features/govern/users-page.js'), 'UsersPage'),
});

const tokens = createRoute({
  getParentRoute: () => settings,
  path: '/tokens',
  component: lazyScreen(() => import('../features/govern/tokens-page.js'), 'TokensPage'),
});

const you = createRoute({
  getParentRoute: () => settings,
  path: '/you',
  component: lazyScreen(() => import('../features/govern/you-page.js'), 'YouPage'),
});

/** Every address of the application. Filters live in the search part, so a view can be sent to somebody; who is searched for does not. */
export const routeTree = root.addChildren([
  home,
  setup,
  signIn,
  invitation,
  noWorkspace,
  workspace.addChildren([
    workspaceHome,
    pulse,
    happenings,
    customers,
    person,
    compare,
    joinList,
    data.addChildren([
      sources,
      imports,
      guide,
      run,
      setAside,
      whoKnowsWhom,
      counts,
      locations,
      rules,
      values,
      contradictions,
      tags,
      costs,
      connect,
      webhook,
      database,
    ]),
    settings.addChildren([workspaceSettings, users, tokens, you]),
  ]),
]);

function named<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

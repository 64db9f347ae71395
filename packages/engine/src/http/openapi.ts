import type { FastifyInstance, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { Access } from './access.js';

type JsonObject = Readonly<Record<string, unknown>>;

interface RouteSchemas {
  readonly params?: unknown;
  readonly querystring?: unknown;
  readonly body?: unknown;
  readonly response?: Readonly<Record<string, unknown>>;
  readonly summary?: string;
  readonly hide?: boolean;
}

/**
 * Collects every route as it is registered and writes them as one OpenAPI 3.1 document: paths, schemas from zod, and the
 * declared access as `x-access`. Routes with `schema.hide` serve the web application and are left out.
 */
export function describeRoutes(app: FastifyInstance): () => JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  app.addHook('onRoute', (route) => {
    const schemas = (route.schema ?? {}) as RouteSchemas;
    if (schemas.hide === true) {
      if (/^\/(api|v1)\//.test(route.url))
        throw new Error(`the route ${route.url} must not be left out of the document`);
      return;
    }
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      const path = route.url.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, schemas) };
    }
  });
  return () => ({
    openapi: '3.1.0',
    info: { title: 'Throughline', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'throughline.session_token' },
        token: { type: 'http', scheme: 'bearer' },
        writeKey: {
          type: 'http',
          scheme: 'basic',
          description: 'The write key is the user name; the password is empty.',
        },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description: 'Of the body, in the header and by the scheme that the webhook says.',
        },
      },
    },
  });
}

function operation(route: RouteOptions, schemas: RouteSchemas): JsonObject {
  const access = route.config?.access;
  const names = [...route.url.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
  const params = propertiesOf(schemas.params);
  const query = propertiesOf(schemas.querystring);
  const required = new Set((query?.required as readonly string[] | undefined) ?? []);
  return {
    ...(schemas.summary === undefined ? {} : { summary: schemas.summary }),
    parameters: [
      ...names.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: member(params, name) ?? { type: 'string' },
      })),
      ...Object.keys((query?.properties as JsonObject | undefined) ?? {}).map((name) => ({
        name,
        in: 'query',
        required: required.has(name),
        schema: member(query, name),
      })),
    ],
    ...(schemas.body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { 'application/json': { schema: toSchema(schemas.body, 'input') } } },
        }),
    responses: {
      ...Object.fromEntries(
        Object.entries(schemas.response ?? { 200: z.unknown() }).map(([status, schema]) => [
          status,
          { description: status, content: { 'application/json': { schema: toSchema(schema, 'output') } } },
        ]),
      ),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: access === undefined ? [] : securityOf[access],
    'x-access': access,
  };
}

const people = [{ session: [] }, { token: [] }];
const securityOf: Readonly<Record<Access, readonly JsonObject[]>> = {
  public: [],
  monitor: [{ token: [] }, {}],
  'command-line': [{ token: [] }],
  'signed-in': [{ session: [] }],
  known: people,
  viewer: people,
  admin: people,
  'write-key': [{ writeKey: [] }],
  signature: [{ signature: [] }],
};

function toSchema(schema: unknown, io: 'input' | 'output'): JsonObject {
  if (!(schema instanceof z.ZodType)) return {};
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return rest;
}

function propertiesOf(schema: unknown): JsonObject | undefined {
  return schema === undefined ? undefined : toSchema(schema, 'input');
}

function member(schema: JsonObject | undefined, name: string): unknown {
  return (schema?.properties as JsonObject | undefined)?.[name];
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; explained in docs/errors.md.' },
    detail: { type: 'string' },
    details: { type: 'object' },
    requestId: { type: 'string' },
  },
};

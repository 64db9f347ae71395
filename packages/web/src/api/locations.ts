import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export const locationKinds = ['country', 'region', 'store', 'call_centre', 'other'] as const;
export type LocationKind = (typeof locationKinds)[number];

export interface LocationFields {
  readonly name: string;
  readonly kind: LocationKind;
  readonly parent: string | null;
  readonly codes: readonly string[];
}

export interface Location extends LocationFields {
  readonly id: string;
}

export interface PlaceUse {
  readonly interactions: number;
  readonly numbers: number;
  readonly happenings: number;
}

export interface CodeUse extends PlaceUse {
  readonly code: string;
}

export interface LocationUse {
  readonly places: readonly { readonly id: string; readonly here: PlaceUse; readonly branch: PlaceUse }[];
  /** Codes that belong to no place, the commonest first. */
  readonly notPlaced: readonly CodeUse[];
  readonly unnamed: number;
}

export const locations = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'locations'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly Location[] }>(path(workspace, '/locations'), { signal }),
  });

export const locationUse = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'locations', 'use'],
    queryFn: ({ signal }) => request<LocationUse>(path(workspace, '/locations/use'), { signal }),
  });

export const locationActs = {
  add: (workspace: string, body: LocationFields) =>
    request<{ readonly id: string }>(path(workspace, '/locations'), { method: 'POST', body }),
  change: (workspace: string, id: string, body: Partial<LocationFields>) =>
    request<null>(path(workspace, '/locations/{}', [id]), { method: 'PATCH', body }),
  remove: (workspace: string, id: string) =>
    request<null>(path(workspace, '/locations/{}', [id]), { method: 'DELETE' }),
};

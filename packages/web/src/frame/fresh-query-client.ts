import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * An invalidation that meets the very first load of a query would be content with that load, whose answer may be older than what was done:
 * here it waits for it, and loads anew.
 */
export class FreshQueryClient extends QueryClient {
  override async invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const first = this.getQueryCache()
      .findAll({ ...filters, fetchStatus: 'fetching' })
      .filter((query) => query.state.data === undefined);
    await Promise.allSettled(first.map((query) => query.promise));
    await super.invalidateQueries(filters, options);
  }
}

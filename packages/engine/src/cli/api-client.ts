import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { CliFailure, exitCode } from './cli-failure.js';
import type { SteadyFile } from './steady-file.js';

interface Me {
  readonly workspaces: readonly { readonly slug: string; readonly isSample?: boolean }[];
}

interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Speaks to a server's HTTP API. Whatever goes wrong is a `CliFailure`. */
export class ApiClient {
  readonly #origin: string;
  readonly #token: string;

  constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  get origin(): string {
    return this.#origin;
  }

  /** The workspace meant: the named one, else the only one; a sample company must be named. */
  async workspace(slug: string | undefined): Promise<WorkspaceClient> {
    if (slug !== undefined) return new WorkspaceClient(this, slug);
    const { workspaces } = await this.call<Me>('GET', '/api/me');
    const [only, ...others] = workspaces.filter(({ isSample }) => isSample !== true).map(({ slug }) => slug);
    if (only === undefined) {
      throw new CliFailure(
        exitCode.failed,
        'nobody has set this server up yet: open the link that "throughline invite" prints',
      );
    }
    if (others.length === 0) return new WorkspaceClient(this, only);
    throw new CliFailure(
      exitCode.usage,
      `there are several workspaces: name one with --workspace (${[only, ...others].join(', ')})`,
    );
  }

  async call<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.#origin + path, {
      method,
      headers: { ...this.#headers(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw this.#unreachable(cause);
    });
    const text = await answer.text();
    if (!answer.ok) throw failureOf(answer.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Sends a file as it is; what the server answers. `onSent` hears how many bytes went out so far. */
  send(method: 'PUT' | 'POST', path: string, file: SteadyFile, onSent: (bytes: number) => void): Promise<string> {
    const url = new URL(this.#origin + path);
    const content = file.read();
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method,
      headers: { ...this.#headers(), 'content-type': 'application/octet-stream', 'content-length': file.size },
    });
    return new Promise<string>((resolve, reject) => {
      let sent = 0;
      request.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          content.destroy();
          if (status >= 200 && status < 300) resolve(text);
          else reject(failureOf(status, text));
        });
      });
      request.on('error', (cause) => reject(this.#unreachable(cause)));
      content.on('error', (error) => {
        request.destroy();
        reject(error);
      });
      content.on('data', (piece: Buffer) => {
        sent += piece.length;
        onSent(sent);
      });
      content.on('end', () => {
        if (sent >= file.size) return;
        request.destroy();
        reject(new Error('the file is shorter than it was'));
      });
      content.pipe(request);
    }).catch(async (error: unknown) => {
      await file.check();
      throw error;
    });
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#token}`, accept: 'application/json' };
  }

  #unreachable(cause: unknown): CliFailure {
    return new CliFailure(
      exitCode.unreachable,
      `no Throughline answers at ${this.#origin}: start it with "throughline serve", or check --url`,
      { cause },
    );
  }
}

/** The API of one workspace. */
export class WorkspaceClient {
  readonly api: ApiClient;
  readonly #base: string;

  constructor(api: ApiClient, slug: string) {
    this.api = api;
    this.#base = `/api/w/${encodeURIComponent(slug)}`;
  }

  get<T>(path: string): Promise<T> {
    return this.api.call('GET', this.#base + path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.api.call('POST', this.#base + path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.api.call('PUT', this.#base + path, body);
  }

  async delete(path: string): Promise<void> {
    await this.api.call('DELETE', this.#base + path);
  }

  async send(path: string, file: SteadyFile, onSent: (bytes: number) => void): Promise<void> {
    await this.api.send('PUT', this.#base + path, file, onSent);
    await file.check();
  }

  /** Hands a file in; what the server answers about it. */
  async hand<T>(path: string, file: SteadyFile): Promise<T> {
    const answer = await this.api.send('POST', this.#base + path, file, () => undefined);
    await file.check();
    return JSON.parse(answer) as T;
  }

  /** Every item of a list, page by page, up to `most`. */
  async all<T>(path: string, most: number): Promise<readonly T[]> {
    const items: T[] = [];
    const joint = path.includes('?') ? '&' : '?';
    let cursor: string | null = null;
    do {
      const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const limit = Math.min(500, most - items.length);
      const page: { readonly items: readonly T[]; readonly next?: string | null } = await this.get(
        `${path}${joint}limit=${limit}${at}`,
      );
      items.push(...page.items);
      cursor = page.next ?? null;
    } while (cursor !== null && items.length < most);
    return items;
  }
}

function failureOf(status: number, text: string): CliFailure {
  const { detail, code } = problemIn(text);
  const message = detail ?? `the server answered ${status}`;
  const exit = status === 401 || status === 403 ? exitCode.refused : exitCode.failed;
  return new CliFailure(exit, message, code === undefined ? {} : { code });
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}

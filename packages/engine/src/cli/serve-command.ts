import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { Command, InvalidArgumentError } from 'commander';

interface ServeFlags {
  readonly data?: string;
  readonly port?: number;
  readonly host: string;
  readonly publicUrl?: string;
}

/** `throughline serve`: starts everything and stays until Ctrl-C. Environment: THROUGHLINE_DATA, PORT, THROUGHLINE_PUBLIC_URL. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Start Throughline on this machine and stay until Ctrl-C.')
    .option('--data <dir>', 'folder that keeps everything (default: THROUGHLINE_DATA, else data)')
    .option('--port <number>', 'port to listen on (default: PORT, else 8080)', readPort)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--public-url <origin>',
      'where people reach this instance, if a proxy stands before it (default: THROUGHLINE_PUBLIC_URL)',
    )
    .action(async (flags: ServeFlags) => run(flags));
}

async function run(flags: ServeFlags): Promise<void> {
  const { env } = process;
  const publicUrl = flags.publicUrl ?? env.THROUGHLINE_PUBLIC_URL;
  let stopping = false;
  // The other commands start faster without the server's code.
  const { serve } = await import('../serve/serve.js');
  const served = serve({
    dataFolder: flags.data ?? env.THROUGHLINE_DATA ?? 'data',
    port: flags.port ?? (env.PORT === undefined ? 8080 : readPort(env.PORT)),
    host: flags.host,
    environment: env,
    ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/+$/, '') }),
  });
  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await served.then((running) => running.stop()).catch(() => undefined);
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  const { url, setupLink, lost } = await served;
  console.log(`Throughline runs at ${url}`);
  if (setupLink !== undefined) {
    console.log('\nInstalled. Who will use it? Open this link, or send it to them (it works once):');
    console.log(`  ${setupLink}\n`);
  }
  console.log('Stop it with Ctrl-C.');
  void lost.then((address) => {
    console.error(`Another process took over this data folder (${address}); this one ends.`);
    void stop(1);
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
}

/** What is printed when a command fails: one sentence, and the code to look up in docs/errors.md. */
export function failureText(error: unknown): string {
  if (ThroughlineError.is(error)) return `${error.message} (${error.code})`;
  return error instanceof Error ? error.message : String(error);
}

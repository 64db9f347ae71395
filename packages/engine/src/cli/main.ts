import { CommanderError } from 'commander';
import { CliFailure, exitCode } from './cli-failure.js';
import { program } from './program.js';
import { failureText } from './serve-command.js';

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = end(error);
  // A server that could not start may leave timers behind.
  if (!(error instanceof CommanderError)) process.exit();
}

/** Says what went wrong in one sentence on stderr; the exit code. Commander has said its own errors already. */
function end(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (error instanceof CliFailure) {
    console.error(`throughline: ${error.message}${error.code === undefined ? '' : ` (${error.code})`}`);
    return error.exitCode;
  }
  console.error(`throughline: ${failureText(error)}`);
  return exitCode.failed;
}

/** What the exit of a command says; docs/cli.md lists the same. */
export const exitCode = { ok: 0, failed: 1, usage: 2, unreachable: 3, refused: 4 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Why a command ends: one sentence that says what to do, and the exit code. */
export class CliFailure extends Error {
  readonly exitCode: ExitCode;
  /** Stable code of a problem the server answered with; docs/errors.md explains it. */
  readonly code: string | undefined;

  constructor(exit: ExitCode, message: string, options: { readonly code?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.exitCode = exit;
    this.code = options.code;
  }
}

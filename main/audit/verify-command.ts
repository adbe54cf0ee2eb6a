import { AppError, toAppError } from '#domain/app-error';
import type { AuditVerdict } from '#contract/audit';

/** The argument that asks the application to verify its audit log instead of opening a window. */
export const verifySwitch = '--verify-audit';

/** Exit codes: the log is whole; it was tampered with; it could not be read. */
export type VerifyExitCode = 0 | 1 | 2;

export interface VerifyCommandParts {
  /** The key of the link cache as the keychain has it. Nothing is made in its place: another key opens nothing. */
  readonly readKey: () => Promise<string | undefined>;
  readonly verify: (keyHex: string) => Promise<AuditVerdict>;
  /** Standard output and standard error, a line at a time. */
  readonly say: (line: string) => Promise<void>;
  readonly complain: (line: string) => Promise<void>;
}

/**
 * Verifies the audit log of a profile for a script: one line of JSON on standard output, `{"entries","head","whole"}` and
 * `brokenAt` where it is broken; what kept it from being read on standard error.
 */
export async function runVerifyCommand(parts: VerifyCommandParts): Promise<VerifyExitCode> {
  try {
    const key = await parts.readKey();
    if (key === undefined) {
      throw new AppError('store/unavailable', { message: 'The keychain has no key of a link cache.' });
    }
    const { entries, brokenAt, head } = await parts.verify(key);
    const whole = brokenAt === undefined;
    await parts.say(JSON.stringify({ entries, ...(whole ? {} : { brokenAt }), head, whole }));
    return whole ? 0 : 1;
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    await parts.complain(`The audit log could not be read: ${message} (${code})`);
    return 2;
  }
}

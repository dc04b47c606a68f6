import { ProblemError, type Code } from '@commonwatt/client';

/** Code of the problem that a request ends with, or `done`; any other error is the test's failure. */
export async function codeOf(request: Promise<unknown>): Promise<Code | 'done'> {
  try {
    await request;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

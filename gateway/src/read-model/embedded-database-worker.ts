import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { StatementResult, WorkerAnswer, WorkerRequest } from './embedded-database.ts';

/** PGlite's default leaves fsync off (`-F`); an intent must outlast the machine's failure. */
const START_PARAMETERS = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');

const { directory } = workerData as { directory: string | undefined };
const opening = PGlite.create({
  startParams: START_PARAMETERS,
  ...(directory === undefined ? {} : { dataDir: directory }),
});

async function run(request: WorkerRequest): Promise<StatementResult> {
  const database = await opening;
  if ('close' in request) {
    await database.close();
    return { rows: [], affectedRows: 0 };
  }
  const { rows, affectedRows } = await database.query(request.sql, [...request.parameters]);
  return { rows, affectedRows: affectedRows ?? 0 };
}

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { id: request.id, result: await run(request) };
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    return { id: request.id, error: { message, code } };
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});

// Writes a row into the database in the folder that it is given, says so, and waits to be killed.
import { openDatabase } from '../../../gateway/src/read-model/database.ts';

const database = await openDatabase({ directory: process.argv[2] ?? '' });
await database.insertInto('ledger.progress').values({ block_number: 5, header_hash: 'h' }).execute();
console.log('written');

/** The program of a detached supervisor: `main.ts ORGANISATION_FOLDER`. */
import { OrganisationFolder } from '../state-folder.ts';
import { supervise } from './supervisor.ts';

const root = process.argv[2];
if (!root) throw new Error('usage: main.ts ORGANISATION_FOLDER');
await supervise(new OrganisationFolder(root), (line) => console.log(`${new Date().toISOString()} ${line}`));

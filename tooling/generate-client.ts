/** Writes the types of the client package anew; a test fails when they do not fit the gateway's routes. */
import { writeFileSync } from 'node:fs';
import { CLIENT_TYPES_FILE, clientTypes } from './client-types.ts';

writeFileSync(CLIENT_TYPES_FILE, await clientTypes());

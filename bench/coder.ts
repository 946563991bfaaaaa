/**
 * Everything that is measured of the coder, in one run. Options: --errors prints the confusion table, the sentences read
 * otherwise than labelled, and what is coded where nothing happens; --own the relations without our own sentences, too.
 */
import { run as events } from './events.js';
import { run as exam } from './exam.js';
import { run as negatives } from './negatives.js';
import { run as relations } from './relations.js';
import { run as speed } from './speed.js';

export const about = 'the coder: pairs, end to end, our own examination, sentences without an act, speed';

export async function run(): Promise<void> {
  for (const part of [relations, events, exam, negatives, speed]) await part();
}

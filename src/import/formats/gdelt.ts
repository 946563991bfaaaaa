import { stateOfFips } from '../../world/index.js';
import { sideOfParts } from '../actors.js';
import { actOfCameo, RowError } from '../codes.js';
import { dayOf, numberOf, placeOf } from '../days.js';
import type { Losses } from '../losses.js';
import type { Side, Where } from '../types.js';
import { type Layout, textOf } from './layout.js';

/** Columns of both versions up to the places: GDELT data format codebooks 1.03 and 2.0. */
const [ID, DAY, SOURCE, TARGET, CODE, ROOT, SCALE, MENTIONS, ACTION] = [0, 1, 5, 15, 26, 28, 30, 31, 49];

/**
 * GDELT events. Version 1.0 has 58 columns, or 57 in the files before April 2013, which lack the address; one file may
 * hold both. Version 2.0 has 61: each of its three places has one column more.
 */
export function gdelt(version: '1.0' | '2.0', header = false): Layout {
  const [widths, action, added, url] =
    version === '1.0' ? [[57, 58], ACTION, 56, 57] : [[61], ACTION + 2, 59, 60];
  return {
    format: `gdelt-${version}`,
    coder: `GDELT ${version}`,
    delimiter: '\t',
    quoted: false,
    header,
    widths,
    codeAt: CODE,
    rootAt: ROOT,
    event: (cells, line, losses) => {
      const day = dayOf(cells[DAY]!);
      const reported = dayOf(cells[added]!);
      if (day > reported)
        losses.note('date', 'later than its DATEADDED', 'kept as it is: one of the two is wrong');
      return {
        line,
        sourceId: textOf(cells[ID]),
        start: day,
        end: day,
        reported,
        actors: sidesOf(cells, SOURCE, losses),
        recipients: sidesOf(cells, TARGET, losses),
        act: actOfCameo(cells[CODE]!, numberOf(cells[SCALE], 'GoldsteinScale'), losses),
        where: actionPlace(cells, action, version === '2.0'),
        url: textOf(cells[url]),
        outlet: null,
        confidence: null,
        told: {
          mentions: numberOf(cells[MENTIONS], 'NumMentions'),
          sources: numberOf(cells[MENTIONS + 1], 'NumSources'),
          articles: numberOf(cells[MENTIONS + 2], 'NumArticles'),
        },
      };
    },
  };
}

function sidesOf(cells: readonly string[], at: number, losses: Losses): Side[] {
  const [whole, name, country, group] = [at, at + 1, at + 2, at + 3].map((i) => cells[i]!.trim());
  if (!whole && !name) return [];
  const types = [cells[at + 7]!, cells[at + 8]!, cells[at + 9]!];
  return [sideOfParts(whole!, name!, country!, group!, types, losses)];
}

function actionPlace(cells: readonly string[], at: number, second: boolean): Where {
  const point = at + (second ? 5 : 4);
  const state = stateOfFips(cells[at + 2]!.trim()) ?? null;
  return placeOf(textOf(cells[at + 1]), state, cells[point], cells[point + 1]);
}

/** GDELT 2.0 mentions: one row for each article that tells of an event. */
export function gdeltMentions(): Layout {
  return {
    format: 'gdelt-mentions',
    coder: 'GDELT 2.0',
    delimiter: '\t',
    quoted: false,
    header: false,
    widths: [14, 15, 16],
    mention: (cells, line) => {
      const time = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(cells[2]!.trim());
      if (!time) throw new RowError(`no time as YYYYMMDDHHMMSS: ${cells[2]!.slice(0, 20)}`);
      const [, year, month, day, hour, minute, second] = time;
      return {
        line,
        sourceId: cells[0]!.trim(),
        time: `${year}-${month}-${day} ${hour}:${minute}:${second}`,
        outlet: textOf(cells[4]),
        url: textOf(cells[5]),
        sentence: numberOf(cells[6], 'SentenceID'),
        confidence: numberOf(cells[11], 'Confidence'),
        tone: numberOf(cells[13], 'MentionDocTone'),
      };
    },
  };
}

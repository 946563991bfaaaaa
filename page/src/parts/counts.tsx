import { number } from '../base/format.js';
import { here } from '../base/route.js';
import { COUNTED } from '../base/words.js';
import { type Filter, filterText } from './filter.js';

interface CountsProps {
  readonly reports: number;
  readonly sources?: number;
  readonly acts?: number;
  readonly events?: number;
  /** Which sentences stand behind them. */
  readonly filter?: Filter;
}

const ORDER = ['acts', 'sources', 'reports', 'events'] as const;
const NAMES = {
  acts: ['act', 'acts'],
  sources: ['independent source', 'independent sources'],
  reports: ['report', 'reports'],
  events: ['event', 'events'],
} as const;

/** Of two actors only what happened and is news counts as an act; plans, offers and background are events. */
const behind = (kind: (typeof ORDER)[number], filter: Filter): Filter =>
  kind === 'acts' && filter.between ? { ...filter, counted: true } : filter;

/** The numbers that are never mixed up, each with its name and a way to the sentences it counts. */
export function Counts({ filter, ...counts }: CountsProps) {
  return (
    <ul class="counts">
      {ORDER.map((kind) => {
        const count = counts[kind];
        if (count === undefined) return null;
        const text = (
          <>
            <b>{number(count)}</b> {NAMES[kind][count === 1 ? 0 : 1]}
          </>
        );
        return (
          <li key={kind} title={COUNTED[kind]}>
            {filter && count > 0 ? (
              <a href={here({ sentences: filterText(behind(kind, filter)) })}>{text}</a>
            ) : (
              <span>{text}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

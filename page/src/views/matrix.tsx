import type { ActorRef, Movement } from '../base/contract.js';
import { percent } from '../base/format.js';
import { TOWARDS, TOWARDS_SIGN } from '../base/words.js';
import { Name, relationOf } from '../parts/names.js';
import { Scroll } from '../parts/scroll.js';

/** More states than this do not fit a screen. */
const MOST = 20;

/** The states that most moves are told of, by acts. */
function leading(movements: readonly Movement[], state: string | null): ActorRef[] {
  const weights = new Map<string, { actor: ActorRef; acts: number }>();
  for (const { pair, now, before } of movements) {
    for (const actor of pair) {
      const entry = weights.get(actor.code) ?? { actor, acts: 0 };
      entry.acts += now.acts + before.acts / 6 + (actor.code === state ? Number.MAX_SAFE_INTEGER / 1000 : 0);
      weights.set(actor.code, entry);
    }
  }
  return [...weights.values()]
    .sort((a, b) => b.acts - a.acts)
    .slice(0, MOST)
    .map(({ actor }) => actor);
}

interface MatrixProps {
  readonly movements: readonly Movement[];
  readonly state: string | null;
  /** The part of an address that opens a relation in the month looked at. */
  readonly search: string;
}

/** Each pair of the states most told of: closer, apart, unchanged, or too little reported to tell. */
export function Matrix({ movements, state, search }: MatrixProps) {
  const states = leading(movements, state);
  const byPair = new Map(
    movements.flatMap((one) => {
      const [a, b] = one.pair.map(({ code }) => code) as [string, string];
      return [[`${a} ${b}`, one] as const, [`${b} ${a}`, one] as const];
    }),
  );
  return (
    <Scroll label="Matrix of states">
      <table class="matrix">
        <thead>
          <tr>
            <td />
            {states.map(({ code, name }) => (
              <th key={code} scope="col" title={name}>
                <span>{code}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <Name of={row.name} />
              </th>
              {states.map((column) => {
                if (row.code === column.code) return <td key={column.code} class="self" />;
                const one = byPair.get(`${row.code} ${column.code}`);
                if (!one) return <td key={column.code} />;
                const said = `${row.name} and ${column.name}: ${TOWARDS[one.towards].toLowerCase()}${one.chance === null ? '' : ` (${percent(one.chance)} sure)`}`;
                return (
                  <td key={column.code} class={one.towards}>
                    <a
                      href={relationOf(row.code, column.code, search)}
                      title={`${said}. ${one.why}`}
                      aria-label={said}
                    >
                      {TOWARDS_SIGN[one.towards]}
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

import type { Quads } from '../base/contract.js';
import { QUAD_KEYS, QUADS } from '../base/words.js';

/** What the four colours stand for. */
export function QuadLegend() {
  return (
    <ul class="legend">
      {QUADS.map((name, quad) => (
        <li key={name}>
          <span class={`swatch ${QUAD_KEYS[quad]}`} aria-hidden="true" /> {name}
        </li>
      ))}
    </ul>
  );
}

/** The shares of the quad classes as one bar, from cooperation in deed to conflict in deed. */
export function QuadBar({ quads, most }: { readonly quads: Quads; readonly most: number }) {
  const order = [1, 0, 2, 3] as const;
  const total = quads.reduce((sum, count) => sum + count, 0);
  const text = QUADS.map((name, quad) => `${name}: ${quads[quad]}`).join(', ');
  return (
    <span class="quad-bar" role="img" aria-label={text} title={text}>
      <span class="quad-bar-fill" style={{ width: `${most > 0 ? Math.max(2, (100 * total) / most) : 0}%` }}>
        {order.map((quad) =>
          quads[quad] > 0 ? (
            <span key={quad} class={QUAD_KEYS[quad]} style={{ flexGrow: quads[quad] }} />
          ) : null,
        )}
      </span>
    </span>
  );
}

import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../bench/ledger/generate.js';
import { type Acts, movementOf } from '../../src/index.js';

/** So many acts of words: friendly ones at +3, hostile ones at -3. */
function acts(friendly: number, hostile: number): Acts {
  return {
    quads: [friendly, 0, hostile, 0],
    goldstein: 3 * (friendly - hostile),
    squares: 9 * (friendly + hostile),
  };
}

describe('movementOf', () => {
  it('tells closer and apart where the tone and the share of conflict both turned', () => {
    const closer = movementOf(acts(20, 2), acts(15, 45));
    expect(closer.towards).toBe('closer');
    expect(closer.chance).toBeGreaterThan(0.99);
    const apart = movementOf(acts(2, 20), acts(45, 15));
    expect(apart.towards).toBe('apart');
    // The mirror image is as sure.
    expect(apart.chance).toBeCloseTo(closer.chance!, 6);
    expect(apart.now.index.value).toBeCloseTo(-closer.now.index.value, 6);
  });

  it('tells unchanged where much is reported and little turned', () => {
    const movement = movementOf(acts(30, 30), acts(180, 180));
    expect(movement.towards).toBe('unchanged');
    expect(movement.chance).toBeGreaterThan(0.9);
    expect([movement.now.acts, movement.before.acts]).toEqual([60, 360]);
  });

  it('cannot tell from two acts on a side, whatever they are', () => {
    expect(movementOf(acts(2, 0), acts(0, 100))).toMatchObject({ towards: 'unknown', chance: null });
    expect(movementOf(acts(100, 0), acts(0, 2))).toMatchObject({ towards: 'unknown', chance: null });
    expect(movementOf(acts(0, 0), acts(0, 0)).now).toMatchObject({ acts: 0, index: { value: 0 } });
  });

  it('draws few acts towards what is usual, and many hardly', () => {
    const usual = acts(50, 50); // mean 0
    expect(movementOf(acts(4, 0), usual).now.index.value).toBeLessThan(2.5);
    expect(movementOf(acts(400, 0), usual).now.index.value).toBeGreaterThan(2.9);
  });

  it('keeps quiet where only one of the two signs turned', () => {
    // As many hostile acts, but milder ones: the tone rose, the share of conflict stayed.
    const before: Acts = { quads: [20, 0, 20, 0], goldstein: -80, squares: 700 };
    const now: Acts = { quads: [10, 0, 10, 0], goldstein: 10, squares: 180 };
    expect(['unchanged', 'unknown']).toContain(movementOf(now, before).towards);
  });

  it('takes chance for a turn in about a tenth of the relations that go on as they were, or fewer', () => {
    const random = randomNumbers(11);
    const draw = (n: number): Acts => {
      let friendly = 0;
      for (let i = 0; i < n; i++) if (random() < 0.6) friendly++;
      return acts(friendly, n - friendly);
    };
    let turned = 0;
    for (let i = 0; i < 1000; i++)
      if (['closer', 'apart'].includes(movementOf(draw(5 + (i % 20)), draw(60)).towards)) turned++;
    expect(turned).toBeLessThan(130);
    // Acts that come in clusters are allowed for, so that single ones rarely mislead.
    expect(turned).toBeGreaterThan(0);
  });

  it('finds nearly all relations that turned outright', () => {
    const random = randomNumbers(13);
    const draw = (n: number, share: number): Acts => {
      let friendly = 0;
      for (let i = 0; i < n; i++) if (random() < share) friendly++;
      return acts(friendly, n - friendly);
    };
    let found = 0;
    for (let i = 0; i < 200; i++) if (movementOf(draw(20, 0.2), draw(60, 0.7)).towards === 'apart') found++;
    expect(found).toBeGreaterThan(180);
  });
});

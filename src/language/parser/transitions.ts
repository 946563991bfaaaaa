/** Scores of shift, left-arc and right-arc for a configuration; positions are -1 where there is none. */
export type Score = (s0: number, s1: number, s2: number, b0: number, b1: number, out: Float32Array) => void;

/**
 * Greedy arc-hybrid parsing (Kuhlmann, Gómez-Rodríguez and Satta 2011) of `n` words; position 0 is the root.
 * Gives the head of each word (index 0 unused); always a tree. Linear in n.
 */
export function parseTransitions(n: number, score: Score): Int32Array {
  const heads = new Int32Array(n + 1);
  const stack = new Int32Array(n + 2);
  const scores = new Float32Array(3);
  let depth = 1;
  let front = 1;
  while (front <= n || depth > 1) {
    const top = stack[depth - 1]!;
    const below = depth > 1 ? stack[depth - 2]! : -1;
    const third = depth > 2 ? stack[depth - 3]! : -1;
    score(top, below, third, front <= n ? front : -1, front < n ? front + 1 : -1, scores);
    const canShift = front <= n;
    const canLeft = front <= n && depth > 1;
    const canRight = depth > 1;
    const shift = canShift ? scores[0]! : -Infinity;
    const left = canLeft ? scores[1]! : -Infinity;
    const right = canRight ? scores[2]! : -Infinity;
    if (shift >= left && shift >= right && canShift) {
      stack[depth++] = front++;
    } else if (left >= right && canLeft) {
      heads[top] = front;
      depth--;
    } else {
      heads[top] = below;
      depth--;
    }
  }
  return oneRoot(heads);
}

/** Only one word may hang from the root: later ones hang from the first. */
function oneRoot(heads: Int32Array): Int32Array {
  let root = 0;
  for (let i = 1; i < heads.length; i++) {
    if (heads[i] !== 0) continue;
    if (root === 0) root = i;
    else heads[i] = root;
  }
  return heads;
}

/** Precision, recall and F1 of one class. */
export interface ClassFigures {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly count: number;
}

/** Figures of every class that occurs in the truth, and the mean of their F1 and the share of hits. */
export function figures(truth: readonly string[], found: readonly string[]) {
  const names = [...new Set(truth)].sort();
  const classes = names.map((name): ClassFigures => {
    const hits = truth.filter((t, i) => t === name && found[i] === name).length;
    const count = truth.filter((t) => t === name).length;
    const given = found.filter((f) => f === name).length;
    return {
      name,
      precision: given ? hits / given : 0,
      recall: hits / count,
      f1: (2 * hits) / (count + given),
      count,
    };
  });
  const macro = classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length;
  const accuracy = truth.filter((t, i) => t === found[i]).length / truth.length;
  return { classes, macro, accuracy };
}

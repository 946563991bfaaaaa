import type { Movement, Shift } from './contract.js';

/** The quad classes in the field's words; the index is the class less one. */
export const QUADS = [
  'Verbal cooperation',
  'Material cooperation',
  'Verbal conflict',
  'Material conflict',
] as const;
export const QUAD_KEYS = ['vc', 'mc', 'vx', 'mx'] as const;

/** How an act is told; said is not done. */
export const MODALITIES: Readonly<Record<string, string>> = {
  done: 'done',
  ongoing: 'going on',
  planned: 'planned',
  offered: 'offered',
  threatened: 'threatened',
  demanded: 'demanded',
  denied: 'denied',
  hypothetical: 'hypothetical',
  historical: 'history',
};

export const TOWARDS: Readonly<Record<Movement['towards'], string>> = {
  closer: 'Closer',
  apart: 'Apart',
  unchanged: 'Unchanged',
  unknown: 'Too little reported to tell',
};

/** A sign for each direction, so that colour is never the only one. */
export const TOWARDS_SIGN: Readonly<Record<Movement['towards'], string>> = {
  closer: '▲',
  apart: '▼',
  unchanged: '=',
  unknown: '?',
};

export const SHIFTS: Readonly<Record<Shift['towards'], string>> = {
  cooperation: 'towards cooperation',
  conflict: 'towards conflict',
  more: 'more is told',
  less: 'less is told',
};

export const DISPUTED: Readonly<Record<string, string>> = {
  date: 'When it happened',
  figure: 'How many',
  actor: 'Who did it',
  modality: 'Whether it happened',
};

/** What the three numbers count: reports, sources and acts are never one another. */
export const COUNTED = {
  reports: 'Reports: published texts. The same words from two outlets are two reports.',
  sources: 'Independent sources: reports that do not copy or cite one another count once each.',
  acts: 'Acts: what happened or was said, however many reports tell of it.',
  events: 'Events: what one report says of one act.',
} as const;

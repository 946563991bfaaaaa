import type { Tree } from './tree.js';

/** What is done to a thing by whoever stands behind it: "a bill passed by parliament". */
const MADE =
  /^(?:pass|make|propose|put|present|table|issue|sign|adopt|draft|bring|file|submit|offer|announce|impose|launch|lay|draw|write|back|sponsor|order|demand|approve|negotiate|broker|publish|broadcast|carry|conduct|stage|commit|wage|deliver|send|fire|lodge|raise|level|set|call|hold|organi[sz]e|operate|run|own)$/;

/** By whom a thing was made that a participle tells of. */
export const makersOf = (tree: Tree, thing: number): number[] =>
  tree
    .withRelation(thing, 'acl')
    .filter((act) => tree.token(act).xpos === 'VBN' && MADE.test(tree.token(act).lemma))
    .flatMap((act) => tree.withRelation(act, 'obl').filter((child) => tree.caseOf(child) === 'by'));

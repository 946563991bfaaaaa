export { type Decoded, decode } from './decode.js';
export { reportFromHtml } from './html.js';
export { type Meta, reportFromText } from './text.js';
export type * from './types.js';

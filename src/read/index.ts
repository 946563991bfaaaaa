export { isPublicAddress } from './address.js';
export { type ArticleRecord, article } from './article.js';
export { isoDate } from './dates.js';
export { type Decoded, decode } from './decode.js';
export { type Fetched, fetchBytes } from './fetch.js';
export { reportFromHtml } from './html.js';
export {
  type Bytes,
  bytesOf,
  expand,
  fileBytes,
  fileError,
  type Source as InputSource,
  unpacked,
} from './inputs.js';
export { reportFromMarkdown } from './markdown.js';
export { MAX_BYTES, type ReadOptions, type ReadResult } from './options.js';
export { reportFromRecord } from './record.js';
export { readReports } from './reports.js';
export { type Meta, reportFromText } from './text.js';
export type * from './types.js';

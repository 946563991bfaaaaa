/** What the server answers, as the server itself declares it. */
export type * from '../../../src/serve/schema/index.js';

import { Problem } from './schema/index.js';

/** What every route may answer with instead, for the OpenAPI document. */
export const refusals = { '4xx': Problem, '5xx': Problem } as const;

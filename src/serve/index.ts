export { isLoopback, type ServeOptions } from './options.js';
export { PROBLEMS } from './problems.js';
export * from './schema/index.js';
export { serverOf } from './server.js';

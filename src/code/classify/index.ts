export { CONTEXTS, contextsOf } from './context.js';

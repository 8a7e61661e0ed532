export { readKey, readOwnKey } from '../sources/read-key.js';

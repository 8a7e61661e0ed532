export { type Key, readKey, readOwnKey } from '../sources/read-key.js';

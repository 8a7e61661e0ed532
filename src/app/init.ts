export { scaffold } from '../sources/index.js';

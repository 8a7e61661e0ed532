import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Results kept between runs hold only for the code that made them: dist/build.txt names it.
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const hash = createHash('sha256');
const files = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));
for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(dist + file));
writeFileSync(`${dist}build.txt`, hash.digest('hex'));

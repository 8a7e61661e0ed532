import { parseArgs } from "node:util";
import { render } from "./render.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lng: { type: "string", default: "fi" }, data: { type: "string", default: "{}" } },
});
const message = render(positionals[0], values.lng, JSON.parse(values.data));
console.log(`${message.subject}\n\n${message.text}`);

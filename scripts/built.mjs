/**
 * Runs one of the built programs, `node scripts/built.mjs NAME ...`, and says what to do where nothing was built yet. The programs themselves
 * need nothing of this: dist/hub is all that a kiosk's PC has.
 */
import { runBuilt } from "./run-built.mjs";

const [, , name, ...args] = process.argv;
await runBuilt(name, args);

import { ensureChromium } from "./chromium.ts";

/** Once before the browser tests: a browser to run them in. */
export default function setUp(): void {
	ensureChromium();
}

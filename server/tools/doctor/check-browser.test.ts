import { expect, test } from "vitest";
import { checkBrowser } from "./check-browser.ts";
import { saidOf } from "./said-of.ts";

test("a browser is needed only where a screen hangs on the machine", () => {
	const found = { path: "/usr/bin/chromium", isSnap: false };
	expect(saidOf(checkBrowser(found, "Chromium 150.0.7871.100 built on Debian"))).toBe(
		"ok /usr/bin/chromium, 150.0.7871.100",
	);
	expect(saidOf(checkBrowser(found, "Chromium 83.0.4103.61"))).toMatch(/^note .*84 or later/);
	expect(saidOf(checkBrowser(found, null))).toMatch(/^note .*does not say its version/);
	expect(saidOf(checkBrowser({ fault: "no browser is found" }, null))).toMatch(
		/^note .*unless a kiosk/,
	);
});

import type { kioskBrowser as vi } from "../vi/kiosk-browser.ts";

export const kioskBrowser: typeof vi = {
	waiting: "This screen is waiting for its connection. Please wait, or ask a member of staff.",
};

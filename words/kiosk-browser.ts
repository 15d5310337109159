import type { Language } from "../protocol/office.ts";
import { kioskBrowser as en } from "./en/kiosk-browser.ts";
import { kioskBrowser as vi } from "./vi/kiosk-browser.ts";

/** What a screen in the lobby shows in place of its page while that cannot be had. */
export const kioskBrowserWords: Record<Language, typeof vi> = { vi, en };

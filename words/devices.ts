import type { Language } from "../protocol/office.ts";
import { devices as en } from "./en/devices.ts";
import { devices as vi } from "./vi/devices.ts";

/** What the page of devices says, where an admin lets them in and out. */
export const deviceWords: Record<Language, typeof vi> = { vi, en };

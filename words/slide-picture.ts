import type { Language } from "../protocol/office.ts";
import { slidePicture as en } from "./en/slide-picture.ts";
import { slidePicture as vi } from "./vi/slide-picture.ts";

/** What the settings' page says of a slide's picture. */
export const slidePictureWords: Record<Language, typeof vi> = { vi, en };

import { signal } from "@preact/signals";

/** What the heading of the screen of the moment says; another object for another screen, though its heading may say the same. */
export const heading = signal({ text: "" });

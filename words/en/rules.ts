import type { rules as vi } from "../vi/rules.ts";

export const rules: typeof vi = {
	"first-come": (number) => `${number} came first of all who wait for this counter.`,
};

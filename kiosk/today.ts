import { localDay } from "../words/numbers.ts";
import { office } from "./office.ts";

/** Today where the office is, YYYY-MM-DD. */
export function officeToday(): string {
	return localDay(new Date().toISOString(), office.value?.timeZone ?? "Asia/Ho_Chi_Minh");
}

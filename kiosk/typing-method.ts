import type { Method } from "../ui/vietnamese/methods.ts";
import type { KioskState } from "./state.ts";

/** How letters compose: as the person chose, else by Telex, which most know; in English not at all, since it would garble English words. */
export function typingMethod({
	typingBy,
	language,
}: Pick<KioskState, "typingBy" | "language">): Method {
	return typingBy ?? (language === "en" ? "none" : "telex");
}

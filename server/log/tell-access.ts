import { accessWords } from "../../words/access.ts";
import { fileSize } from "../../words/numbers.ts";
import type { AuditEvent } from "../audit/audit.ts";
import { never } from "../queue/never.ts";
import { whoIs } from "./tell-day.ts";
import type { ToldOffice } from "./told-office.ts";

/** Tells an event of the audit to people, in one sentence without who did it, when and where from. */
export function tellAccess(event: AuditEvent, by: string, { language }: ToldOffice): string {
	const words = accessWords[language];
	const rolesOf = (roles: readonly (keyof typeof words.roles)[]) =>
		roles.map((role) => words.roles[role]).join(", ");
	switch (event.type) {
		case "signed-in":
			return words.signedIn;
		case "sign-in-failed":
			return words.signInFailed[event.why](event.username);
		case "signed-out":
			return words.signedOut;
		case "sessions-ended":
			return event.username === by
				? words.ownSessionsEnded(event.sessions)
				: words.sessionsEnded(event.username, event.sessions);
		case "account-added":
			return words.accountAdded(event.username, rolesOf(event.roles));
		case "account-changed":
			return event.disabled
				? words.accountDisabled(event.username)
				: words.accountChanged(event.username, event.name, rolesOf(event.roles));
		case "password-set":
			if (event.username === by) return words.ownPasswordSet;
			return event.mustChange
				? words.passwordMustChange(event.username)
				: words.passwordSet(event.username);
		case "device-asked":
			return words.deviceAsked(deviceOf(event));
		case "device-paired":
			return words.devicePaired(deviceOf(event), event.name);
		case "device-refused":
			return words.deviceRefused(deviceOf(event));
		case "device-renamed":
			return words.deviceRenamed(event.formerName, event.name);
		case "device-revoked":
			return words.deviceRevoked(event.name);
		case "settings-changed":
			return event.to === null
				? words.settingsChanged(event.version)
				: words.settingsBack(event.version, event.to);
		case "picture-kept":
			return words.pictureKept(event.name, fileSize(event.bytes, language));
		case "ticket-reprinted":
			return words.ticketReprinted(event.number, event.name);
		case "printer-tested":
			return words.printerTested(event.name);
		case "printer-paused":
			return words.printerPaused(event.name);
		case "printer-resumed":
			return words.printerResumed(event.name);
		default:
			return never(event);
	}

	function deviceOf({ role, place }: { role: keyof typeof words.deviceRoles; place: string }) {
		return `${words.deviceRoles[role]} ${place}`;
	}
}

/** How people call who did it. In the audit, the lobby is whoever has not signed in, or a device that is not let in yet. */
export function whoHadAccess(
	by: string,
	office: ToldOffice,
	type: AuditEvent["type"] = "sign-in-failed",
): string {
	const words = accessWords[office.language];
	if (by === "lobby") return type === "device-asked" ? words.unpaired : words.nobody;
	return by === "machine" ? words.machine : whoIs(by, office);
}

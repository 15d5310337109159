import type { Language } from "../../protocol/office.ts";
import { accessWords } from "../../words/access.ts";
import type { AuditEvent } from "../audit/audit.ts";
import { never } from "../queue/never.ts";

/** Tells an event of the audit to people, in one sentence without who did it and when. */
export function tellAccess(event: AuditEvent, language: Language): string {
	const words = accessWords[language];
	const rolesOf = (roles: readonly (keyof typeof words.roles)[]) =>
		roles.map((role) => words.roles[role]).join(", ");
	switch (event.type) {
		case "signed-in":
			return words.signedIn(event.username, event.address);
		case "sign-in-failed":
			return words.signInFailed[event.why](event.username, event.address);
		case "signed-out":
			return words.signedOut(event.username);
		case "sessions-ended":
			return words.sessionsEnded(event.username, event.sessions);
		case "account-added":
			return words.accountAdded(event.username, rolesOf(event.roles));
		case "account-changed":
			return event.disabled
				? words.accountDisabled(event.username)
				: words.accountChanged(event.username, event.name, rolesOf(event.roles));
		case "password-set":
			return event.mustChange
				? words.passwordMustChange(event.username)
				: words.passwordSet(event.username);
		case "device-asked":
			return words.deviceAsked(deviceOf(event), event.address);
		case "device-paired":
			return words.devicePaired(deviceOf(event), event.name);
		case "device-refused":
			return words.deviceRefused(event.deviceId);
		case "device-renamed":
			return words.deviceRenamed(event.formerName, event.name);
		case "device-revoked":
			return words.deviceRevoked(event.name);
		default:
			return never(event);
	}

	function deviceOf({ role, place }: { role: keyof typeof words.deviceRoles; place: string }) {
		return `${words.deviceRoles[role]} ${place}`;
	}
}

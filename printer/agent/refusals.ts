import type { Say } from "./say.ts";

/** What a hub's refusal of the handshake means for the agent. */
export type Refusal =
	/** It must be let in anew. */
	{ do: "pair"; wasRevoked: boolean } | { do: "retry"; code: string; version: string };

const mendedByPairing = [
	"device/not-trusted",
	"device/revoked",
	"device/wrong-role",
	"device/wrong-place",
];

/** Reads what came with a `connect_error`; null where no hub refused, but the hub could not be reached. */
export function refusalIn(error: Error & { data?: unknown }): Refusal | null {
	// Of socket.io itself: the hub is of a time before there were print agents.
	if (error.message === "Invalid namespace")
		return { do: "retry", code: "no-namespace", version: "" };
	const { data } = error;
	if (typeof data !== "object" || data === null || !("code" in data)) return null;
	const code = String(data.code);
	if (mendedByPairing.includes(code)) return { do: "pair", wasRevoked: code === "device/revoked" };
	return { do: "retry", code, version: "version" in data ? String(data.version) : "?" };
}

export function sayRefusal(
	say: Say,
	{ code, version }: { code: string; version: string },
	name: string,
) {
	say((words) => {
		switch (code) {
			case "print-agent/unknown":
				return words.unknownName(name);
			case "print-agent/taken":
				return words.nameTaken(name);
			case "print-agent/other-form":
				return words.otherVersion(version);
			case "no-namespace":
				return words.tooOld;
			default:
				return words.otherRefusal(code);
		}
	});
}

import type { DeviceRole } from "../../protocol/devices.ts";
import type { Role } from "../../protocol/staff.ts";
import { type Ledger, type LedgerRecord, seqAfter } from "../ledger/ledger.ts";

/**
 * What has to do with who may do what, and with machines. What was done to tickets and counters, and the settings taken in, stand in the office's own ledger, with who did it.
 * No event carries a password, a token, a session's id or a code.
 */
export type AuditEvent =
	| { type: "signed-in"; username: string; address: string }
	/** `username` as it was typed, whether or not there is one. */
	| {
			type: "sign-in-failed";
			username: string;
			address: string;
			why: "wrong" | "slowed" | "disabled";
	  }
	| { type: "signed-out"; username: string }
	/** Signed out everywhere, by somebody else, or because the password changed or the account was disabled. */
	| { type: "sessions-ended"; username: string; sessions: number }
	| { type: "account-added"; username: string; roles: Role[] }
	| { type: "account-changed"; username: string; name: string; roles: Role[]; disabled: boolean }
	/** `mustChange`: at the next sign-in. */
	| { type: "password-set"; username: string; mustChange: boolean }
	/** A device has shown a code and waits to be let in. `place` is the kiosk's or board's id. */
	| { type: "device-asked"; deviceId: string; role: DeviceRole; place: string; address: string }
	| { type: "device-paired"; deviceId: string; role: DeviceRole; place: string; name: string }
	| { type: "device-refused"; deviceId: string; role: DeviceRole; place: string }
	| { type: "device-renamed"; deviceId: string; formerName: string; name: string }
	/** `to`: the version whose settings it brought back; null where they were edited. What changed stands in the versions. */
	| { type: "settings-changed"; version: number; to: number | null }
	/** A picture for slides was sent, `bytes` long; `name` is that of its file. */
	| { type: "picture-kept"; name: string; bytes: number }
	| { type: "device-revoked"; deviceId: string; name: string }
	/** By an officer; what citizens print again at kiosks is counted there. `name` is the printer's. */
	| { type: "ticket-reprinted"; number: string; printerId: string; name: string }
	| {
			type: "printer-tested" | "printer-paused" | "printer-resumed";
			printerId: string;
			name: string;
	  };

/** Who did what when, for as long as days are kept. */
export interface Audit {
	/**
	 * Takes an event down; resolves when that is durable. What must not happen unseen waits for it.
	 * @param by an account's name, `kiosk:ID`, `lobby`, `machine` (whoever sits at the hub's own) or `hub`
	 * @throws {LedgerUnavailable} where it could not be written
	 */
	note(event: AuditEvent, by: string): Promise<void>;
	/** The records of a day, in order. */
	read(day: string): AsyncIterable<LedgerRecord<AuditEvent>>;
	/** The days of which there are records, the oldest first. */
	days(): Promise<string[]>;
}

export interface AuditParts {
	ledger: Ledger<AuditEvent>;
	/** The office's id. */
	office: string;
	/** The office's business day, YYYY-MM-DD, which never goes back. */
	day: () => string;
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
}

/**
 * Opens the audit over a ledger of the same kind as the queue's, in a directory of its own.
 * @throws {LedgerDamaged} where what had been noted today is damaged: nobody gets in unseen
 */
export async function openAudit({ ledger, office, day, now }: AuditParts): Promise<Audit> {
	/** The day that is written and the number its next event gets; null where that has to be looked up. */
	let end: { day: string; nextSeq: number } | null = {
		day: day(),
		nextSeq: await nextSeqOf(day()),
	};
	let turn: Promise<unknown> = Promise.resolve();

	async function append(event: AuditEvent, by: string): Promise<void> {
		const today = day();
		if (end?.day !== today) end = { day: today, nextSeq: await nextSeqOf(today) };
		const { nextSeq } = end;
		const at = new Date(now()).toISOString();
		// Until it is durable nobody knows where the day ends.
		end = null;
		await ledger.append({
			office,
			day: today,
			expectedSeq: nextSeq,
			records: [{ seq: nextSeq, at, by, events: [event] }],
		});
		end = { day: today, nextSeq: nextSeq + 1 };
	}

	async function nextSeqOf(which: string): Promise<number> {
		let nextSeq = 1;
		for await (const run of ledger.readRuns({ office, day: which })) {
			const last = run.at(-1);
			if (last) nextSeq = seqAfter(last);
		}
		return nextSeq;
	}

	return {
		note(event, by) {
			const noted = turn.then(() => append(event, by));
			turn = noted.catch(() => {
				// Told to whoever asked for it; the next event does not depend on it.
			});
			return noted;
		},
		read: (which) => ledger.read({ office, day: which }),
		days: () => ledger.days(office),
	};
}

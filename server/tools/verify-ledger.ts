import { checkDay, type DayCheck } from "./check-day.ts";
import { dayFileOf, daysOf, type LedgerFolder, ledgerFolders } from "./ledger-files.ts";

/** What is said of one day, and whether it is as it should be. */
export interface VerifiedDay {
	sound: boolean;
	lines: string[];
}

/** Verifies an office's days, the oldest first, or one of them alone, with what the audit has of them. A hub may go on writing the newest meanwhile. */
export async function* verifyLedger(
	dataDir: string,
	office: string,
	only: string | undefined,
): AsyncGenerator<VerifiedDay> {
	for (const folder of ledgerFolders) {
		const days = await daysOf(dataDir, office, folder);
		for (const day of days) {
			if (only !== undefined && day !== only) continue;
			const isNewest = day === days.at(-1);
			const file = dayFileOf(dataDir, office, day, folder);
			let check = await checkDay(file, folder, isNewest);
			// A write that fails while it is read may look like damage once.
			if (check.damage !== null && isNewest) check = await checkDay(file, folder, isNewest);
			yield verified(`${office} ${day}`, folder, check, isNewest);
		}
	}
}

function verified(
	ofDay: string,
	folder: LedgerFolder,
	check: DayCheck,
	isNewest: boolean,
): VerifiedDay {
	const { events, tickets, closed, cutShort, damage } = check;
	const isAudit = folder === "audit";
	const day = isAudit ? `${ofDay}, audit` : ofDay;
	const counted = isAudit ? `${events} events` : `${events} events, ${tickets} tickets`;
	if (damage !== null) {
		// A line of a later version is no damage, and what to do stands in the sentence itself.
		const isLater = damage.endsWith("Run the version of the hub that wrote it.");
		return {
			sound: false,
			lines: [
				`${day}: ${isLater ? "UNREADABLE" : "DAMAGED"}, ${counted} before it`,
				`  ${damage}`,
				...(isLater ? [] : [`  What to do: ${isNewest ? mendNewest : mendOlder}`]),
			],
		};
	}
	const state = closed ? "closed" : isNewest ? "open" : "not closed";
	const end = cutShort === null ? [] : [`  the end is being written or was cut short: ${cutShort}`];
	return { sound: true, lines: [`${day}: ${counted}${isAudit ? "" : `, ${state}`}`, ...end] };
}

const mendNewest =
	"the hub does not start on this day. Stop it, make a backup of what is there, and restore the newest backup that is sound. " +
	"Without one, set-aside puts the day aside; numbers then begin at 001 again.";
const mendOlder =
	"the hub works without this day. Bring this one file back from a backup; until then reports of the day stop at the damage.";

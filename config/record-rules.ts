import type { Fault } from "../protocol/problem.ts";
import type { ProcedureFee, ProcedureRecord } from "../protocol/procedures.ts";
import { under } from "./faults.ts";
import { shown } from "./plain-words.ts";

/**
 * What is wrong within one record of a catalogue beyond its schema: fees that cannot be reckoned as they stand, a promise that
 * is none, a paper for some that does not say for whom, the address of a form that is not there.
 */
export function recordFaults(path: string, record: ProcedureRecord): Fault[] {
	const { fees, documents, forms, formAddresses = [] } = record;
	return [
		...fees.flatMap((fee, place) => feeRowFaults(under(`${path}/fees`, place), fee, fees, place)),
		...committedFaults(`${path}/times/committed`, record.times),
		...documents.flatMap(({ conditional, note }, place) =>
			conditional === true && note === null
				? [
						{
							path: `${under(`${path}/documents`, place)}/note`,
							found: shown(note),
							allowed: "a note that says who brings a conditional paper, or when",
						},
					]
				: [],
		),
		...formAddresses.flatMap(({ form }, place) =>
			forms.includes(form)
				? []
				: [
						{
							path: `${under(`${path}/formAddresses`, place)}/form`,
							found: shown(form),
							allowed: "one of this record's forms, to the letter",
						},
					],
		),
	];
}

function feeRowFaults(
	path: string,
	fee: ProcedureFee,
	fees: readonly ProcedureFee[],
	place: number,
): Fault[] {
	const faults: Fault[] = [];
	const above = fees[place - 1];
	const goesOn =
		above !== undefined &&
		!above.cap &&
		above.unit === fee.unit &&
		above.channel === fee.channel &&
		above.optional === fee.optional &&
		(above.from ?? 1) < (fee.from ?? 1);
	if (fee.from !== undefined && (fee.cap || !goesOn)) {
		faults.push({
			path: `${path}/from`,
			found: shown(fee.from),
			allowed:
				"an amount below one of the same unit and channel that begins earlier; a cap has no from",
		});
	}
	const { caps } = fee;
	if (caps === undefined) return faults;
	const limits = fees.some(
		(one) => !one.cap && one.unit === caps && one.channel === fee.channel && caps !== fee.unit,
	);
	if (!fee.cap || !limits) {
		faults.push({
			path: `${path}/caps`,
			found: shown(caps),
			allowed: "on a cap, the unit of another amount of the same channel",
		});
	}
	return faults;
}

/** Promising as much as the law asks for, or more, is no promise. */
function committedFaults(
	path: string,
	{ committed, ...lawful }: ProcedureRecord["times"],
): Fault[] {
	if (committed === undefined) return [];
	const units = ["workingDays", "calendarDays", "hours"] as const;
	return units.flatMap((unit) => {
		const promised = committed[unit];
		const most = lawful[unit];
		if (promised === undefined || most === null || promised < most) return [];
		return [{ path: `${path}/${unit}`, found: shown(promised), allowed: `less than ${most}` }];
	});
}

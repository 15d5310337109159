import { isDeepStrictEqual } from "node:util";
import type { Office } from "../../config/office.ts";
import type { Json, SettingsFault, SettingsFrom } from "../../protocol/settings.ts";
import { DocumentUnavailable } from "../documents.ts";
import type { Hub, Outcome } from "../hub.ts";
import { queueSettings } from "../queue-settings.ts";
import { type InUse, inUse } from "./in-use.ts";
import {
	fixedFaults,
	idsIn,
	type OfficeJson,
	picturesOf,
	withFixed,
	withSections,
} from "./sections.ts";
import type { Settings } from "./settings.ts";
import { type KeptVersion, versionsKept } from "./settings-file.ts";
import type { Keeping, SlidePictures } from "./slide-pictures.ts";

/** Changes an office's settings while its hub runs. One change after the other. */
export interface ChangeSettings {
	/** What would be wrong with an edit; empty where nothing is. */
	check(edited: OfficeJson): SettingsFault[];
	/**
	 * Makes an edit the settings that are in force, for the queue and for everything else in one moment, and keeps it as a version. Answers when both are durable.
	 * @param edited the sections that may be edited, all of them
	 * @param ifVersion the version that it was made from
	 */
	change(edited: OfficeJson, ifVersion: number, by: string): Promise<Changed>;
	/** The same with what an earlier version says. */
	goBack(to: number, ifVersion: number, by: string): Promise<Changed>;
	/** Keeps a picture for a slide that an edit will name. In turn with the changes, so that none that is about to be named is let go. */
	keepPicture(bytes: Buffer): Promise<Keeping>;
	/** Calls back when other settings are in force. */
	onChange(listener: () => void): void;
}

export type Changed =
	| { is: "changed"; version: KeptVersion }
	/** They say already what was asked for. */
	| { is: "same"; version: KeptVersion }
	/** Somebody else was quicker, or the file was taken in. */
	| { is: "outdated"; newest: KeptVersion }
	| { is: "unknown-version" }
	| { is: "wrong"; faults: SettingsFault[] }
	| { is: "in-use"; inUse: InUse }
	| { is: "refused"; code: Extract<Outcome<null>, { ok: false }>["refusal"]["code"] };

/** Somebody has come in the moment before: nothing is changed. */
class StillInUse extends Error {
	readonly inUse: InUse;
	constructor(used: InUse) {
		super("still in use");
		this.inUse = used;
	}
}

export function createChangeSettings(
	settings: Settings,
	pictures: SlidePictures,
	hub: Pick<Hub, "do" | "state">,
	log: Record<"warn" | "error", (about: object, line: string) => void>,
): ChangeSettings {
	const listeners: (() => void)[] = [];
	let turn: Promise<unknown> = Promise.resolve();

	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const done = turn.then(work);
		turn = done.catch(() => undefined);
		return done;
	};

	/** What an edit may not do, besides what is wrong in any office file. */
	function faultsOfEdit(edited: OfficeJson): SettingsFault[] {
		const { office } = settings.newest;
		return [...fixedFaults(office, edited), ...usedAgain(edited), ...otherPictures(edited)];
	}

	/** A retired service's id never stands for another one: what is written of it stays true. */
	function usedAgain(edited: OfficeJson): SettingsFault[] {
		return (["services", "counters"] as const).flatMap((section) => {
			const now = new Set(idsIn(settings.newest.office, section));
			const before = new Set(settings.usedIds[section]);
			return idsIn(edited, section).flatMap((id, index) =>
				now.has(id) || !before.has(id)
					? []
					: [
							{
								path: `/${section}/${index}/id`,
								found: JSON.stringify(id),
								allowed:
									"an id that nothing had before; what was retired comes back with its version",
								rule: { is: "retired" as const, id },
							},
						],
			);
		});
	}

	/** Only the office file, which somebody at the machine writes, names files of the machine. One that is lost holds nobody up who edits something else. */
	function otherPictures(edited: OfficeJson): SettingsFault[] {
		const now = new Set(picturesOf(settings.newest.office));
		const { slides } = edited;
		return (Array.isArray(slides) ? slides : []).flatMap((slide: Json, index: number) =>
			picturesOf({ slides: [slide] }).flatMap((picture) =>
				now.has(picture) || pictures.fileOf(picture) !== null
					? []
					: [
							{
								path: `/slides/${index}/picture`,
								found: JSON.stringify(picture),
								allowed: "a picture that was sent here, or that an office file has named",
								rule: { is: "picture-unknown" as const },
							},
						],
			),
		);
	}

	async function apply(whole: OfficeJson, by: string, from: SettingsFrom): Promise<Changed> {
		const { newest } = settings;
		if (isDeepStrictEqual(whole, newest.office)) return { is: "same", version: newest };
		const checked = settings.read(whole);
		if (!checked.ok) return { is: "wrong", faults: checked.faults };
		let before: Office | null = null;
		const setBack = () => before && settings.become(before);
		try {
			// In one moment with the queue: nothing is decided between the two.
			const outcome = await hub.do(
				() => {
					const used = inUse(hub.state, checked.value);
					if (used) throw new StillInUse(used);
					before = settings.become(checked.value);
					return { type: "apply-settings", settings: queueSettings(checked.value) };
				},
				by,
				() => null,
			);
			if (!outcome.ok) {
				setBack();
				return { is: "refused", code: outcome.refusal.code };
			}
			const version = await settings.keep(whole, by, from);
			tell();
			// The oldest version has gone, and with it perhaps the last that named a picture.
			if (settings.versions.length === versionsKept) await pictures.letGo();
			return { is: "changed", version };
		} catch (error) {
			if (error instanceof StillInUse) return { is: "in-use", inUse: error.inUse };
			setBack();
			if (!(error instanceof DocumentUnavailable)) throw error;
			log.warn({ err: error }, "other settings could not be kept: those of before hold on");
			const again = { type: "apply-settings", settings: queueSettings(settings.office) } as const;
			await hub.do(again, "hub", () => null);
			return { is: "refused", code: "ledger/unavailable" };
		}
	}

	/** They hold, whatever somebody makes of it. */
	function tell(): void {
		for (const listener of listeners) {
			try {
				listener();
			} catch (error) {
				log.error({ err: error }, "not everything goes by the new settings before a restart");
			}
		}
	}

	return {
		check: (edited) => [...readFaults(edited), ...faultsOfEdit(edited)],
		change: (edited, ifVersion, by) =>
			inTurn(async () => {
				const { newest } = settings;
				const isRepeated = isNext(ifVersion, by) && isSameEdit(edited);
				if (isRepeated) return { is: "same", version: newest };
				if (newest.number !== ifVersion) return { is: "outdated", newest };
				const faults = faultsOfEdit(edited);
				if (faults.length > 0) return { is: "wrong", faults: [...readFaults(edited), ...faults] };
				return apply(withSections(newest.office, edited), by, { is: "edit" });
			}),
		goBack: (to, ifVersion, by) =>
			inTurn(async () => {
				const { newest, versions } = settings;
				const { from } = newest;
				const isRepeated = isNext(ifVersion, by) && from.is === "back" && from.to === to;
				if (isRepeated) return { is: "same", version: newest };
				if (newest.number !== ifVersion) return { is: "outdated", newest };
				const version = versions.find(({ number }) => number === to);
				if (!version) return { is: "unknown-version" };
				const whole = withSections(newest.office, withFixed(newest.office, version.office));
				return apply(whole, by, { is: "back", to });
			}),
		keepPicture: (bytes) =>
			inTurn(async () => {
				const keeping = await pictures.keep(bytes);
				// One that was lost is there again.
				const isAgain = keeping.is === "kept" && keeping.isNew;
				if (isAgain && picturesOf(settings.newest.office).includes(keeping.picture.picture)) tell();
				return keeping;
			}),
		onChange: (listener) => void listeners.push(listener),
	};

	/** Whose answer was lost asks again: what is in force then is what they asked for. */
	function isNext(ifVersion: number, by: string): boolean {
		const { newest } = settings;
		return newest.number === ifVersion + 1 && newest.by === by;
	}

	function isSameEdit(edited: OfficeJson): boolean {
		const { office } = settings.newest;
		return isDeepStrictEqual(withSections(office, edited), office);
	}

	function readFaults(edited: OfficeJson): SettingsFault[] {
		const checked = settings.read(withSections(settings.newest.office, edited));
		return checked.ok ? [] : checked.faults;
	}
}

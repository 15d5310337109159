import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Problem } from "../../protocol/problem.ts";
import type {
	SettingsChanged,
	SettingsCheck,
	SettingsFault,
	SettingsView,
} from "../../protocol/settings.ts";
import { type Answer, api } from "../../ui/api.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { isObject, isSame, type Json, type JsonObject, type Path, withValueAt } from "./json.ts";
import type { Schema } from "./schema.ts";

/** The settings as the hub has them. */
export interface Loaded {
	version: number;
	office: JsonObject;
	schema: Schema;
	versions: SettingsView["versions"];
	usedIds: SettingsView["usedIds"];
	fields: SettingsView["fields"];
	pictures: SettingsView["pictures"];
}

/** What is wrong, by where it is. */
export type Faults = ReadonlyMap<string, readonly SettingsFault[]>;

/** An edit of the settings that nobody has saved yet. */
export interface Draft {
	/** Null until the hub has said it. */
	loaded: ReadonlySignal<Loaded | null>;
	/** As it is edited. */
	office: ReadonlySignal<JsonObject>;
	differences: ReadonlySignal<readonly Difference[]>;
	/** What the hub finds wrong with it, by where. */
	faults: ReadonlySignal<Faults>;
	/** The hub has looked at it as it now stands. */
	isChecked: ReadonlySignal<boolean>;
	/** A version of ours is on its way. */
	isSaving: ReadonlySignal<boolean>;
	/** Who has saved another version meanwhile, until that was read. */
	overtakenBy: Signal<string | null>;
	put(path: Path, value: Json | undefined): void;
	/** @returns what was edited, to put back */
	discard(): JsonObject;
	/** The whole as it was edited before. */
	putBack(office: JsonObject): void;
	/** Asks for the settings anew; what was edited stays, section by section, on top of what holds now. */
	load(): Promise<Answer<SettingsView>>;
	save(): Promise<Answer<SettingsChanged>>;
	goBack(to: number): Promise<Answer<SettingsChanged>>;
	/** What it looks at by itself is over. */
	stop(): void;
}

/** So long nobody types: then the hub looks at it. */
const restMs = 400;

export function createDraft(): Draft {
	const loaded = signal<Loaded | null>(null);
	const office = signal<JsonObject>({});
	const faults = signal<Faults>(new Map());
	const isChecked = signal(true);
	const isSaving = signal(false);
	const overtakenBy = signal<string | null>(null);
	const differences = computed(() =>
		loaded.value === null ? [] : differencesOf(loaded.value.office, office.value),
	);
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** The newest that was saved here: the hub may tell of it before it answers. */
	let ownVersion = 0;

	function become(next: JsonObject): void {
		office.value = next;
		isChecked.value = false;
		clearTimeout(timer);
		timer = setTimeout(() => void check(), restMs);
	}

	async function check(): Promise<void> {
		const asked = office.peek();
		if (differences.peek().length === 0) {
			faults.value = new Map();
			isChecked.value = true;
			return;
		}
		const got = await api<SettingsCheck>("POST", "/api/admin/settings/check", { office: asked });
		// Somebody typed on.
		if (office.peek() !== asked || !got.ok) return;
		faults.value = byPath(got.value.faults);
		isChecked.value = true;
	}

	async function load(): Promise<Answer<SettingsView>> {
		const got = await api<SettingsView>("GET", "/api/admin/settings");
		if (!got.ok) return got;
		const before = loaded.peek();
		const now = loadedFrom(got.value);
		const isOwn = now.version === ownVersion;
		batch(() => {
			loaded.value = now;
			if (before === null || isOwn) become(now.office);
			else if (before.version !== now.version) {
				overtakenBy.value = got.value.versions[0]?.by ?? null;
				become(rebased(before.office, office.peek(), now.office));
			}
		});
		return got;
	}

	/** What we have made holds, and nothing of it is an edit any more. */
	async function loadOwn(version: number): Promise<void> {
		ownVersion = version;
		overtakenBy.value = null;
		await load();
	}

	async function keep(
		ask: () => Promise<Answer<SettingsChanged>>,
	): Promise<Answer<SettingsChanged>> {
		isSaving.value = true;
		const got = await ask();
		if (got.ok) await loadOwn(got.value.version);
		else if (got.problem?.code === "settings/changed") await load();
		isSaving.value = false;
		return got;
	}

	return {
		loaded,
		office,
		differences,
		faults,
		isChecked,
		isSaving,
		overtakenBy,
		load,
		put(path, value) {
			const next = withValueAt(office.peek(), path, value);
			if (isObject(next)) become(next);
		},
		discard() {
			const edited = office.peek();
			const now = loaded.peek();
			if (now) become(now.office);
			return edited;
		},
		putBack: become,
		async save() {
			const ifVersion = loaded.peek()?.version ?? 0;
			const body = { ifVersion, office: office.peek() };
			const got = await keep(() => api<SettingsChanged>("PUT", "/api/admin/settings", body));
			if (!got.ok) {
				const { errors } = got.problem ?? {};
				if (errors) faults.value = byPath(ruledOf(errors));
			}
			return got;
		},
		async goBack(to) {
			const ifVersion = loaded.peek()?.version ?? 0;
			const body = { ifVersion, to };
			return keep(() => api<SettingsChanged>("POST", "/api/admin/settings/back", body));
		},
		stop: () => clearTimeout(timer),
	};
}

/** Whole sections: those that were edited as they were edited, the others as they now hold. */
export function rebased(base: JsonObject, edited: JsonObject, now: JsonObject): JsonObject {
	let office: Json = now;
	for (const section of new Set([...Object.keys(base), ...Object.keys(edited)])) {
		if (isSame(base[section], edited[section])) continue;
		office = withValueAt(office, [section], edited[section]);
	}
	return isObject(office) ? office : now;
}

/** What is wrong at a place and in it. */
export function faultsIn(faults: Faults, pointer: string): SettingsFault[] {
	return [...faults].flatMap(([path, some]) =>
		path === pointer || path.startsWith(`${pointer}/`) ? some : [],
	);
}

function byPath(faults: readonly SettingsFault[]): Faults {
	const all = new Map<string, SettingsFault[]>();
	for (const fault of faults) all.set(fault.path, [...(all.get(fault.path) ?? []), fault]);
	return all;
}

/** Of an edit that was refused; other refusals name no rules. */
export function ruledOf(errors: NonNullable<Problem["errors"]>): SettingsFault[] {
	return errors.flatMap(({ rule, ...fault }) => (rule ? [{ ...fault, rule }] : []));
}

/** What the contract leaves open is JSON all the same. */
function loadedFrom({ office, schema, ...rest }: SettingsView): Loaded {
	return { ...rest, office, schema: schema as Schema };
}

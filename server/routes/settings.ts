import { Type } from "typebox";
import { EditableOffice } from "../../config/editable.ts";
import {
	ChangeSettings,
	GoBackSettings,
	SettingsChanged,
	SettingsCheck,
	SettingsOfVersion,
	type SettingsVersion,
	SettingsView,
} from "../../protocol/settings.ts";
import { never } from "../queue/never.ts";
import type { Changed } from "../settings/change-settings.ts";
import { changedSections, editableOf } from "../settings/sections.ts";
import type { KeptVersion } from "../settings/settings-file.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["admin"];

/** A whole office of two hundred counters, several times over. */
const bodyLimit = 1024 * 1024;

/** The office's settings, changed while it works; for admins alone. */
export function addSettingsRoutes(app: App, parts: Parts): void {
	const { sessions, settings, changeSettings, slidePictures, catalogue, office, audit } = parts;
	const onRequest = requireAccount(sessions, ["admin"]);

	app.get(
		"/api/admin/settings",
		{
			onRequest,
			schema: {
				tags,
				summary: "What of the office file may be edited, as it stands now, and every version of it",
				response: { 200: SettingsView },
			},
		},
		async () => {
			const { newest, versions, usedIds } = settings;
			return {
				version: newest.number,
				office: editableOf(newest.office),
				schema: EditableOffice,
				versions: versions.map(listed).reverse(),
				usedIds: { services: [...usedIds.services], counters: [...usedIds.counters] },
				fields: catalogue.fields.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
				pictures: await slidePictures.list(),
			};
		},
	);

	app.get(
		"/api/admin/settings/versions/:number",
		{
			onRequest,
			schema: {
				tags,
				summary: "What a version says",
				params: Type.Object({ number: Type.Integer() }),
				response: { 200: SettingsOfVersion },
			},
		},
		async ({ params: { number } }) => {
			const version = settings.versions.find((one) => one.number === number);
			if (!version) throw new Refused("settings/unknown-version");
			return { number, office: editableOf(version.office) };
		},
	);

	app.post(
		"/api/admin/settings/check",
		{
			onRequest,
			bodyLimit,
			schema: {
				tags,
				summary: "What would be wrong with an edit; nothing is changed",
				body: Type.Pick(ChangeSettings, ["office"]),
				response: { 200: SettingsCheck },
			},
		},
		async ({ body }) => ({ faults: changeSettings.check(body.office) }),
	);

	app.put(
		"/api/admin/settings",
		{
			onRequest,
			bodyLimit,
			schema: {
				tags,
				summary: "Other settings, in force at once; refused whole where anything in them is wrong",
				body: ChangeSettings,
				response: { 200: SettingsChanged },
			},
		},
		async ({ body, account }) =>
			answer(
				await changeSettings.change(body.office, body.ifVersion, account.username),
				account.username,
			),
	);

	app.post(
		"/api/admin/settings/back",
		{
			onRequest,
			schema: {
				tags,
				summary: "Back to what an earlier version says, as a new version",
				body: GoBackSettings,
				response: { 200: SettingsChanged },
			},
		},
		async ({ body, account }) =>
			answer(
				await changeSettings.goBack(body.to, body.ifVersion, account.username),
				account.username,
			),
	);

	async function answer(changed: Changed, by: string): Promise<SettingsChanged> {
		switch (changed.is) {
			case "changed": {
				const { number, from } = changed.version;
				const to = from.is === "back" ? from.to : null;
				await audit.note({ type: "settings-changed", version: number, to }, by);
				return { version: number };
			}
			case "same":
				return { version: changed.version.number };
			case "outdated":
				throw new Refused("settings/changed", { holder: changed.newest.by });
			case "unknown-version":
				throw new Refused("settings/unknown-version");
			case "wrong":
				throw new Refused("settings/wrong", { errors: changed.faults });
			case "in-use":
				throw new Refused("settings/in-use", {
					counters: changed.inUse.counters.map(labelOf),
					numbers: changed.inUse.services.flatMap(({ numbers }) => numbers),
				});
			case "refused":
				throw new Refused(changed.code);
			default:
				return never(changed);
		}
	}

	function labelOf(counterId: string): string {
		return office.counters.find(({ id }) => id === counterId)?.label ?? counterId;
	}
}

function listed(
	{ number, at, by, from, office }: KeptVersion,
	index: number,
	all: readonly KeptVersion[],
): SettingsVersion {
	const before = all[index - 1];
	return { number, at, by, from, sections: before ? changedSections(before.office, office) : [] };
}

import { useSignal } from "@preact/signals";
import type { SettingsOfVersion } from "../../protocol/settings.ts";
import { api } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { date, time } from "../../words/numbers.ts";
import { settingsWords } from "../../words/settings.ts";
import { staffWords } from "../../words/staff.ts";
import { Question } from "../question.tsx";
import { refusalIn } from "../refusal.ts";
import { DifferenceList } from "./difference-list.tsx";
import { differencesOf } from "./differences.ts";
import { useForm } from "./form.ts";
import type { JsonObject } from "./json.ts";
import { labelOf } from "./names.ts";

/** Every version, the newest first: who made it, what it changed, and the way back to it. */
export function Versions({
	timeZone,
	fields,
	onBack,
}: {
	timeZone: string;
	fields: ReadonlyMap<string, string>;
	/** @returns whether it is done */
	onBack: (to: number) => Promise<boolean>;
}) {
	const { loaded, draft } = useForm();
	const words = settingsWords[language.value];
	const looked = useSignal<{ number: number; office: JsonObject } | null>(null);
	const refusal = useSignal<string | null>(null);

	async function look(number: number): Promise<void> {
		const got = await api<SettingsOfVersion>("GET", `/api/admin/settings/versions/${number}`);
		refusal.value = got.ok ? null : refusalIn(got, staffWords[language.value]);
		if (got.ok) looked.value = { number, office: got.value.office };
	}
	async function goBack(to: number): Promise<void> {
		if (await onBack(to)) looked.value = null;
	}

	const shown = looked.value;
	return (
		<>
			{refusal.value !== null && (
				<p class="notice is-wrong" role="alert">
					{refusal.value}
				</p>
			)}
			<ol class="versions">
				{loaded.versions.map(({ number, at, by, from, sections }) => (
					<li key={number}>
						<div>
							<h3>
								{words.version(number)}
								{number === loaded.version && <span class="chip">{words.inForce}</span>}
							</h3>
							<p>
								{date(at, timeZone)} {time(at, timeZone)} · {from.is === "file" ? words.byFile : by}
								{from.is === "back" && ` · ${words.fromBack(from.to)}`}
							</p>
							{sections.length > 0 && (
								<p class="soft">{sections.map((section) => labelOf([section])).join(", ")}</p>
							)}
							{from.is === "file" && from.over.length > 0 && (
								<p class="notice is-calm">
									{words.fileOver(from.over.map((section) => labelOf([section])).join(", "))}
								</p>
							)}
							{from.is === "file" && from.faults.length > 0 && (
								<p class="notice is-wrong">{words.fileAlone}</p>
							)}
						</div>
						{number !== loaded.version && (
							<button
								type="button"
								class="button"
								aria-label={`${words.look}: ${words.version(number)}`}
								onClick={() => void look(number)}
							>
								{words.look}
							</button>
						)}
					</li>
				))}
			</ol>
			{shown && (
				<Question
					title={words.lookTitle(shown.number)}
					wide
					readFirst
					onCancel={() => {
						looked.value = null;
					}}
				>
					<DifferenceList
						differences={differencesOf(loaded.office, shown.office)}
						offices={[shown.office, loaded.office]}
						fields={fields}
					/>
					{draft.differences.value.length > 0 && <p class="notice is-calm">{words.backDiscards}</p>}
					<div class="question-buttons">
						<button
							type="button"
							class="button button-primary"
							disabled={draft.isSaving.value}
							onClick={() => void goBack(shown.number)}
						>
							{words.backTo(shown.number)}
						</button>
						<button
							type="button"
							class="button button-quiet"
							onClick={() => {
								looked.value = null;
							}}
						>
							{words.stay}
						</button>
					</div>
				</Question>
			)}
		</>
	);
}

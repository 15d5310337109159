import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Answer } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { staffWords } from "../../words/staff.ts";
import type { PageProps } from "../pages.ts";
import { Question } from "../question.tsx";
import { refusalIn } from "../refusal.ts";
import { DifferenceList } from "./difference-list.tsx";
import { createDraft, type Draft, type Loaded, ruledOf } from "./draft.ts";
import { sentencesOf } from "./fault-words.ts";
import { FormContext } from "./form.ts";
import { sections } from "./sections.tsx";
import "./settings.css";
import type { JsonObject } from "./json.ts";
import { labelOf } from "./names.ts";
import { Versions } from "./versions.tsx";

/** What somebody was editing when they went to another page; nobody else's. */
let kept: { username: string; draft: Draft } | null = null;

/** For admins: services, counters, hours, words of the office, in force as soon as they are saved, and every version of them. */
export default function SettingsPage({ session, sessions, office, live }: PageProps) {
	const words = settingsWords[language.value];
	const { username } = session.account;
	const draft = useMemo(() => {
		if (kept?.username !== username) kept = { username, draft: createDraft() };
		return kept.draft;
	}, [username]);
	const refusal = useSignal<string | null>(null);
	const loaded = draft.loaded.value;

	async function load(): Promise<void> {
		const got = await draft.load();
		if (!got.ok && got.status === 401) sessions.over();
		refusal.value = got.ok ? null : refusalIn(got, staffWords[language.value]);
	}
	// Also when the hub is back, and when somebody else has saved.
	useSignalEffect(() => {
		const holds = live.settingsVersion.value;
		if (draft.isSaving.value) return;
		if (live.state.value === "live" && holds !== draft.loaded.peek()?.version) void load();
	});
	useEffect(() => {
		const warn = (event: BeforeUnloadEvent) => {
			if (draft.differences.peek().length > 0) event.preventDefault();
		};
		addEventListener("beforeunload", warn);
		return () => removeEventListener("beforeunload", warn);
	}, [draft]);

	return (
		<main class="page settings">
			<div>
				<h1>{words.title}</h1>
				<p class="soft">{words.intro}</p>
			</div>
			{refusal.value !== null && (
				<p class="notice is-wrong" role="alert">
					{refusal.value}
				</p>
			)}
			{loaded === null ? (
				refusal.value === null && <p role="status">{words.loading}</p>
			) : (
				<FormContext.Provider value={{ draft, loaded }}>
					<Editor
						draft={draft}
						loaded={loaded}
						timeZone={office.value?.timeZone ?? "Asia/Ho_Chi_Minh"}
						away={live.state.value !== "live"}
						onSessionOver={sessions.over}
					/>
				</FormContext.Provider>
			)}
		</main>
	);
}

const versionsTab = "versions";

function Editor({
	draft,
	loaded,
	timeZone,
	away,
	onSessionOver,
}: {
	draft: Draft;
	loaded: Loaded;
	timeZone: string;
	away: boolean;
	onSessionOver: () => void;
}) {
	const words = settingsWords[language.value];
	const tab = useSignal<string>("services");
	const isAsking = useSignal(false);
	const said = useSignal<{ wrong: boolean; text: string } | null>(null);
	/** What was thrown away last, until something else is edited. */
	const discarded = useSignal<JsonObject | null>(null);
	useSignalEffect(() => {
		if (draft.differences.value.length === 0) return;
		said.value = null;
		discarded.value = null;
	});
	const differences = draft.differences.value;
	const faults = [...draft.faults.value.keys()];
	const faulty = (section: string) =>
		faults.filter((path) => path.split("/")[1] === section).length;
	const edited = new Set(differences.map(({ path }) => path[0]));
	const fields = new Map(
		loaded.fields.map(({ id, name, nameEn }) => [id, language.value === "en" ? nameEn : name]),
	);
	const Section = sections[tab.value];

	async function save(): Promise<void> {
		const before = draft.loaded.peek()?.version;
		const got = await draft.save();
		isAsking.value = false;
		if (got.ok) {
			const text = got.value.version === before ? words.same : words.saved(got.value.version);
			said.value = { wrong: false, text };
			return;
		}
		if (got.status === 401) onSessionOver();
		said.value =
			got.problem?.code === "settings/changed"
				? null
				: { wrong: true, text: refusalIn(got, staffWords[language.value]) };
	}

	async function goBack(to: number): Promise<boolean> {
		const got = await draft.goBack(to);
		if (!got.ok && got.status === 401) onSessionOver();
		said.value = got.ok
			? { wrong: false, text: words.wentBack(to, got.value.version) }
			: { wrong: true, text: notBack(got, to) };
		return got.ok;
	}

	/** What is wrong by now with an earlier version has no place in the form, which shows another. */
	function notBack(got: Extract<Answer<unknown>, { ok: false }>, to: number): string {
		const wrong = ruledOf(got.problem?.errors ?? []).map((fault) => {
			const section = labelOf([fault.path.split("/")[1] ?? ""]);
			return `${section}: ${sentencesOf([fault], draft.office.value, loaded.fields)}`;
		});
		return wrong.length === 0
			? refusalIn(got, staffWords[language.value])
			: `${words.notBack(to)} ${[...new Set(wrong)].join(" ")}`;
	}

	function toFirstFault(): void {
		const first = Object.keys(sections).find((section) => faulty(section) > 0);
		if (first) tab.value = first;
		requestAnimationFrame(() => {
			const found = ['[aria-invalid="true"]', ".field-fault"]
				.map((one) => document.querySelector<HTMLElement>(`.settings-section ${one}`))
				.find((one) => one !== null);
			found?.scrollIntoView({ block: "center" });
			found?.focus();
		});
	}

	return (
		<>
			<div class="settings-columns">
				<nav aria-label={words.sections}>
					<ul class="settings-tabs">
						{[...Object.keys(sections), versionsTab].map((section) => (
							<li key={section}>
								<button
									type="button"
									aria-current={tab.value === section ? "true" : undefined}
									onClick={() => {
										tab.value = section;
									}}
								>
									{section === versionsTab ? words.versions : labelOf([section])}
									{faulty(section) > 0 ? (
										<span class="tab-count is-wrong">{faulty(section)}</span>
									) : (
										edited.has(section) && (
											<span class="tab-count" role="img" aria-label={words.changes(1)}>
												●
											</span>
										)
									)}
								</button>
							</li>
						))}
					</ul>
				</nav>
				<section class="settings-section panel" aria-labelledby="settings-section">
					<h2 id="settings-section">
						{tab.value === versionsTab ? words.versions : labelOf([tab.value])}
					</h2>
					{tab.value === versionsTab ? (
						<Versions timeZone={timeZone} fields={fields} onBack={goBack} />
					) : (
						Section && <Section key={tab.value} />
					)}
				</section>
			</div>
			<div class="settings-foot">
				<div role="status">
					{draft.overtakenBy.value !== null && (
						<p class="notice is-calm">{words.newer(draft.overtakenBy.value)}</p>
					)}
					{said.value !== null && (
						<p class={said.value.wrong ? "notice is-wrong" : "notice is-good"}>{said.value.text}</p>
					)}
					{discarded.value !== null && (
						<button
							type="button"
							class="button"
							onClick={() => discarded.value !== null && draft.putBack(discarded.value)}
						>
							{words.takeBack}
						</button>
					)}
					<p class="settings-count">
						{differences.length === 0 ? words.unchanged : words.changes(differences.length)}{" "}
						{faults.length > 0 && <strong>{words.faults(faults.length)}</strong>}
					</p>
				</div>
				<div class="settings-acts">
					{faults.length > 0 && (
						<button type="button" class="button" onClick={toFirstFault}>
							{words.firstFault}
						</button>
					)}
					<button
						type="button"
						class="button button-quiet"
						disabled={differences.length === 0}
						onClick={() => {
							const edited = draft.discard();
							draft.overtakenBy.value = null;
							said.value = { wrong: false, text: words.discarded };
							discarded.value = edited;
						}}
					>
						{words.discard}
					</button>
					<button
						type="button"
						class="button button-primary"
						disabled={
							away || differences.length === 0 || faults.length > 0 || !draft.isChecked.value
						}
						onClick={() => {
							said.value = null;
							isAsking.value = true;
						}}
					>
						{words.save}
					</button>
				</div>
			</div>
			{isAsking.value && (
				<Question
					title={words.confirm}
					wide
					readFirst
					onCancel={() => {
						isAsking.value = false;
					}}
				>
					<p class="soft">{words.confirmHint}</p>
					<DifferenceList
						differences={differences}
						offices={[loaded.office, draft.office.value]}
						fields={fields}
					/>
					<div class="question-buttons">
						<button
							type="button"
							class="button button-primary"
							disabled={draft.isSaving.value || away}
							onClick={() => void save()}
						>
							{words.apply}
						</button>
						<button
							type="button"
							class="button button-quiet"
							onClick={() => {
								isAsking.value = false;
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

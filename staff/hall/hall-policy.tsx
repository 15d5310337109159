import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { HallView, PolicyToday } from "../../protocol/hall.ts";
import { language } from "../../ui/language.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { ChoiceField } from "../choice-field.tsx";
import { TextField } from "../text-field.tsx";
import type { Decide } from "./hall-page.tsx";

export interface HallPolicyProps {
	policy: HallView["policy"];
	busy: boolean;
	decide: Decide;
	/** What was typed cannot be, and is not asked for: what was said of the act before is over. */
	onRefused: () => void;
}

/** How today's numbers are called, where that is not as usual. */
export function HallPolicy({
	policy: { today, usual, hasHeadStarts },
	busy,
	decide,
	onRefused,
}: HallPolicyProps) {
	const words = supervisingWords[language.value].policy;
	const now = today ?? usual;
	const rule = useSignal<string>(now.classes.rule);
	const priority = useSignal(String(now.classes.rule === "ratio" ? now.classes.priority : 2));
	const ordinary = useSignal(String(now.classes.rule === "ratio" ? now.classes.ordinary : 1));
	const services = useSignal<string>(now.services);
	const most = useSignal(now.maxWaitMinutes === null ? "" : String(now.maxWaitMinutes));
	const refusal = useSignal<string | null>(null);
	const path = "/api/hall/policy";

	const save: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		const policy = chosen();
		refusal.value = policy === null ? words.unread : null;
		if (policy) void decide(path, { policy }, words.saved);
		else onRefused();
	};

	function chosen(): PolicyToday | null {
		const classes = classesFrom(rule.value, Number(priority.value), Number(ordinary.value));
		const by = serviceRules.find((one) => one === services.value);
		const minutes = most.value.trim() === "" ? null : Number(most.value);
		const isRight = minutes === null || isWhole(minutes, 1_440);
		return classes && by && isRight ? { classes, services: by, maxWaitMinutes: minutes } : null;
	}

	// Without a class that has a head start it would put nobody before anybody.
	const offered = classRules.filter(
		(one) => one !== "ageing" || hasHeadStarts || now.classes.rule === one,
	);

	return (
		<section class="panel" aria-labelledby="hall-policy">
			<h2 id="hall-policy">{words.title}</h2>
			<form class="form" onSubmit={save}>
				<p>
					{today ? <strong>{words.changed}</strong> : words.usual}{" "}
					<span class="soft">{words.hint}</span>
				</p>
				<ChoiceField
					label={words.classes}
					value={rule}
					choices={offered.map((value) => ({ value, text: words.classRules[value] }))}
				/>
				{rule.value === "ratio" && (
					<div class="hall-acts">
						<TextField type="number" label={words.priority} value={priority} />
						<TextField type="number" label={words.ordinary} value={ordinary} />
					</div>
				)}
				<ChoiceField
					label={words.services}
					value={services}
					choices={serviceRules.map((value) => ({ value, text: words.serviceRules[value] }))}
				/>
				<TextField type="number" label={words.most} value={most} hint={words.mostHint} />
				<div role="alert">
					{refusal.value !== null && <p class="notice is-wrong">{refusal.value}</p>}
				</div>
				<div class="hall-acts">
					<button type="submit" class="button" disabled={busy}>
						{words.save}
					</button>
					{today !== null && (
						<button
							type="button"
							class="button"
							disabled={busy}
							onClick={() => void decide(path, { policy: "usual" }, words.backSaved)}
						>
							{words.back}
						</button>
					)}
				</div>
			</form>
		</section>
	);
}

const classRules = ["first-come", "strict", "ratio", "ageing"] as const;
const serviceRules = ["first-come", "relative-wait", "weights"] as const;

function classesFrom(
	rule: string,
	priority: number,
	ordinary: number,
): PolicyToday["classes"] | null {
	const known = classRules.find((one) => one === rule);
	if (!known) return null;
	if (known !== "ratio") return { rule: known };
	const isRight = isWhole(priority, 20) && isWhole(ordinary, 20);
	return isRight ? { rule: known, priority, ordinary } : null;
}

function isWhole(value: number, most: number): boolean {
	return Number.isInteger(value) && value >= 1 && value <= most;
}

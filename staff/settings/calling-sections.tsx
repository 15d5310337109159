import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { ChoiceLine, Chosen } from "./chosen-fields.tsx";
import { usePlace } from "./form.ts";
import { isObject } from "./json.ts";
import { NumberLine } from "./typed-fields.tsx";

export function Calling() {
	const { choices } = settingsWords[language.value];
	const rule = usePlace(["calling", "classes", "rule"]);
	const classes = usePlace(["calling", "classes"]);
	return (
		<>
			<Chosen
				label={rule.label}
				fault={rule.fault ?? classes.fault}
				choices={choices["calling/classes/rule"] ?? {}}
				usual="first-come"
				value={typeof rule.value === "string" ? rule.value : ""}
				onPut={(next) => {
					if (next === "") classes.put(undefined);
					else classes.put({ rule: next, ...(next === "ratio" && { priority: 2, ordinary: 1 }) });
				}}
			/>
			{rule.value === "ratio" && (
				<div class="side-by-side">
					<NumberLine path={["calling", "classes", "priority"]} optional={false} />
					<NumberLine path={["calling", "classes", "ordinary"]} optional={false} />
				</div>
			)}
			<ChoiceLine
				path={["calling", "services"]}
				optional
				choices={choices["calling/services"] ?? {}}
				usual="first-come"
			/>
			<div class="side-by-side">
				<NumberLine path={["calling", "maxWaitMinutes"]} optional />
				<NumberLine path={["calling", "pickupEvery"]} optional />
			</div>
			<Appointments />
		</>
	);
}

function Appointments() {
	const place = usePlace(["calling", "appointments"]);
	return (
		<fieldset class="hours">
			<legend>{place.label}</legend>
			<div class="roles">
				<label>
					<input
						type="checkbox"
						checked={place.value !== undefined}
						onChange={({ currentTarget: { checked } }) =>
							place.put(checked ? { earlyMinutes: 5, lateMinutes: 10 } : undefined)
						}
					/>
					{settingsWords[language.value].yes}
				</label>
			</div>
			{place.value !== undefined && (
				<div class="side-by-side">
					<NumberLine path={["calling", "appointments", "earlyMinutes"]} optional={false} />
					<NumberLine path={["calling", "appointments", "lateMinutes"]} optional={false} />
				</div>
			)}
		</fieldset>
	);
}

export function Tickets() {
	const { choices } = settingsWords[language.value];
	const place = usePlace(["tickets", "restorePlace"]);
	const is = isObject(place.value) ? "behind" : typeof place.value === "string" ? place.value : "";
	return (
		<>
			<ChoiceLine
				path={["tickets", "transferPlace"]}
				optional
				choices={choices["tickets/transferPlace"] ?? {}}
				usual="keep"
			/>
			<Chosen
				label={place.label}
				fault={place.fault}
				choices={choices["tickets/restorePlace"] ?? {}}
				usual="keep"
				value={is}
				onPut={(next) =>
					place.put(next === "" ? undefined : next === "behind" ? { behind: 3 } : next)
				}
			/>
			{is === "behind" && (
				<NumberLine path={["tickets", "restorePlace", "behind"]} optional={false} />
			)}
			<div class="side-by-side">
				<NumberLine path={["tickets", "recallsUntilMissed"]} optional />
				<NumberLine path={["tickets", "restoreWithinMinutes"]} optional />
				<NumberLine path={["tickets", "maxFiles"]} optional usual={20} />
				<NumberLine path={["tickets", "minutesEachFile"]} optional usual={0} />
				<NumberLine path={["tickets", "undoSeconds"]} optional usual={15} />
			</div>
		</>
	);
}

import { useSignal } from "@preact/signals";
import { Plus, X } from "lucide";
import { weekdays } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { usePlace } from "./form.ts";
import { isList, isObject, type Json, type Path } from "./json.ts";
import { FaultLine } from "./line.tsx";
import { TimeLine } from "./typed-fields.tsx";

/** What most offices work, for whoever begins with nothing. */
const officeHours = [
	{ from: "07:30", to: "11:30" },
	{ from: "13:30", to: "17:00" },
];

/** When the office, or one of its services, takes people in: always, or by the day of the week. */
export function HoursFields({ path, optional }: { path: Path; optional: boolean }) {
	const place = usePlace(path);
	const words = settingsWords[language.value].hours;
	const { value } = place;
	const is = value === undefined ? "usual" : value === "always" ? "always" : "week";
	const choose = (next: string) => {
		if (next === "usual") place.put(undefined);
		else if (next === "always") place.put("always");
		else place.put(Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, officeHours])));
	};
	return (
		<fieldset class="hours">
			<legend {...(path.length === 1 && { class: "unseen" })}>{place.label}</legend>
			<div class="roles">
				{(optional ? (["usual", "always", "week"] as const) : (["always", "week"] as const)).map(
					(way) => (
						<label key={way}>
							<input
								type="radio"
								name={path.join("-")}
								checked={is === way}
								onChange={() => choose(way)}
							/>
							{way === "usual" ? words.asOffice : words[way]}
						</label>
					),
				)}
			</div>
			{place.fault !== null && <p class="field-fault">{place.fault}</p>}
			{is === "week" && <Week path={path} value={value} onPut={place.put} />}
		</fieldset>
	);
}

function Week({
	path,
	value,
	onPut,
}: {
	path: Path;
	value: Json | undefined;
	onPut: (value: Json) => void;
}) {
	const words = settingsWords[language.value];
	const week = isObject(value) ? value : {};
	const monday = week.mon;
	const copy = () => {
		const rest = Object.fromEntries(
			Object.entries(week).filter(([day]) => !["mon", "tue", "wed", "thu", "fri"].includes(day)),
		);
		const same = weekdays.slice(0, 5).map((day) => [day, monday ?? []] as const);
		onPut({ ...Object.fromEntries(same), ...rest });
	};
	return (
		<div class="week">
			{weekdays.map((day) => (
				<div key={day} class="week-day">
					<h3>{words.weekdays[day]}</h3>
					<Periods path={[...path, day]} day={words.weekdays[day]} />
				</div>
			))}
			{!Object.values(week).some((day) => isList(day) && day.length > 0) && (
				<p class="notice is-care" role="status">
					{words.hours.never}
				</p>
			)}
			<button type="button" class="button button-quiet" onClick={copy}>
				{words.hours.copy}
			</button>
		</div>
	);
}

/** The hours of one day; none: closed. */
export function Periods({ path, day }: { path: Path; day: string }) {
	const place = usePlace(path);
	const words = settingsWords[language.value];
	const periods = isList(place.value) ? place.value : [];
	const add = () => {
		const [morning, afternoon] = officeHours;
		place.put([...periods, (periods.length === 0 ? morning : afternoon) ?? { from: "", to: "" }]);
	};
	return (
		<div class="periods">
			{periods.length === 0 && <p class="soft">{words.hours.closed}</p>}
			{periods.map((period, index) => (
				<Period
					key={index}
					path={[...path, index]}
					period={period}
					removing={words.hours.removePeriod(day, index + 1)}
					onRemove={() => {
						const left = periods.filter((_, at) => at !== index);
						place.put(left.length === 0 ? undefined : left);
					}}
				/>
			))}
			{place.fault !== null && <p class="field-fault">{place.fault}</p>}
			<button
				type="button"
				class="button button-quiet"
				aria-label={`${words.add.periods}, ${day}`}
				onClick={add}
			>
				<Icon node={Plus} />
				{words.add.periods}
			</button>
		</div>
	);
}

function Period({
	path,
	period,
	removing,
	onRemove,
}: {
	path: Path;
	period: Json;
	removing: string;
	onRemove: () => void;
}) {
	const words = settingsWords[language.value].hours;
	const has = isObject(period) && ("ticketsFrom" in period || "ticketsTo" in period);
	const isMore = useSignal(false);
	return (
		<div class="period">
			<TimeLine path={[...path, "from"]} optional={false} label={words.from} />
			<TimeLine path={[...path, "to"]} optional={false} label={words.to} />
			{has || isMore.value ? (
				<>
					<TimeLine path={[...path, "ticketsFrom"]} optional label={words.ticketsFrom} />
					<TimeLine path={[...path, "ticketsTo"]} optional label={words.ticketsTo} />
				</>
			) : (
				<button
					type="button"
					class="button button-quiet"
					onClick={() => {
						isMore.value = true;
					}}
				>
					{words.tickets}
				</button>
			)}
			<button type="button" class="button button-quiet" aria-label={removing} onClick={onRemove}>
				<Icon node={X} />
			</button>
			<FaultLine path={path} />
		</div>
	);
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { KeptWord, KeptWordAnswer } from "../../protocol/reports.ts";
import { api } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { keptWordWords } from "../../words/kept-word.ts";
import { plainDate } from "../../words/numbers.ts";

/** The day goes on while somebody looks. */
const everyMs = 30_000;

/** Of those who were told how long they would wait, how many waited that: today, or on another day. */
export function HallWaits({ onSessionOver }: { onSessionOver: () => void }) {
	const words = keptWordWords[language.value];
	const answer = useSignal<KeptWordAnswer | null>(null);
	const failed = useSignal(false);
	/** Empty: the newest there is. */
	const day = useSignal("");
	const asked = day.value;
	useEffect(() => {
		let isOver = false;
		const ask = async () => {
			const query = asked === "" ? "" : `?day=${asked}`;
			const got = await api<KeptWordAnswer>("GET", `/api/reports/waits${query}`);
			if (isOver) return;
			failed.value = !got.ok;
			if (got.ok) answer.value = got.value;
			else if (got.status === 401) onSessionOver();
		};
		void ask();
		const timer = setInterval(ask, everyMs);
		return () => {
			isOver = true;
			clearInterval(timer);
		};
	}, [asked, answer, failed, onSessionOver]);
	const told = answer.value;
	return (
		<section class="panel" aria-labelledby="hall-waits">
			<div class="hall-waits-head">
				<h2 id="hall-waits">{words.title}</h2>
				{told && told.days.length > 1 && (
					<label class="field hall-waits-day">
						{words.day}
						<select
							value={told.day}
							onChange={({ currentTarget }) => {
								day.value = currentTarget.value;
							}}
						>
							{told.days.map((one) => (
								<option key={one} value={one}>
									{plainDate(one)}
								</option>
							))}
						</select>
					</label>
				)}
			</div>
			{failed.value && <p role="status">{words.failed}</p>}
			{told && <Told waits={told.waits} />}
		</section>
	);
}

function Told({ waits }: { waits: KeptWord }) {
	const words = keptWordWords[language.value];
	const { told, asTold, sooner, later, waiting, left, untold } = waits;
	const called = asTold + sooner + later;
	if (told === 0) return <p>{words.nobodyTold}</p>;
	return (
		<>
			<p class="hall-waits-sum">
				{called > 0 ? words.summary(asTold, called) : words.nobodyCalled}
			</p>
			{called > 0 && <p>{words.others(sooner, later)}</p>}
			{called > 0 && <Ranges ranges={waits.ranges} />}
			<p class="soft">{words.rest(waiting, left, untold)}</p>
		</>
	);
}

function Ranges({ ranges }: Pick<KeptWord, "ranges">) {
	const words = keptWordWords[language.value];
	return (
		<table class="hall-waits">
			<thead>
				<tr>
					<th scope="col">{words.range}</th>
					<th scope="col">{words.called}</th>
					<th scope="col">{words.asTold}</th>
					<th scope="col">{words.sooner}</th>
					<th scope="col">{words.later}</th>
				</tr>
			</thead>
			<tbody>
				{ranges.map(({ lowMin, highMin, asTold, sooner, later }) => (
					<tr key={`${lowMin}-${highMin}`}>
						<th scope="row">{words.minutes(lowMin, highMin)}</th>
						<td>{asTold + sooner + later}</td>
						<td>{asTold}</td>
						<td>{sooner}</td>
						<td>{later}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

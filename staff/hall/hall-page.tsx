import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { HallView } from "../../protocol/hall.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { staffWords } from "../../words/staff.ts";
import { supervisingWords } from "../../words/supervising.ts";
import "./hall.css";
import { useNow } from "../console/clock.ts";
import { useNotice } from "../notice.tsx";
import type { PageProps } from "../pages.ts";
import { refusalIn } from "../refusal.ts";
import type { StaffLive } from "../staff-live.ts";
import { countersOf } from "../view.ts";
import { alertsOf } from "./alerts.ts";
import { calmed } from "./calm.ts";
import { HallAlerts } from "./hall-alerts.tsx";
import { HallCounters } from "./hall-counters.tsx";
import { HallDevices } from "./hall-devices.tsx";
import { HallHours } from "./hall-hours.tsx";
import { followHall } from "./hall-now.ts";
import { HallPolicy } from "./hall-policy.tsx";
import { HallServices } from "./hall-services.tsx";
import { HallStop } from "./hall-stop.tsx";
import { HallWaits } from "./hall-waits.tsx";

/** Does something and says what came of it; whether it was done. */
export type Decide = (path: string, body: object, done: string) => Promise<boolean>;

/** A busy hall changes many times a second; nobody reads it as often. */
const looksEveryMs = 400;

/** For supervisors: the hall as it is now, and what holds for today alone. */
export function HallPage({ office, live, sessions }: PageProps) {
	const onSessionOver = sessions.over;
	const words = supervisingWords[language.value];
	const followed = useMemo(() => followHall(onSessionOver), [onSessionOver]);
	useEffect(() => followed.stop, [followed]);
	const busy = useSignal(false);
	const notice = useNotice();
	const hall = followed.hall.value;
	const told = office.value;

	const decide: Decide = async (path, body, done) => {
		if (busy.value) return false;
		busy.value = true;
		notice.clear();
		const got = await followed.decide(path, body);
		busy.value = false;
		if (got.ok) notice.say(done);
		else notice.refuse(refusalIn(got, staffWords[language.value]));
		return got.ok;
	};

	return (
		<main class="page">
			<div>
				<h1>{words.title}</h1>
				<p class="soft">{words.intro}</p>
			</div>
			{followed.stale.value && (
				<p class="notice is-wrong" role="status">
					{words.stale}
				</p>
			)}
			<div class="hall-notice">{notice.shown}</div>
			{hall === null || told === null ? (
				<p role="status">{words.loading}</p>
			) : (
				<>
					<HallLive
						live={live}
						hall={hall}
						office={told}
						busy={busy.value}
						decide={decide}
						onRefused={notice.clear}
					/>
					<div class="page-columns">
						<HallStop
							stopped={hall.stopped}
							timeZone={told.timeZone}
							busy={busy.value}
							decide={decide}
						/>
						<HallHours
							// What stands in the form is what holds: hours that change are taken in.
							key={JSON.stringify(hall.hours)}
							hours={hall.hours}
							office={told}
							busy={busy.value}
							decide={decide}
							onRefused={notice.clear}
						/>
						<HallPolicy
							key={JSON.stringify(hall.policy)}
							policy={hall.policy}
							busy={busy.value}
							decide={decide}
							onRefused={notice.clear}
						/>
					</div>
					<HallDevices devices={hall.devices} live={live} office={told} />
					<HallWaits onSessionOver={onSessionOver} />
				</>
			)}
		</main>
	);
}

interface HallLiveProps {
	live: StaffLive;
	hall: HallView;
	office: OfficeView;
	busy: boolean;
	decide: Decide;
	onRefused: () => void;
}

/** What changes as people come and are called; the rest of the page is not drawn with it. */
function HallLive({ live, hall, office, busy, decide, onRefused }: HallLiveProps) {
	const calm = useMemo(() => calmed(live.rows, looksEveryMs), [live]);
	useEffect(() => calm.stop, [calm]);
	const rows = calm.now.value;
	const nowMs = useNow(5_000);
	return (
		<>
			<HallAlerts
				alerts={alertsOf({ rows, hall, printers: live.printers.value, nowMs })}
				office={office}
				busy={busy}
				decide={decide}
			/>
			<HallCounters
				counters={countersOf(rows)}
				officers={hall.officers}
				office={office}
				busy={busy}
				decide={decide}
			/>
			<HallServices
				services={hall.services}
				rows={rows}
				office={office}
				busy={busy}
				decide={decide}
				onRefused={onRefused}
			/>
		</>
	);
}

import { HallStopped } from "../ui/hall-stopped.tsx";
import { PairingScreen } from "../ui/pairing-screen.tsx";
import { kiosk, pairing, stopped } from "./office.ts";
import { Find } from "./screens/find.tsx";
import { HeldShown } from "./screens/held.tsx";
import { Home } from "./screens/home.tsx";
import { NumberShown } from "./screens/number.tsx";
import { Priority } from "./screens/priority.tsx";
import { ProcedureShown } from "./screens/procedure.tsx";
import { ScanAsked } from "./screens/scan.tsx";
import { ServiceChoice } from "./screens/service.tsx";
import { VisitChoice } from "./screens/visit.tsx";
import type { Screen as KioskScreen } from "./state.ts";

export { codeWasRead } from "./code-read.ts";
export { ComfortPanel } from "./comfort-panel.tsx";
export { followLostAnswers } from "./lost-answers.ts";
export { keepRenewed } from "./renewal.ts";
export { speak } from "./speaking.ts";

/** What stands instead of everything while the kiosk is not let in, or the hall is stopped. */
export function Instead() {
	if (pairing.value !== null && kiosk.value !== null) {
		return <PairingScreen shown={pairing} screen="kiosk" place={kiosk.value.id} />;
	}
	if (stopped.value !== null) {
		return (
			<div class="frame">
				<HallStopped stopped={stopped.value} />
			</div>
		);
	}
	return null;
}

/** The screen of the moment, other than the first. */
export function Screen({ at: now }: { at: Exclude<KioskScreen, { name: "start" }> }) {
	switch (now.name) {
		case "home":
			return <Home />;
		case "find":
		case "search":
		case "fields":
		case "list":
		case "event":
			return <Find at={now} />;
		case "procedure":
			return <ProcedureShown key={now.code} code={now.code} />;
		case "service":
			return <ServiceChoice />;
		case "priority":
			return <Priority at={now} />;
		case "visit":
			return <VisitChoice serviceId={now.serviceId} />;
		case "number":
			return <NumberShown at={now} />;
		case "scan":
			return <ScanAsked unread={now.unread} />;
		case "held":
			return <HeldShown />;
	}
}

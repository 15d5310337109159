import { HallStopped } from "../ui/hall-stopped.tsx";
import { PairingScreen } from "../ui/pairing-screen.tsx";
import { Frame } from "./frame.tsx";
import { IdleWarning } from "./idle-warning.tsx";
import { askedKiosk, hubAnswers, kiosk, office, pairing, stopped } from "./office.ts";
import { Find } from "./screens/find.tsx";
import { Home } from "./screens/home.tsx";
import { NumberShown } from "./screens/number.tsx";
import { Priority } from "./screens/priority.tsx";
import { ProcedureShown } from "./screens/procedure.tsx";
import { ServiceChoice } from "./screens/service.tsx";
import { Start } from "./screens/start.tsx";
import { Trouble, Waiting } from "./screens/trouble.tsx";
import { screen, words } from "./store.ts";

/** The touchscreen: frame, the screen of the moment, and the question whether anyone is still there. */
export function App() {
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
	return (
		<>
			<Frame>
				<Body />
			</Frame>
			<IdleWarning />
		</>
	);
}

function Body() {
	if (office.value === null) {
		return hubAnswers.value ? (
			<Waiting />
		) : (
			<Trouble title={words.value.unheard} detail={words.value.unheardHint} />
		);
	}
	if (kiosk.value === null) {
		return <Trouble title={words.value.kioskUnknown(askedKiosk() ?? "")} detail={null} />;
	}
	const now = screen.value;
	switch (now.name) {
		case "start":
			return <Start />;
		case "home":
			return <Home />;
		case "find":
		case "search":
		case "fields":
		case "list":
			return <Find at={now} />;
		case "procedure":
			return <ProcedureShown key={now.code} code={now.code} />;
		case "service":
			return <ServiceChoice />;
		case "priority":
			return <Priority at={now} />;
		case "number":
			return <NumberShown at={now} />;
	}
}

import "./app.css";
import { Frame } from "./frame.tsx";
import { IdleWarning } from "./idle-warning.tsx";
import { later } from "./later-screens.ts";
import { askedKiosk, hubAnswers, kiosk, office, pairing, stopped } from "./office.ts";
import { Start } from "./screens/start.tsx";
import { Trouble, Waiting } from "./screens/trouble.tsx";
import { screen, words } from "./store.ts";

/**
 * The touchscreen. What the start screen needs is here; everything else comes a moment later, and a touch that comes
 * earlier sees the button pressed until then.
 */
export function App() {
	const rest = later.value;
	if ((pairing.value !== null && kiosk.value !== null) || stopped.value !== null) {
		return rest === null ? <Waiting /> : <rest.Instead />;
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
	const rest = later.value;
	const now = screen.value;
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
	if (now.name === "start") return <Start />;
	if (rest !== null) return <rest.Screen at={now} />;
	return (
		<div class="app-opening" aria-busy="true">
			<Start />
		</div>
	);
}

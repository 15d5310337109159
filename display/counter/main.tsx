import { effect, signal } from "@preact/signals";
import { render } from "preact";
import type { Change, CounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { keepAsking } from "../../ui/ask-again.ts";
import { markDemo } from "../../ui/demo-mark.ts";
import { keepFitting } from "../../ui/fit-text.ts";
import { connectLive } from "../../ui/live.ts";
import { takeNewerPage } from "../../ui/newer-page.ts";
import { pageVersion } from "../../ui/page-version.ts";
import { keepPaired } from "../../ui/pairing.ts";
import "../../ui/theme.css";
import { keepPanelLit } from "../../ui/wake-lock.ts";
import "../flash.css";
import "./counter.css";
import { CounterScreen } from "./counter-screen.tsx";

/** How long a call is lit: as on the boards, where it is the only one. */
const litMs = 20_000;

const counterId = decodeURIComponent(location.pathname.split("/")[3] ?? "");
const litAt = signal<number | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

function take({ type, seq }: Change): void {
	clearTimeout(timer);
	litAt.value = type === "called" ? seq : null;
	if (type !== "called") return;
	timer = setTimeout(() => {
		litAt.value = null;
	}, litMs);
}

const office = keepAsking<OfficeView>("/api/office");
effect(() => markDemo(office.answer.value));
const pairing = keepPaired({ role: "board", place: counterId }, () => live.knock());
const live = connectLive<CounterRow>({
	view: "counter",
	page: pageVersion(),
	id: counterId,
	onRefused: pairing.refused,
	onAdmitted() {
		pairing.admitted();
		// Perhaps another hub than before.
		office.again();
	},
	onChange: (change) => {
		// Who is next changes nothing of who is called.
		if (change.type !== "moved-up") take(change);
	},
});
keepPanelLit(() => true);
takeNewerPage(
	() => live.state.value === "live",
	() => litAt.value === null,
);

const root = document.getElementById("app");
if (root) {
	render(
		<CounterScreen live={live} pairing={pairing.shown} counterId={counterId} litAt={litAt} />,
		root,
	);
	keepFitting(root);
}

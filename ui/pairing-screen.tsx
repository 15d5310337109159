import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { pairingWords } from "../words/pairing.ts";
import "./pairing-screen.css";
import type { PairingShown } from "./pairing.ts";

export interface PairingScreenProps {
	shown: ReadonlySignal<PairingShown | null>;
	screen: "kiosk" | "board" | "counter";
	/** The kiosk's, board's or counter's id. */
	place: string;
}

/**
 * What stands on a kiosk or board that is not let in: its code, large enough for three metres, and what to do. Both languages at once, since
 * whoever stands before it may be a technician and not a citizen.
 */
export function PairingScreen({ shown, screen, place }: PairingScreenProps) {
	const now = shown.value;
	if (now === null) return null;
	return (
		<main lang="vi" class={screen === "kiosk" ? "pairing is-kiosk" : "pairing is-board"}>
			<header class="pairing-head">
				<h1>{vi.title}</h1>
				<p lang="en">{en.title}</p>
				<p class="pairing-place">
					{vi[screen]} <strong>{place}</strong>
				</p>
			</header>
			<Standing now={now} />
		</main>
	);
}

function Standing({ now }: { now: PairingShown }) {
	switch (now.is) {
		case "code":
			return (
				<>
					<p class="pairing-code" role="status">
						{now.code.slice(0, 4)} {now.code.slice(4)}
					</p>
					<div class="pairing-how">
						<p>{vi.how(staffAddress())}</p>
						<p lang="en">{en.how(staffAddress())}</p>
					</div>
					<Left endsAtMs={now.endsAtMs} said={(left) => [vi.left(left), en.left(left)]} />
				</>
			);
		case "refused":
			return (
				<>
					<div class="pairing-how" role="status">
						<p>{vi.refused}</p>
						<p lang="en">{en.refused}</p>
					</div>
					<Left
						endsAtMs={now.endsAtMs}
						said={(left) => [vi.refusedLeft(left), en.refusedLeft(left)]}
					/>
				</>
			);
		case "failed":
			return (
				<div class="pairing-how" role="status">
					<p>{now.detail ?? vi.unheard}</p>
					<p>{vi.again}</p>
					<p lang="en">{en.again}</p>
				</div>
			);
		default:
			return (
				<div class="pairing-how" role="status">
					<p>{vi[now.is]}</p>
					<p lang="en">{en[now.is]}</p>
				</div>
			);
	}
}

/** How long it holds, second by second. */
function Left({ endsAtMs, said }: { endsAtMs: number; said: (left: string) => [string, string] }) {
	const [nowMs, setNowMs] = useState(performance.now());
	useEffect(() => {
		const timer = setInterval(() => setNowMs(performance.now()), 1_000);
		return () => clearInterval(timer);
	}, []);
	const seconds = Math.max(0, Math.ceil((endsAtMs - nowMs) / 1_000));
	const [inVietnamese, inEnglish] = said(
		`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
	);
	return (
		<div class="pairing-left">
			<p>{inVietnamese}</p>
			<p lang="en">{inEnglish}</p>
		</div>
	);
}

const { vi, en } = pairingWords;

/** Where an admin goes, as it is typed on another machine. */
function staffAddress(): string {
	return `${location.host}/staff/`;
}

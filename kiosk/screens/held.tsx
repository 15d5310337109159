import "./number.css";
import "./held.css";
import { CircleCheck, LoaderCircle, Printer, Ticket, TriangleAlert, WifiOff, X } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { Icon } from "../../ui/icon.tsx";
import { Pager } from "../../ui/pager.tsx";
import { inLanguage } from "../../words/language.ts";
import { type HeldAct, type HeldTicket, isBusy } from "../held-ticket.ts";
import { giveUpHeld, printHeld } from "../hold.ts";
import { Notice } from "../notice.tsx";
import { cutOff, printerName } from "../office.ts";
import { whyNoPaper } from "../printers.ts";
import { dispatch, language, parts, words } from "../store.ts";
import { PriorityNamed, WhereNext } from "./number.tsx";
import { Trouble, Waiting } from "./trouble.tsx";

/** The ticket whose code was read: how it stands, its slip once more, or the place given up. */
export function HeldShown() {
	const held = parts.held.value;
	if (held === null || held.state === "asking") return <Waiting />;
	if (held.state === "refused") {
		const { cutOff, held: said } = words.value;
		return held.detail === null ? (
			<Trouble title={cutOff.held} detail={cutOff.heldUnheard} />
		) : (
			<Trouble title={said.unknown} detail={held.detail} />
		);
	}
	return <Here held={held} answer={held.answer} act={held.act} />;
}

function Here({
	held,
	answer: { ticket, ahead, wait },
	act,
}: {
	held: HeldTicket;
	answer: TicketAnswer;
	act: HeldAct;
}) {
	const said = words.value.held;
	return (
		<div class="screen screen-paged screen-number">
			<Pager
				words={words.value}
				name={words.value.yourNumber}
				above={
					act.is === "asked-to-cancel" ? (
						<Sure ticketId={ticket.id} number={ticket.number} />
					) : (
						<Ways held={held} state={ticket.state} />
					)
				}
			>
				<div class="held">
					<div class="number-card">
						<h1 aria-label={`${words.value.yourNumber}: ${ticket.number}`}>
							{words.value.yourNumber}
						</h1>
						<p class={isOver(ticket.state) ? "held-figure is-over" : "held-figure"}>
							{ticket.number}
						</p>
						<p class="number-service">{inLanguage(ticket.serviceName, language.value)}</p>
						<PriorityNamed ticket={ticket} />
						<p class="held-standing">
							{ticket.counter !== null
								? said.atCounter(ticket.counter.label)
								: ahead !== null
									? words.value.ahead(ahead)
									: said.states[ticket.state]}
						</p>
						{wait !== null && <p>{words.value.wait(wait.lowMin, wait.highMin)}</p>}
						{ticket.state === "waiting" && <WhereNext ticket={ticket} />}
					</div>
					{cutOff.value && act.is === "none" && !isOver(ticket.state) ? (
						<Away />
					) : (
						<Said act={act} />
					)}
				</div>
			</Pager>
		</div>
	);
}

/** Whether nobody will be called by this number any more. */
function isOver(stands: TicketAnswer["ticket"]["state"]): boolean {
	return ["done", "cancelled", "expired"].includes(stands);
}

/** What can be done while the number still holds; giving it up only while nobody is serving it. */
function Ways({
	held,
	state: stands,
}: {
	held: HeldTicket;
	state: TicketAnswer["ticket"]["state"];
}) {
	const said = words.value.held;
	const busy = isBusy(held) || cutOff.value;
	const mayCancel = ["waiting", "parked", "missed"].includes(stands);
	const cannotPrint = whyNoPaper(parts.printers.value);
	return (
		<div class="held-ways">
			{isOver(stands) ? (
				<button
					type="button"
					class="button button-choice"
					onClick={() => dispatch({ type: "home" })}
				>
					<Icon node={Ticket} />
					{said.newNumber}
				</button>
			) : (
				<button
					type="button"
					class="button button-choice"
					disabled={busy || cannotPrint !== null}
					onClick={() => void printHeld()}
				>
					<Icon node={Printer} />
					{cannotPrint === null
						? words.value.paper.tryAgain
						: words.value.printer.reasons[cannotPrint]}
				</button>
			)}
			{mayCancel && (
				<button
					type="button"
					class="button button-choice"
					disabled={busy}
					onClick={() =>
						dispatch({
							type: "held-act",
							ticketId: held.ticketId,
							act: { is: "asked-to-cancel" },
						})
					}
				>
					<Icon node={X} />
					{said.giveUp}
				</button>
			)}
			<button
				type="button"
				class="button button-primary"
				onClick={() => dispatch({ type: "start-over" })}
			>
				{words.value.done}
			</button>
		</div>
	);
}

/** Giving a place up cannot be taken back. To keep it is the main act. */
function Sure({ ticketId, number }: { ticketId: string; number: string }) {
	const said = words.value.held;
	const question = useRef<HTMLHeadingElement>(null);
	useEffect(() => question.current?.focus(), []);
	return (
		<div
			class="held-sure"
			role="alertdialog"
			aria-labelledby="held-sure"
			aria-describedby="held-sure-hint"
		>
			<h2 id="held-sure" ref={question} tabIndex={-1}>
				{said.sure(number)}
			</h2>
			<p id="held-sure-hint">{said.sureHint}</p>
			<div class="held-ways">
				<button
					type="button"
					class="button button-choice"
					disabled={cutOff.value}
					onClick={() => void giveUpHeld()}
				>
					<Icon node={X} />
					{said.yesGiveUp}
				</button>
				<button
					type="button"
					class="button button-primary"
					onClick={() => dispatch({ type: "held-act", ticketId, act: { is: "none" } })}
				>
					{said.keep}
				</button>
			</div>
		</div>
	);
}

function Away() {
	const { held, heldHint } = words.value.cutOff;
	return <Notice icon={WifiOff} tone="care" title={held} hint={heldHint} />;
}

/** What has come of the last press. */
function Said({ act }: { act: HeldAct }) {
	const said = words.value.held;
	const { paper, printer } = words.value;
	switch (act.is) {
		case "none":
		case "asked-to-cancel":
			return null;
		case "cancelling":
			return <Notice icon={LoaderCircle} title={said.givingUp} />;
		case "printing":
			return <Notice icon={Printer} title={paper.printing} />;
		case "not-done":
			return (
				<Notice
					icon={TriangleAlert}
					tone="wrong"
					title={act.what === "cancel" ? said.notGivenUp : paper.notAgain}
					hint={act.detail ?? paper.notAgainUnheard}
				/>
			);
		case "printed": {
			const { state: stands, reason, printerId } = act.print;
			const other = printerName(printerId ?? null);
			const where = other === null ? paper.printingHint : paper.elsewhere(other);
			switch (stands) {
				case "queued":
				case "printing":
					return <Notice icon={Printer} title={paper.printing} hint={where} />;
				case "confirmed":
					return <Notice icon={CircleCheck} tone="good" title={paper.ready} hint={where} />;
				case "unconfirmed":
					return <Notice icon={TriangleAlert} tone="care" title={paper.uncertain} hint={where} />;
				case "blocked":
					return (
						<Notice icon={TriangleAlert} tone="care" title={printer.reasons[reason ?? "error"]} />
					);
				case "failed":
					return (
						<Notice
							icon={TriangleAlert}
							tone="wrong"
							title={paper.failed}
							hint={paper.numberHolds}
						/>
					);
			}
		}
	}
}

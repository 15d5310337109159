import "./home.css";
import { ScanLine, Search, Ticket } from "lucide";
import { Icon } from "../../ui/icon.tsx";
import { movedHoursInWords } from "../../words/opening.ts";
import { Closed } from "../closed.tsx";
import { CutOff } from "../cut-off.tsx";
import { mostOnHome } from "../home-services.ts";
import { cutOff, kiosk, movedHours, office } from "../office.ts";
import { NoPaper } from "../printer-news.tsx";
import { whyNoPaper } from "../printers.ts";
import { dispatch, language, parts, words } from "../store.ts";
import { chooseService } from "./service.tsx";
import { ServiceTile } from "./service-tile.tsx";

/** A number, at once for one of the services or by way of them all; or a look at the procedures. */
export function Home() {
	const told = office.value;
	const closed = told?.open === false;
	const away = cutOff.value;
	const noNumbers = closed || away;
	const cannotPrint = whyNoPaper(parts.printers.value) !== null;
	const hasNotice = noNumbers || cannotPrint;
	const hours = movedHours.value;
	const services = told?.services ?? [];
	const tiles = services.length <= mostOnHome && !noNumbers;
	return (
		<div class={hasNotice ? "screen home has-notice" : "screen home"}>
			<div class="home-head">
				<h1>{words.value.welcome}</h1>
				{hours !== null && !hasNotice && (
					<p class="home-hours">{movedHoursInWords(hours, language.value)}</p>
				)}
				{away ? <CutOff /> : told !== null && <Closed office={told} />}
				{!noNumbers && <NoPaper />}
			</div>
			<div class={tiles ? "home-ways" : "home-ways is-two"}>
				<div class="home-take">
					<button
						type="button"
						class="button button-primary home-way"
						disabled={noNumbers}
						onClick={() => dispatch({ type: "open", screen: { name: "service" } })}
					>
						<Icon node={Ticket} />
						<span>
							<strong>{words.value.takeNumber}</strong>
							{tiles && <span class="take-or-here">{words.value.queue.orHere}</span>}
							<span class={tiles ? "take-alone" : undefined}>{words.value.takeNumberHint}</span>
						</span>
					</button>
					{tiles && (
						<ul class="home-services" aria-label={words.value.chooseServiceHint}>
							{services.map((service) => (
								<li key={service.id}>
									<ServiceTile service={service} onChoose={() => chooseService(service.id)} />
								</li>
							))}
						</ul>
					)}
				</div>
				<div class="home-others">
					<button
						type="button"
						class="button home-way"
						onClick={() => dispatch({ type: "open", screen: { name: "find" } })}
					>
						<Icon node={Search} />
						<span>
							<strong>{words.value.lookUp}</strong>
							<span>{words.value.lookUpHint}</span>
						</span>
					</button>
					{kiosk.value?.scanner === true && (
						<button
							type="button"
							class="button home-way home-way-small"
							disabled={away}
							onClick={() => dispatch({ type: "open", screen: { name: "scan", unread: false } })}
						>
							<Icon node={ScanLine} />
							<span>
								<strong>{words.value.held.way}</strong>
								<span>{words.value.held.wayHint}</span>
							</span>
						</button>
					)}
				</div>
			</div>
		</div>
	);
}

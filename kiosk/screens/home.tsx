import "./home.css";
import { Search, Ticket } from "lucide";
import { Icon } from "../../ui/icon.tsx";
import { Closed } from "../closed.tsx";
import { office } from "../office.ts";
import { NoPaper } from "../printer-news.tsx";
import { dispatch, words } from "../store.ts";

/** Two ways: a number, or a look at the procedures. */
export function Home() {
	const told = office.value;
	const closed = told?.open === false;
	return (
		<div class="screen home">
			<div class="home-welcome">
				<h1>{words.value.welcome}</h1>
				<p>{words.value.welcomeHint}</p>
			</div>
			{told !== null && <Closed office={told} />}
			{!closed && <NoPaper />}
			<div class="home-ways">
				<button
					type="button"
					class="button button-primary home-way"
					disabled={closed}
					onClick={() => dispatch({ type: "open", screen: { name: "service" } })}
				>
					<Icon node={Ticket} />
					<span>
						<strong>{words.value.takeNumber}</strong>
						<span>{words.value.takeNumberHint}</span>
					</span>
				</button>
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
			</div>
		</div>
	);
}

import "./comfort-panel.css";
import "./modes/large-text.css";
import "./modes/high-contrast.css";
import "./modes/low-reach.css";
import {
	Accessibility,
	Circle,
	CircleCheck,
	Contrast,
	type IconNode,
	RotateCcw,
	Volume2,
} from "lucide";
import { Icon } from "../ui/icon.tsx";
import { type ComfortSwitch, isUsual, textSizes } from "./comfort.ts";
import { canSpeak } from "./speaking.ts";
import { dispatch, parts, words } from "./store.ts";

/** Covers the screen one is on: each touch shows at once what it does, and one is there again by the button that leads back. */
export function ComfortPanel() {
	const said = words.value.comfort;
	const comfort = parts.comfort.value;
	return (
		<section class="over comfort screen" aria-label={said.title}>
			<div class="comfort-head">
				<h1>{said.title}</h1>
				<p>{said.hint}</p>
			</div>
			<div class={canSpeak.value ? "comfort-ways is-three" : "comfort-ways"}>
				{/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and takes no flex layout in old browsers. */}
				<div class="comfort-sizes" role="group" aria-label={said.text}>
					{textSizes.map((text) => (
						<button
							key={text}
							type="button"
							class={`button button-choice comfort-size comfort-${text}`}
							aria-pressed={comfort.text === text}
							onClick={() => dispatch({ type: "text-sized", text })}
						>
							<Icon node={comfort.text === text ? CircleCheck : Circle} />
							{said.sizes[text]}
						</button>
					))}
				</div>
				<Switch comfort="highContrast" icon={Contrast} />
				<Switch comfort="lowReach" icon={Accessibility} />
				{canSpeak.value && <Switch comfort="spoken" icon={Volume2} />}
			</div>
			<div class="comfort-end">
				<button
					type="button"
					class="button"
					disabled={isUsual(comfort)}
					onClick={() => dispatch({ type: "comfort-reset" })}
				>
					<Icon node={RotateCcw} />
					{said.reset}
				</button>
				<button
					type="button"
					class="button button-primary"
					onClick={() => dispatch({ type: "back" })}
				>
					{words.value.done}
				</button>
			</div>
		</section>
	);
}

/** Says by a sign and a word whether it is on, and not by its colour alone. */
function Switch({ comfort, icon }: { comfort: ComfortSwitch; icon: IconNode }) {
	const said = words.value.comfort;
	const on = parts.comfort.value[comfort];
	return (
		<button
			type="button"
			class="button button-choice comfort-switch"
			aria-pressed={on}
			onClick={() => dispatch({ type: "comfort-switched", comfort })}
		>
			<Icon node={icon} />
			<span class="comfort-words">
				<strong>{said[comfort]}</strong>
				<span>{said[`${comfort}Hint`]}</span>
			</span>
			<span class="comfort-state" aria-hidden="true">
				<Icon node={on ? CircleCheck : Circle} />
				<span>{on ? said.on : said.off}</span>
			</span>
		</button>
	);
}

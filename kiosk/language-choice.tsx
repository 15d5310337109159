import "./language-choice.css";
import { Check, Languages } from "lucide";
import { Icon } from "../ui/icon.tsx";
import { languages, type SpokenLanguage } from "./languages.ts";
import { dispatch, parts, words } from "./store.ts";

/**
 * The languages to choose from at a touch, where there are three or four; one button that leads to all where there are
 * more. Of two, the button in the bar is enough.
 */
export function LanguageChoice() {
	const spoken = languages.value;
	if (spoken.length < 3) return null;
	if (spoken.length > mostAtOnce) {
		return (
			<div class="language-row">
				<button
					type="button"
					class="button"
					onClick={() => dispatch({ type: "panel-asked", panel: "languages" })}
				>
					<Icon node={Languages} />
					<NamesOf languages={spoken} />
				</button>
			</div>
		);
	}
	return (
		<ul class="language-row" aria-label={words.value.languages.choose}>
			{spoken.map((one) => (
				<li key={one.code}>
					<Choice language={one} />
				</li>
			))}
		</ul>
	);
}

/** Covers the screen one is on, which stays as it is beneath: one touch chooses, and one is there again. */
export function LanguageChooser() {
	const spoken = languages.value;
	return (
		<section class="over language-chooser screen" aria-label={words.value.languages.choose}>
			<h1>
				<Icon node={Languages} />
				{words.value.languages.choose}
			</h1>
			<ul class={spoken.length > mostInARow ? "languages languages-many" : "languages"}>
				{spoken.map((one) => (
					<li key={one.code}>
						<Choice language={one} />
					</li>
				))}
			</ul>
		</section>
	);
}

/** Written in the language it leads to; left out where the office speaks one alone. Of two it is the other, of more it opens the choice. */
export function LanguageButton({ busy }: { busy: boolean }) {
	const language = parts.language.value;
	const others = languages.value.filter(({ code }) => code !== language);
	const [other, ...more] = others;
	if (other === undefined) return null;
	if (more.length === 0) {
		return (
			<button
				type="button"
				class="button bar-language"
				lang={other.code}
				disabled={busy}
				onClick={() => dispatch({ type: "speak", language: other.code })}
			>
				<Icon node={Languages} />
				{other.name}
			</button>
		);
	}
	return (
		<button
			type="button"
			class="button bar-language"
			aria-expanded={parts.panel.value === "languages"}
			disabled={busy}
			onClick={() => dispatch({ type: "panel-asked", panel: "languages" })}
		>
			<Icon node={Languages} />
			<NamesOf languages={others} />
		</button>
	);
}

/** As many as stand side by side on the start screen, and are read at a glance. */
const mostAtOnce = 4;
/** As many have a whole row each on a screen that stands upright. */
const mostInARow = 6;

function Choice({ language: { code, name } }: { language: SpokenLanguage }) {
	const isChosen = parts.language.value === code;
	return (
		<button
			type="button"
			class="button language"
			lang={code}
			aria-pressed={isChosen}
			onClick={() => dispatch({ type: "speak", language: code })}
		>
			{isChosen && <Icon node={Check} />}
			{name}
		</button>
	);
}

/** The first ones by name: whoever reads one of them knows what the button is for. */
function NamesOf({ languages: all }: { languages: readonly SpokenLanguage[] }) {
	const [first, second, ...more] = all;
	return (
		<span>
			<span class="language-name" lang={first?.code}>
				{first?.name}
			</span>
			{second && (
				<>
					{" · "}
					<span class="language-name" lang={second.code}>
						{second.name}
					</span>
				</>
			)}
			{more.length > 0 && " …"}
		</span>
	);
}

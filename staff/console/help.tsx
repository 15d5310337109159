import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { Question } from "../question.tsx";
import { type Shade, setShade, shade } from "../shade.ts";
import { actions } from "./actions.ts";
import type { Seat } from "./seat.ts";
import { isSoundOn, setSound } from "./sound.ts";
import { ticketActs } from "./ticket-acts.ts";

const shades: readonly Shade[] = ["system", "light", "dark"];

/** Every key in words, out of the same table as the buttons; and what is set on this machine. */
export function Help({ seat, onCancel }: { seat: Seat; onCancel: () => void }) {
	const words = consoleWords[language.value];
	const { help, ticketActs: named } = words;
	const nobody: Seat = { ...seat, counter: { ...seat.counter, current: null } };
	return (
		<Question title={help.title} onCancel={onCancel} wide readFirst>
			<p class="soft">{help.hint}</p>
			<div class="help">
				<section>
					<h3>{help.ofCounter}</h3>
					<dl class="help-keys">
						{actions.map(({ key, label }) => (
							<KeyWord key={key} name={key} text={label(words, nobody)} />
						))}
					</dl>
				</section>
				<section>
					<h3>{help.ofTicket}</h3>
					<dl class="help-keys">
						{ticketActs.map(({ key, name }) => (
							<KeyWord key={key} name={key} text={named[name]("A012")} />
						))}
					</dl>
					<h3>{help.inQuestions}</h3>
					<dl class="help-keys">
						<KeyWord name="1–4" text={help.choose} />
						<KeyWord name="Esc" text={help.back} />
					</dl>
				</section>
				<section>
					<h3>{help.settings}</h3>
					<div class="ticks">
						<label>
							<input
								type="checkbox"
								checked={isSoundOn.value}
								onChange={() => setSound(!isSoundOn.value)}
							/>
							{help.sound}
						</label>
					</div>
					<fieldset class="shades">
						<legend>{help.shade}</legend>
						{shades.map((one) => (
							<label key={one}>
								<input
									type="radio"
									name="shade"
									checked={shade.value === one}
									onChange={() => setShade(one)}
								/>
								{help.shades[one]}
							</label>
						))}
					</fieldset>
				</section>
			</div>
			<button type="button" class="button" onClick={onCancel}>
				{words.stay}
			</button>
		</Question>
	);
}

function KeyWord({ name, text }: { name: string; text: string }) {
	return (
		<div>
			<dt>
				<kbd>{name}</kbd>
			</dt>
			<dd>{text}</dd>
		</div>
	);
}

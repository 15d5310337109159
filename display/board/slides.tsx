import type { OfficeSlide } from "../../protocol/office.ts";
import { slideAt } from "../../ui/slides.ts";
import { inLanguage } from "../../words/language.ts";
import type { Said } from "./setup.ts";

/** The office's notices by turns, beside the calls and never over them. */
export function Slides({
	slides,
	said,
	nowMs,
}: {
	slides: readonly OfficeSlide[];
	said: Said;
	nowMs: number;
}) {
	const at = slideAt(slides, nowMs);
	if (at === null) return null;
	const { title, text, picture } = slides[at] ?? {};
	const { second } = said;
	return (
		<section class={picture === undefined ? "slide" : "slide has-picture"} key={at}>
			{picture !== undefined && <img src={picture} alt="" />}
			{title !== undefined && <h2>{said.name(title)}</h2>}
			{text !== undefined && <p>{said.name(text)}</p>}
			{second !== null && picture === undefined && title !== undefined && (
				<p class="slide-second" lang={second.language}>
					{inLanguage(title, second.language)}
				</p>
			)}
		</section>
	);
}

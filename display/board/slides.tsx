import type { OfficeSlide } from "../../protocol/office.ts";
import { slideAt } from "../../ui/slides.ts";
import { inLanguage } from "../../words/language.ts";
import type { Said } from "./setup.ts";
import { type Sight, sightsOf } from "./sights.ts";

export interface SlidesProps {
	slides: readonly OfficeSlide[];
	said: Said;
	nowMs: number;
	isTall: boolean;
	/** Whether nobody is being called: a picture alone may then take the list's place as well. */
	mayCover: boolean;
}

/** The office's notices by turns, beside the calls. */
export function Slides({ slides, said, nowMs, isTall, mayCover }: SlidesProps) {
	const sights = slides.flatMap((slide) => {
		const { title, text, picture, seconds } = slide;
		const words = {
			title: title && said.name(title),
			text: text && said.name(text),
			picture,
			seconds,
		};
		return sightsOf(words, isTall).map((sight) => ({ slide, ...sight }));
	});
	const at = slideAt(sights, nowMs);
	const sight = at === null ? undefined : sights[at];
	if (sight === undefined) return null;
	// Its place is kept also while a picture lies over all of the side.
	return (
		<div class="slide-place">
			<Slide {...sight} said={said} mayCover={mayCover} key={at} />
		</div>
	);
}

interface SlideProps extends Sight, Pick<SlidesProps, "said" | "mayCover"> {
	slide: OfficeSlide;
}

function Slide({ slide, title, text, picture, part, parts, said, mayCover }: SlideProps) {
	const { second } = said;
	if (title === null && text === null) {
		return (
			<section class={mayCover ? "slide is-picture is-over" : "slide is-picture"}>
				{picture !== null && <img src={picture} alt="" />}
			</section>
		);
	}
	return (
		<section class={picture === null ? "slide" : "slide has-picture"}>
			{picture !== null && <img src={picture} alt="" />}
			<div class="slide-words" data-fit="0.6">
				{title !== null && (
					<h2 class={title.length > longTitle ? "is-long" : undefined}>{title}</h2>
				)}
				{text !== null && (
					<p>
						{text}
						{parts > 1 && <span class="slide-part">{said.words.page(part + 1, parts)}</span>}
					</p>
				)}
				{second !== null && picture === null && slide.title !== undefined && parts === 1 && (
					<p class="slide-second" lang={second.language}>
						{inLanguage(slide.title, second.language)}
					</p>
				)}
			</div>
		</section>
	);
}

/** More letters are a sentence, and stand as one. */
const longTitle = 60;

import { ChevronDown, ChevronUp } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import "./pager.css";
import { Icon } from "./icon.tsx";

export interface PagerWords {
	up: string;
	down: string;
}

/** How far down a pane was read, in CSS pixels. */
export interface Place {
	topPx: number;
}

/**
 * A pane that scrolls by finger and, where there is more than fits, by two large buttons under it. `action` stands beside
 * the buttons and `above` over them, and neither scrolls away; `name` is what the pane is called for those who hear the
 * screen. Where `about` changes, the pane is at its top again; `place` keeps where a person was for when they come back. `steady`: the buttons stay where
 * there is no more, since what is in the pane changes at each letter and nothing else is to move for it.
 */
export function Pager({
	words,
	name,
	about,
	place,
	steady = false,
	above,
	action,
	children,
}: {
	words: PagerWords;
	name: string;
	about?: unknown;
	place?: Place;
	steady?: boolean;
	above?: ComponentChildren;
	action?: ComponentChildren;
	children: ComponentChildren;
}) {
	const pane = useRef<HTMLElement>(null);
	const scrolledPx = useRef(0);
	const [ends, setEnds] = useState<Ends>({ top: true, bottom: true });

	useEffect(() => {
		const element = pane.current;
		if (element === null) return;
		const look = () => {
			// Heard once more after it was taken away, when it has no place any more.
			if (!element.isConnected) return;
			scrolledPx.current = element.scrollTop;
			if (place !== undefined) place.topPx = element.scrollTop;
			setEnds((before) => unlessSame(before, endsOf(element)));
		};
		look();
		element.addEventListener("scroll", look, { passive: true });
		const sizes = new ResizeObserver(look);
		sizes.observe(element);
		for (const child of element.children) sizes.observe(child);
		return () => {
			element.removeEventListener("scroll", look);
			sizes.disconnect();
		};
	}, [place]);

	const begun = useRef(false);
	useLayoutEffect(() => {
		const topPx = begun.current ? 0 : (place?.topPx ?? 0);
		begun.current = true;
		// To say so where it is so already makes the browser lay everything out first.
		if (pane.current !== null && topPx !== scrolledPx.current) pane.current.scrollTop = topPx;
	}, [about]);

	const turn = (direction: 1 | -1) => {
		const element = pane.current;
		// A strip of what was read stays in sight, so that the eye finds its place again.
		element?.scrollBy({
			top: direction * element.clientHeight * 0.85,
			behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
		});
	};

	const turns = steady || !(ends.top && ends.bottom);
	return (
		<div class="pager">
			{/* With the focus on it, a real keyboard's arrows read on; its words may have nothing else to hold on to. */}
			<section
				class="pager-pane"
				ref={pane}
				aria-label={name}
				tabIndex={ends.top && ends.bottom ? undefined : 0}
			>
				<div>{children}</div>
			</section>
			{above}
			{(turns || action !== undefined) && (
				<div class="pager-foot">
					{turns && (
						<div class="pager-turns" data-repeats>
							<button type="button" class="button" disabled={ends.top} onClick={() => turn(-1)}>
								<Icon node={ChevronUp} />
								{words.up}
							</button>
							<button type="button" class="button" disabled={ends.bottom} onClick={() => turn(1)}>
								<Icon node={ChevronDown} />
								{words.down}
							</button>
						</div>
					)}
					{action}
				</div>
			)}
		</div>
	);
}

/** Whether the first and the last of it are in sight. */
interface Ends {
	top: boolean;
	bottom: boolean;
}

function endsOf(element: HTMLElement): Ends {
	const below = element.scrollHeight - element.clientHeight - element.scrollTop;
	// Positions are fractions of a pixel on zoomed panels.
	return { top: element.scrollTop < 2, bottom: below < 2 };
}

function unlessSame(before: Ends, now: Ends): Ends {
	return before.top === now.top && before.bottom === now.bottom ? before : now;
}

import type { OfficeSlide } from "../protocol/office.ts";

/** Which slide is on after so long: each for its own time, then the first again. Null where there is none. */
export function slideAt(
	slides: readonly Pick<OfficeSlide, "seconds">[],
	sinceMs: number,
): number | null {
	const roundMs = slides.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
	if (roundMs === 0) return null;
	let leftMs = sinceMs % roundMs;
	for (const [at, { seconds }] of slides.entries()) {
		leftMs -= seconds * 1000;
		if (leftMs < 0) return at;
	}
	return 0;
}

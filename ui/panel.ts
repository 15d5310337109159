/** Millimetres of a 21.5" panel of 1920 x 1080 for one CSS pixel: what holds unless the office file says otherwise. */
export const usualMmPerPx = 0.248;

/**
 * Tells the theme how large a millimetre is on this panel, so that letters and targets have the size they were drawn for.
 * A page states the figure as `<html data-mm-per-px>`.
 * @param mmPerPx millimetres of the panel for one CSS pixel; what is not above zero is a fault of the caller
 */
export function setPanel(mmPerPx: number): void {
	if (!(mmPerPx > 0)) throw new RangeError(`mmPerPx must be above zero, not ${mmPerPx}`);
	const page = document.documentElement;
	page.style.setProperty("--panel-mm", `${1 / mmPerPx}px`);
	page.dataset.mmPerPx = String(mmPerPx);
}

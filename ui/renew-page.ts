/**
 * Renews the main part of a page that the hub writes itself, where something in it has changed. A reload every few seconds would take
 * the place, the focus and the screen reader's voice from whoever reads.
 */
const everyMs = 3_000;

setInterval(renew, everyMs);

async function renew(): Promise<void> {
	let text: string;
	try {
		const answer = await fetch(location.href, { cache: "no-store" });
		if (!answer.ok) return;
		text = await answer.text();
	} catch {
		// The hub is away; the next time may find it again.
		return;
	}
	const shown = document.querySelector("main");
	const newer = new DOMParser().parseFromString(text, "text/html").querySelector("main");
	if (shown && newer && shown.innerHTML !== newer.innerHTML) shown.replaceWith(newer);
}

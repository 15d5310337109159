import type { OfficeView } from "../protocol/office.ts";

const mark = document.createElement("aside");
mark.className = "demo-mark";

/**
 * Marks the page while the hub says that it is a demonstration, and no longer: a screen may outlive the hub that it came from, and a kiosk
 * keeps its page on its own machine. The theme makes room for it above everything else.
 * @param office as the hub last told it; null before its first answer
 */
export function markDemo(office: Pick<OfficeView, "demo"> | null): void {
	const said = office?.demo;
	document.documentElement.toggleAttribute("data-demo", !!said);
	mark.textContent = "";
	mark.remove();
	if (!said) return;
	for (const [language, text] of Object.entries(said)) {
		const line = document.createElement("span");
		line.lang = language;
		line.textContent = text;
		mark.append(line);
	}
	document.body.prepend(mark);
}

import type { OfficeView } from "../protocol/office.ts";
import { demoMark } from "../words/demo-mark.ts";

const { vi, en } = demoMark;

/**
 * Marks the page while the hub says that it is a demonstration, and no longer: a screen may outlive the hub that it came from, and a kiosk
 * keeps its page on its own machine. The theme makes room for it above everything else.
 */
export function markDemo(office: Pick<OfficeView, "demo"> | null): void {
	if (office === null) return;
	const isDemo = office.demo === true;
	const page = document.documentElement;
	if (isDemo === "demo" in page.dataset) return;
	if (!isDemo) {
		delete page.dataset.demo;
		document.querySelector(".demo-mark")?.remove();
		return;
	}
	page.dataset.demo = "";
	const mark = document.createElement("aside");
	mark.className = "demo-mark";
	mark.append(
		said("vi", `${vi.title} – ${vi.worth}`),
		" ",
		said("en", `${en.title} – ${en.worth}`),
	);
	document.body.prepend(mark);
}

function said(language: string, text: string): HTMLElement {
	const element = document.createElement("span");
	element.lang = language;
	element.textContent = text;
	return element;
}

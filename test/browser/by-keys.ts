import type { Page } from "playwright-core";

/** A person with a keyboard alone. */
export interface ByKeys {
	/** Tabs on to what is called so, and presses it. */
	press(name: string | RegExp, key?: "Enter" | "Space"): Promise<void>;
	/** Tabs on to what is called so. */
	reach(name: string | RegExp, backwards?: boolean): Promise<void>;
	/** Waits until the focus is on a heading that says so. */
	isAtHeading(said: string | RegExp): Promise<void>;
	/** What has the focus says. */
	now(): Promise<string>;
}

/** More than any screen has of what can be reached. */
const mostTabs = 90;

/**
 * Walks by keys. Wherever the focus comes it has to be seen: a line of 3 px or more around what has it. Going on never goes back up the
 * screen, but where it begins anew.
 */
export function byKeys(page: Page): ByKeys {
	const reach = async (name: string | RegExp, backwards = false) => {
		const passed: string[] = [];
		// Where a screen has put it is no step of the keys.
		await page.evaluate(() => Reflect.set(window, "focusBefore", document.activeElement));
		for (let tabs = 0; tabs < mostTabs; tabs++) {
			await page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
			const at = await page.evaluate(focusNow);
			// Past the last one the browser's own would come.
			if (at === null) continue;
			if (!at.isSeen) throw new Error(`the focus on ${at.name} cannot be seen`);
			if (at.isBack && !backwards) throw new Error(`from ${passed.at(-1)} up to ${at.name}`);
			passed.push(at.name);
			if (typeof name === "string" ? at.name === name : name.test(at.name)) return;
		}
		throw new Error(`no key leads to ${name}; it led to ${passed.join(" | ")}`);
	};
	const now = () =>
		page.evaluate(() => {
			const { activeElement } = document;
			return (activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "").trim();
		});
	return {
		reach,
		now,
		async press(name, key = "Enter") {
			await reach(name);
			await page.keyboard.press(key);
		},
		async isAtHeading(said) {
			await page.waitForFunction(
				({ source, flags }) => {
					const { activeElement } = document;
					const name =
						activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
					return activeElement?.matches("h1, h2") === true && new RegExp(source, flags).test(name);
				},
				typeof said === "string"
					? { source: said.replace(/[?.]/g, "\\$&"), flags: "" }
					: { source: said.source, flags: said.flags },
			);
		},
	};
}

function focusNow() {
	const at = document.activeElement;
	if (!(at instanceof HTMLElement) || at === document.body) {
		Reflect.deleteProperty(window, "focusBefore");
		return null;
	}
	const before: unknown = Reflect.get(window, "focusBefore");
	Reflect.set(window, "focusBefore", at);
	const box = at.getBoundingClientRect();
	const from = before instanceof HTMLElement && before.isConnected ? before : null;
	const fromBox = from?.getBoundingClientRect();
	const labelled = at.getAttribute("aria-label") ?? at.getAttribute("placeholder");
	const style = getComputedStyle(at);
	const all = document.querySelectorAll("button:enabled, input, summary, [tabindex='0']");
	const first = [...all].find((one) => getComputedStyle(one).visibility !== "hidden");
	const field = at instanceof HTMLInputElement ? at.parentElement : null;
	return {
		name: (labelled ?? at.innerText).trim().replace(/\s+/g, " "),
		isSeen:
			(style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 3) ||
			(field !== null && getComputedStyle(field).boxShadow !== "none"),
		// From the last one to the first there is no other way.
		isBack: at !== first && fromBox !== undefined && box.bottom <= fromBox.top + 1,
	};
}

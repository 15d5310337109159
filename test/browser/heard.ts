import type { CDPSession, Page } from "playwright-core";

/** A node of the tree that Chromium gives to a screen reader. */
export interface Heard {
	role: string;
	name: string;
	level: number | null;
	pressed: boolean;
	disabled: boolean;
	live: string | null;
	domId: number | null;
}

/** The page as it is told to those who cannot see it: by Chromium's own tree, and nothing else. */
export interface Listener {
	/** All that is heard, in order. */
	all(): Promise<Heard[]>;
	/** Waits until such a thing is heard of. */
	hears(role: string, name: string | RegExp): Promise<Heard>;
	/** Finds it by what is heard, goes there and presses Enter; once the page has put the focus where a new screen begins. */
	press(role: string, name: string | RegExp): Promise<void>;
}

export async function listenTo(page: Page): Promise<Listener> {
	const session = await page.context().newCDPSession(page);
	await session.send("Accessibility.enable");
	await session.send("DOM.enable");
	const find = async (role: string, name: string | RegExp) =>
		(await treeOf(session)).find(
			(node) =>
				node.role === role &&
				(typeof name === "string" ? node.name === name : name.test(node.name)),
		);
	const hears = async (role: string, name: string | RegExp) => {
		for (let tries = 0; tries < 200; tries++) {
			const found = await find(role, name);
			if (found !== undefined) return found;
			await page.waitForTimeout(50);
		}
		const said = (await treeOf(session)).map((node) => `${node.role}: ${node.name}`);
		throw new Error(`no ${role} ${name} among\n${said.join("\n")}`);
	};
	return {
		all: () => treeOf(session),
		hears,
		async press(role, name) {
			await hears(role, name);
			await isAtRest(page);
			const { domId, disabled } = await hears(role, name);
			if (domId === null || disabled) throw new Error(`${role} ${name} cannot be pressed`);
			await session.send("DOM.focus", { backendNodeId: domId });
			await page.keyboard.press("Enter");
		},
	};
}

/** What is drawn can be heard of a frame before the focus comes to it, and nobody is as quick as that. */
function isAtRest(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
	);
}

async function treeOf(session: CDPSession): Promise<Heard[]> {
	const { nodes } = await session.send("Accessibility.getFullAXTree");
	return nodes
		.filter(({ ignored }) => !ignored)
		.map(({ role, name, properties = [], backendDOMNodeId }) => {
			const property = (wanted: string) =>
				properties.find((one) => one.name === wanted)?.value.value;
			return {
				role: String(role?.value ?? ""),
				name: String(name?.value ?? ""),
				level: Number(property("level") ?? Number.NaN) || null,
				pressed: property("pressed") === "true",
				disabled: property("disabled") === true,
				live: property("live") === undefined ? null : String(property("live")),
				domId: backendDOMNodeId ?? null,
			};
		});
}

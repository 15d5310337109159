import { type Static, type TSchema, Type } from "typebox";
import { Check } from "typebox/value";
import { kioskBrowserWords } from "../../../words/kiosk-browser.ts";
import type { DevTools } from "./devtools.ts";

export interface WatchParts {
	devTools: DevTools;
	url: URL;
	/** Whether somebody listens where the hub is. */
	hubAnswers(): Promise<boolean>;
	/** Resolves also when the watch is over. */
	pause(ms: number): Promise<void>;
	isOver(): boolean;
	/** A line for the technician. */
	say(line: string): void;
	/** The page cannot be kept any more: the browser is to be started again. */
	giveUp(why: string): void;
}

/** How often the hub is looked for, and how soon the page is tried anyway: a proxy may answer for a hub, or a name be known to the browser alone. */
const lookEveryMs = 1_000;
const tryAnywayMs = 30_000;
/** A page that broke is brought back after this, and after twice as long each time that it breaks soon again. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** What has stood so long does not break soon. */
const soundMs = 60_000;
/** A page that does not answer so many times in a row hangs. */
const askEveryMs = 20_000;
const unansweredMost = 3;

const TargetEvent = Type.Object({
	targetInfo: Type.Object({ targetId: Type.String(), type: Type.String(), url: Type.String() }),
});
const TargetGone = Type.Object({ targetId: Type.String() });
const Targets = Type.Object({ targetInfos: Type.Array(TargetEvent.properties.targetInfo) });
const Frame = Type.Object({
	id: Type.String(),
	parentId: Type.Optional(Type.String()),
	url: Type.String(),
	/** Where it was to go, on a page that says why that was not possible. */
	unreachableUrl: Type.Optional(Type.String()),
});
const FrameNavigated = Type.Object({ frame: Frame });
const FrameTree = Type.Object({ frameTree: FrameNavigated });
const Responded = Type.Object({
	type: Type.String(),
	frameId: Type.Optional(Type.String()),
	response: Type.Object({ url: Type.String(), status: Type.Integer() }),
});
const Navigated = Type.Object({ errorText: Type.Optional(Type.String()) });
const Evaluated = Type.Object({ result: Type.Object({ value: Type.Unknown() }) });
const ConsoleCalled = Type.Object({
	type: Type.String(),
	args: Type.Array(
		Type.Object({
			value: Type.Optional(Type.Unknown()),
			description: Type.Optional(Type.String()),
		}),
	),
});
const Thrown = Type.Object({
	exceptionDetails: Type.Object({
		text: Type.String(),
		exception: Type.Optional(Type.Object({ description: Type.Optional(Type.String()) })),
	}),
});

/**
 * Keeps the browser's one page where it belongs: waits for the hub in its place, brings it back when it breaks, hangs or is left, closes
 * whatever else opens, and hands on what the page warns of. Resolves once it watches.
 */
export async function watchPage(parts: WatchParts): Promise<void> {
	const { devTools, url, say } = parts;
	const page = await onlyPage(devTools);
	const { session } = page;
	const ask = (method: string, params?: object) => devTools.send(method, params, session);
	let isComingBack = false;
	let pauseMs = firstPauseMs;
	let brokeAt = Date.now();
	let saidLast = "";
	let cameAt = 0;
	/** What the hub's place has answered instead of the page; null where it was the page. */
	let badAnswer: string | null = null;

	devTools.onEvent((method, params, of) => {
		if (of === session) hearPage(method, params);
		else if (of === undefined) hearBrowser(method, params);
	});
	await devTools.send("Target.setDiscoverTargets", { discover: true });
	for (const domain of ["Page", "Inspector", "Runtime", "Network"]) await ask(`${domain}.enable`);
	await devTools.send("Browser.setDownloadBehavior", { behavior: "deny" });
	const { frameTree } = known(FrameTree, await ask("Page.getFrameTree"));
	void lookAt(frameTree.frame);
	quietly(judgeSecurity());
	void askNowAndThen();

	function hearBrowser(method: string, params: unknown): void {
		if (method === "Target.targetCreated" && Check(TargetEvent, params)) {
			const { targetId, type, url: opened } = params.targetInfo;
			if (type !== "page" || targetId === page.targetId) return;
			say(`Something opened ${opened}: it is closed, there is one page here.`);
			quietly(devTools.send("Target.closeTarget", { targetId }));
		} else if (method === "Target.targetDestroyed" && Check(TargetGone, params)) {
			if (params.targetId === page.targetId) parts.giveUp("the page was closed");
		}
	}

	function hearPage(method: string, params: unknown): void {
		if (method === "Page.frameNavigated" && Check(FrameNavigated, params)) {
			void lookAt(params.frame);
		} else if (method === "Network.responseReceived" && Check(Responded, params)) {
			const { type, frameId, response } = params;
			if (type === "Document" && frameId === page.targetId) hearAnswer(response);
		} else if (method === "Page.loadEventFired") quietly(judgeSecurity());
		else if (method === "Inspector.targetCrashed") void comeBack("The page has crashed.");
		else if (method === "Page.javascriptDialogOpening") {
			quietly(ask("Page.handleJavaScriptDialog", { accept: false }));
		} else if (method === "Runtime.consoleAPICalled" && Check(ConsoleCalled, params)) {
			if (params.type !== "warning" && params.type !== "error") return;
			const texts = params.args.map(({ value, description }) => String(value ?? description ?? ""));
			sayOfPage(texts.join(" "));
		} else if (method === "Runtime.exceptionThrown" && Check(Thrown, params)) {
			const { text, exception } = params.exceptionDetails;
			sayOfPage(`${text} ${exception?.description ?? ""}`);
		}
	}

	/** A proxy may stand where the hub is, and speak for it while it is away. */
	function hearAnswer({ url: at, status }: Static<typeof Responded>["response"]): void {
		badAnswer = status < 400 ? null : `${at} answers with status ${status}.${whatToDo(status)}`;
		if (badAnswer !== null) void comeBack(badAnswer);
	}

	/** Whatever a page says without end is said once. */
	function sayOfPage(text: string): void {
		const line = `The page says: ${text.replace(/\s+/g, " ").trim().slice(0, 400)}`;
		if (line !== saidLast) say(line);
		saidLast = line;
	}

	async function lookAt({
		parentId,
		url: at,
		unreachableUrl,
	}: Static<typeof Frame>): Promise<void> {
		// What has not been anywhere yet has no address, or an empty one.
		if (parentId !== undefined || !URL.canParse(at) || (cameAt === 0 && at === "about:blank"))
			return;
		if (unreachableUrl !== undefined) await comeBack(`${unreachableUrl} cannot be shown.`);
		else if (!isAtHome(at, url)) await comeBack(`The page was left for ${at}.`);
	}

	/** One way back at a time. */
	async function comeBack(why: string): Promise<void> {
		if (isComingBack || parts.isOver()) return;
		isComingBack = true;
		say(why);
		if (Date.now() - brokeAt > soundMs) pauseMs = firstPauseMs;
		try {
			while (!parts.isOver()) {
				await showWaiting();
				await parts.pause(pauseMs);
				pauseMs = Math.min(2 * pauseMs, longestPauseMs);
				await hubListens();
				if (parts.isOver()) return;
				badAnswer = null;
				const { errorText } = known(Navigated, await ask("Page.navigate", { url: url.href }));
				if (badAnswer !== null) say(badAnswer);
				else if (errorText === undefined) {
					// No way back to what stood here meanwhile.
					quietly(ask("Page.resetNavigationHistory"));
					break;
				} else say(`${url.href} cannot be shown: ${errorText}.${whatToDo(errorText)}`);
			}
			brokeAt = Date.now();
		} catch (error) {
			parts.giveUp(error instanceof Error ? error.message : String(error));
		} finally {
			isComingBack = false;
		}
	}

	/** In place of the browser's own words, which nobody in the lobby can use and which have ways on. */
	async function showWaiting(): Promise<void> {
		await ask("Page.navigate", { url: "about:blank" });
		const { frameTree } = known(FrameTree, await ask("Page.getFrameTree"));
		await ask("Page.setDocumentContent", { frameId: frameTree.frame.id, html: waiting });
	}

	async function hubListens(): Promise<void> {
		const began = Date.now();
		while (!parts.isOver() && !(await parts.hubAnswers())) {
			if (Date.now() - began > tryAnywayMs) return;
			await parts.pause(lookEveryMs);
		}
	}

	/** Once for each page that has come. */
	async function judgeSecurity(): Promise<void> {
		const expression =
			"location.protocol.startsWith('http') ? [performance.timeOrigin, isSecureContext] : []";
		const got = await ask("Runtime.evaluate", { expression, returnByValue: true });
		const { value } = known(Evaluated, got).result;
		if (!Check(Came, value) || value[0] === cameAt || badAnswer !== null) return;
		cameAt = value[0];
		say(
			value[1]
				? `${url.href} is shown, in a secure context.`
				: `${url.href} is shown, but in no secure context: docs/KIOSK.md, "Secure context".`,
		);
	}

	async function askNowAndThen(): Promise<void> {
		let unanswered = 0;
		while (!parts.isOver()) {
			await parts.pause(askEveryMs);
			if (parts.isOver()) return;
			unanswered = await ask("Runtime.evaluate", { expression: "0" }).then(
				() => 0,
				() => unanswered + 1,
			);
			if (unanswered >= unansweredMost) parts.giveUp("the page does not answer any more");
		}
	}
}

/** Where the page itself may go: the same part of the same hub. */
export function isAtHome(at: string, home: URL): boolean {
	if (!URL.canParse(at)) return false;
	const { origin, pathname } = new URL(at);
	return origin === home.origin && pathname.split("/")[1] === home.pathname.split("/")[1];
}

const Came = Type.Tuple([Type.Number(), Type.Boolean()]);
const Attached = Type.Object({ sessionId: Type.String() });

async function onlyPage(devTools: DevTools) {
	for (;;) {
		const { targetInfos } = known(Targets, await devTools.send("Target.getTargets"));
		const page = targetInfos.find(({ type }) => type === "page");
		if (page === undefined) continue;
		const { targetId } = page;
		const attached = await devTools.send("Target.attachToTarget", { targetId, flatten: true });
		return { targetId, session: known(Attached, attached).sessionId };
	}
}

function known<Schema extends TSchema>(schema: Schema, value: unknown): Static<Schema> {
	if (!Check(schema, value)) throw new Error(`the browser answered ${JSON.stringify(value)}`);
	return value;
}

/** What fails because the browser is just ending is of no interest: its end is heard of. */
function quietly(done: Promise<unknown>): void {
	done.catch(() => undefined);
}

/** @param failed the browser's name of a fault, or the status of an answer */
function whatToDo(failed: string | number): string {
	if (failed === 404) return " Is this the kiosk's address?";
	if (typeof failed === "number") return " It is tried again until the hub is there.";
	const errorText = failed;
	if (errorText.includes("ERR_SSL_PROTOCOL_ERROR")) {
		return " The hub speaks no TLS there: does its address begin with http?";
	}
	if (errorText.includes("ERR_CERT")) {
		return ' The certificate is not trusted here: docs/KIOSK.md, "By TLS".';
	}
	if (errorText.includes("ERR_NAME")) return " Nobody knows this name: use the hub's address.";
	if (errorText.includes("ERR_BLOCKED_BY_ADMINISTRATOR")) {
		return " A policy of this machine forbids it: allow the hub's address in URLAllowlist.";
	}
	return "";
}

const waiting = `<!doctype html><html lang="vi"><meta charset="utf-8"><body style="margin:0;height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;text-align:center;background:#fffdf8;color:#1b1b1f;font:500 4vmin sans-serif;cursor:none;user-select:none;touch-action:none" oncontextmenu="return false"><p style="margin:0 8vmin 2vmin;font-size:6vmin">${kioskBrowserWords.vi.waiting}</p><p style="margin:0 8vmin" lang="en">${kioskBrowserWords.en.waiting}</p></body></html>`;

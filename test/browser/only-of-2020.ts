import type { BrowserContext } from "playwright-core";

/**
 * A script that takes away, wherever it runs first, what Chromium got after version 84: programs find what an old TV box has. The versions
 * are those of MDN's browser-compat-data. What is syntax or style is looked at in test/chromium-84.test.ts.
 */
export const onlyOf2020 = `(() => {
	const take = (object, ...names) => {
		for (const name of names) if (object && name in object) delete object[name];
	};
	const ofArrays = ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"];
	take(Array.prototype, ...ofArrays);
	take(Object.getPrototypeOf(Int8Array.prototype), ...ofArrays);
	take(Array, "fromAsync");
	take(String.prototype, "at", "replaceAll", "isWellFormed", "toWellFormed");
	take(Object, "hasOwn", "groupBy");
	take(Map, "groupBy");
	take(Map.prototype, "getOrInsert", "getOrInsertComputed");
	take(Set.prototype, "union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom");
	take(Promise, "any", "withResolvers", "try");
	take(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
		"map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "forEach", "some", "every", "find");
	take(ArrayBuffer.prototype, "resize", "transfer", "transferToFixedLength");
	take(Uint8Array, "fromBase64", "fromHex");
	take(Uint8Array.prototype, "toBase64", "toHex", "setFromBase64", "setFromHex");
	take(RegExp, "escape");
	take(RegExp.prototype, "hasIndices", "unicodeSets");
	take(Intl, "Segmenter", "DurationFormat", "supportedValuesOf");
	// Some globals are a worker's own, others its kind's.
	const takeGlobals = (...names) => {
		for (let object = globalThis; object; object = Object.getPrototypeOf(object)) take(object, ...names);
	};
	takeGlobals("AggregateError", "Iterator", "structuredClone", "scheduler", "reportError", "navigation", "Temporal", "CloseWatcher", "URLPattern", "TaskController", "SuppressedError", "DisposableStack");
	take(AbortSignal, "timeout", "any", "abort");
	take(AbortSignal.prototype, "reason", "throwIfAborted");
	take(Response, "json");
	take(Response.prototype, "bytes");
	take(URL, "canParse", "parse");
	take(URLSearchParams.prototype, "size");
	take(crypto.constructor.prototype, "randomUUID");
	take(ReadableStream, "from");
	take(ReadableStream.prototype, Symbol.asyncIterator, "values");
	if (globalThis.Navigator) take(Navigator.prototype, "userAgentData", "virtualKeyboard", "windowControlsOverlay", "managed");
	if (globalThis.Element) {
		for (const kind of [Element, Document, DocumentFragment]) take(kind.prototype, "replaceChildren", "moveBefore");
		take(Element.prototype, "checkVisibility", "getHTML", "setHTML", "setHTMLUnsafe", "ariaActiveDescendantElement", "scrollIntoViewIfNeededAsync");
		take(HTMLElement.prototype, "inert", "popover", "showPopover", "hidePopover", "togglePopover", "writingSuggestions", "editContext");
		take(HTMLInputElement.prototype, "showPicker");
		take(HTMLSelectElement.prototype, "showPicker");
		take(Document.prototype, "startViewTransition");
		takeGlobals("ViewTransition", "Navigation", "Highlight", "ToggleEvent", "Sanitizer");
		take(CSS, "highlights");
		take(ResizeObserverEntry.prototype, "borderBoxSize", "contentBoxSize", "devicePixelContentBoxSize");
	}
	// Chromium 90 has a signal that ends a listener, 114 tells that scrolling has ended: before, both are passed over.
	const { addEventListener } = EventTarget.prototype;
	EventTarget.prototype.addEventListener = function (type, listener, options) {
		if (type === "scrollend" || type === "beforetoggle") return;
		const known = typeof options === "object" && options !== null ? { ...options, signal: undefined } : options;
		if (typeof known === "object") delete known.signal;
		return addEventListener.call(this, type, listener, known);
	};
})();
`;

/** Takes it away from every page of a context and from its workers. @returns the workers' scripts that began so */
export async function makeOld(context: BrowserContext): Promise<string[]> {
	const workers: string[] = [];
	await context.addInitScript(onlyOf2020);
	await context.route(/worker.*\.js$/, async (route) => {
		const response = await route.fetch().catch(() => null);
		// The page has been closed meanwhile: nobody waits for it.
		if (response === null) return;
		workers.push(new URL(route.request().url()).pathname);
		await route.fulfill({ response, body: `${onlyOf2020}${await response.text()}` });
	});
	return workers;
}

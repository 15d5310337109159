import * as lucide from "lucide";
import { expect, test } from "vitest";
import { signDrawings } from "./sign-drawings.ts";
import { signWords } from "./signs.ts";

test("every sign but our own two is drawn as the icons of the screens are", () => {
	const icons = new Set(Object.values(lucide).map((icon) => JSON.stringify(icon)));
	const ours = Object.entries(signDrawings).filter(
		([, drawing]) => !icons.has(JSON.stringify(drawing)),
	);
	expect(ours.map(([sign]) => sign)).toEqual(["family", "rings"]);
});

test("every sign is called something, and no two the same", () => {
	for (const words of Object.values(signWords)) {
		expect(Object.keys(words)).toEqual(Object.keys(signDrawings));
		expect(new Set(Object.values(words)).size).toBe(Object.keys(signDrawings).length);
	}
});

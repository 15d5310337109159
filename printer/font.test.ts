import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fontFamily, fontFiles, measureText, readAdvances } from "./font.ts";

const letters =
	"aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYẾỄỰỘẨặợữ–,.:?()0123456789";

test("what is drawn is never wider than what was measured", () => {
	const options = { loadSystemFonts: false, fontFiles: [...fontFiles] };
	const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(text, fc.constantFrom(600 as const, 800 as const), (line, weight) => {
			const drawn = new Resvg(
				`<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="200"><text x="100" y="100" ` +
					`font-family="${fontFamily}" font-size="40" font-weight="${weight}">${line}</text></svg>`,
				{ font: options },
			).getBBox();
			// A stroke may lean out of its advance by a twentieth of the size: that is what margins are for.
			expect(drawn?.width ?? Number.NaN).toBeLessThanOrEqual(measureText(line, 40, weight) + 4);
		}),
		{ numRuns: 200 },
	);
});

test("the width grows with the size and the weight", () => {
	expect(measureText("Số thứ tự", 60, 600)).toBeCloseTo(2 * measureText("Số thứ tự", 30, 600));
	expect(measureText("Số thứ tự", 30, 800)).toBeGreaterThan(measureText("Số thứ tự", 30, 600));
});

test("a file that is no font is refused", () => {
	expect(() => readAdvances(Buffer.alloc(64))).toThrow("no head table");
});

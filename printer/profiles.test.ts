import { Value } from "typebox/value";
import { expect, test } from "vitest";
import { PrinterAbilities, PrinterModel, type PrinterProfile } from "../protocol/printing.ts";
import { abilitiesOf } from "./profiles.ts";

test.each(PrinterModel.enum)("%s can do something definite", (model) => {
	const abilities = abilitiesOf({ profile: model, widthDots: 576 }, []);
	expect(Value.Check(PrinterAbilities, abilities)).toBe(true);
});

test("a printer without a profile can do what all of its width can", () => {
	expect(abilitiesOf({ widthDots: 384 }, [])).toEqual(
		abilitiesOf({ profile: "generic-58", widthDots: 384 }, []),
	);
	expect(abilitiesOf({ widthDots: 512 }, [])).toEqual(
		abilitiesOf({ profile: "generic-80", widthDots: 512 }, []),
	);
});

test("a profile of the office's own is its model but for what it says", () => {
	const own: PrinterProfile = {
		id: "may-in-quay",
		model: "xprinter-80",
		qr: "picture",
		tearOffLines: 8,
	};
	expect(abilitiesOf({ profile: "may-in-quay", widthDots: 576 }, [own])).toEqual({
		...abilitiesOf({ profile: "xprinter-80", widthDots: 576 }, []),
		qr: "picture",
		tearOffLines: 8,
	});
});

test("a profile that there is not is a fault of ours", () => {
	expect(() => abilitiesOf({ profile: "không-có", widthDots: 576 }, [])).toThrow("không-có");
	expect(() => abilitiesOf({ profile: "toString", widthDots: 576 }, [])).toThrow("toString");
});

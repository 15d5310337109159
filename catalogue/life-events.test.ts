import { expect, it } from "vitest";
import type { LifeEventFile } from "./files.ts";
import { resolveLifeEvents } from "./life-events.ts";

const file = (id: string, ...codes: string[]) => ({
	field: { id, name: id, nameEn: id },
	procedures: codes.map((code) => ({ code })),
});
const fields = [file("ho-tich", "1.1", "1.2", "1.3"), file("cu-tru", "2.1", "2.2")];
const birth = { id: "sinh-con", sign: "baby", name: { vi: "Sinh con", en: "A new baby" } } as const;
const resolved = (...events: LifeEventFile["events"]) =>
	resolveLifeEvents({ lifeEvents: { events }, fields });

it("what an event names comes first, in that order, then what is left of its fields, each once", () => {
	const [event] = resolved({ ...birth, procedures: ["2.2", "1.3"], fields: ["ho-tich"] });
	expect(event?.codes).toEqual(["2.2", "1.3", "1.1", "1.2"]);
	expect(event?.event).toEqual({ ...birth, count: 4 });
});

it("a whole field alone is an event, in the order of the field", () => {
	expect(resolved({ ...birth, fields: ["cu-tru"] })[0]?.codes).toEqual(["2.1", "2.2"]);
});

it("a hint goes along, and what does not exist is left out", () => {
	const hint = { vi: "Khai sinh cho bé", en: "Birth certificate" };
	const [event] = resolved({ ...birth, hint, procedures: ["9.9", "1.1"], fields: ["khong-co"] });
	expect(event).toEqual({ event: { ...birth, hint, count: 1 }, codes: ["1.1"] });
});

it("a catalogue without such a file has no events", () => {
	expect(resolveLifeEvents({ fields })).toEqual([]);
});

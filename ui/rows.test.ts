import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, RowChanges, Snapshot } from "../protocol/live.ts";
import { type Kept, takeChange, takeSnapshot } from "./rows.ts";

interface Row {
	name: string;
	waiting: number;
}

const khaiSinh: Row = { name: "Đăng ký khai sinh", waiting: 2 };
const chungThuc: Row = { name: "Chứng thực", waiting: 5 };

function snapshot(seq: number, view: Snapshot<Row>["view"], epoch = "ben-nghe:2026-11-21") {
	return { epoch, seq, view };
}

function change(seq: number, set: RowChanges<Row>): Change<Row> {
	return { seq, type: "issued", at: "2026-11-21T01:00:00.000Z", set };
}

describe("the rows a screen keeps", () => {
	it("are those of the snapshot", () => {
		const kept = takeSnapshot(snapshot(7, { "service:a": khaiSinh }));
		expect(kept).toEqual({
			epoch: "ben-nghe:2026-11-21",
			seq: 7,
			rows: { "service:a": khaiSinh },
		});
	});

	it("take over a row that is set, lose one that is null, keep the rest", () => {
		const before = takeSnapshot(
			snapshot(7, { "service:a": khaiSinh, "service:b": chungThuc, "service:c": khaiSinh }),
		);
		const after = takeChange(
			before,
			change(9, { "service:a": { ...khaiSinh, waiting: 3 }, "service:b": null }),
		);
		expect(after).toEqual({
			epoch: before.epoch,
			seq: 9,
			rows: { "service:a": { ...khaiSinh, waiting: 3 }, "service:c": khaiSinh },
		});
		expect(before.rows["service:a"]).toEqual(khaiSinh);
	});

	it("do not change at a change that was seen already", () => {
		const kept = takeSnapshot(snapshot(7, { "service:a": khaiSinh }));
		expect(takeChange(kept, change(7, { "service:a": null }))).toBe(kept);
		expect(takeChange(kept, change(3, { "service:a": null }))).toBe(kept);
	});

	it("stay unknown until the first snapshot", () => {
		expect(takeChange<Row>(null, change(1, { "service:a": khaiSinh }))).toBeNull();
	});

	it("are the same however often changes are repeated or come late", () => {
		const keys = fc.constantFrom("service:a", "service:b", "service:c");
		const rows = fc.option(fc.record({ name: fc.constant("Hộ tịch"), waiting: fc.nat(9) }), {
			nil: null,
		});
		const sets = fc.array(fc.dictionary(keys, rows, { maxKeys: 3 }), { maxLength: 8 });
		fc.assert(
			fc.property(sets, fc.array(fc.nat(7), { maxLength: 16 }), (history, repeats) => {
				const start = takeSnapshot(snapshot(0, { "service:a": khaiSinh }));
				const changes = history.map((set, index) => change(index + 1, { ...set }));
				const once = changes.reduce<Kept<Row> | null>(takeChange, start);
				let kept: Kept<Row> | null = start;
				for (const next of changes) {
					kept = takeChange(kept, next);
					for (const index of repeats) {
						const old = changes[index];
						if (old && old.seq <= next.seq) kept = takeChange(kept, old);
					}
				}
				expect(kept).toEqual(once);
			}),
		);
	});
});

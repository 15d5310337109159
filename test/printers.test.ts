import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Device, Outcome } from "../printer/device.ts";
import { papersKept, virtualDevice } from "../printer/devices/virtual.ts";
import { encodePaper } from "../printer/encode.ts";
import { abilitiesOf } from "../printer/profiles.ts";

const widthDots = 384;
const never = new AbortController().signal;

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function newFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "motcua-printers-"));
	cleanUps.push(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

const slip = (n: number) => ({
	jobId: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
	number: `A${String(n).padStart(3, "0")}`,
});
/** Prints outside a spool. */
function printOn(
	device: Device,
	bytes: Uint8Array,
	{ jobId, number }: { jobId: string; number: string },
	signal: AbortSignal,
): Promise<Outcome> {
	return device.print({ jobId, label: number, bytes }, { signal, onBlocked: () => undefined });
}
const bytesWith = (text: string) =>
	encodePaper([{ kind: "qr", text, moduleDots: 3 }], {
		cut: "partial",
		abilities: abilitiesOf({ profile: "xprinter-80", widthDots }, []),
		widthDots,
	});

describe("a virtual printer", () => {
	test("keeps the newest tickets and lets the oldest go", async () => {
		const folder = await newFolder();
		let second = 0;
		const now = () => new Date(Date.UTC(2026, 10, 21, 1, 0, second++));
		const device = virtualDevice(folder, { widthDots, feedUnitsPerDot: 1 }, now);
		for (let n = 1; n <= papersKept + 2; n++) {
			await printOn(device, bytesWith("x"), slip(n), never);
		}
		const numbers = device.papers().map(({ label }) => label);
		expect(numbers).toHaveLength(papersKept);
		expect(numbers[0]).toBe("A202");
		expect(numbers.at(-1)).toBe("A003");
		expect(await readdir(folder)).toHaveLength(2 * papersKept);
	});

	test("has all its papers after a restart, and passes over what is not one", async () => {
		const folder = await newFolder();
		const at = new Date("2026-11-21T01:05:00.123Z");
		const device = virtualDevice(folder, { widthDots, feedUnitsPerDot: 1 }, () => at);
		await printOn(device, bytesWith("x"), slip(7), never);
		await writeFile(join(folder, "ghi chú.png"), "");
		await writeFile(join(folder, `${basename(device.papers()[0]?.file ?? "")}.part`), "");
		const again = virtualDevice(folder, { widthDots, feedUnitsPerDot: 1 }).papers();
		expect(again).toEqual(device.papers());
		expect(again).toEqual([
			{
				jobId: slip(7).jobId,
				label: slip(7).number,
				printedAt: "2026-11-21T01:05:00.123Z",
				file: join(folder, `20261121T010500123Z-A007-${slip(7).jobId}.png`),
			},
		]);
	});

	test("confirms nothing that no printer would understand", async () => {
		const device = virtualDevice(await newFolder(), { widthDots, feedUnitsPerDot: 1 });
		const outcome = await printOn(device, Buffer.from("A001"), slip(1), never);
		expect(outcome).toMatchObject({ state: "failed" });
		expect(device.papers()).toEqual([]);
	});
});

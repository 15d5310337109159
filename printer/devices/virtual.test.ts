import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { encodePaper } from "../encode.ts";
import { abilitiesOf } from "../profiles.ts";
import { papersKept, virtualDevice } from "./virtual.ts";

const widthDots = 576;
const abilities = abilitiesOf({ widthDots }, []);

test("a paper that was printed is not printed again because an old one cannot be cleared away", async () => {
	const folder = await mkdtemp(join(tmpdir(), "motcua-virtual-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	// What is a folder cannot be taken away like a picture.
	const inTheWay = (n: number) =>
		`20261120T010500${String(n).padStart(3, "0")}Z-A001-00000000-0000-4000-8000-000000000000.png`;
	for (let n = 0; n < papersKept; n++) await mkdir(join(folder, inTheWay(n)));
	const device = virtualDevice(folder, { widthDots, feedUnitsPerDot: 1 });
	const bytes = encodePaper([{ kind: "qr", text: "Số của bạn", moduleDots: 4 }], {
		cut: "partial",
		abilities,
		widthDots,
	});
	const outcome = await device.print(
		{ jobId: "11111111-0000-4000-8000-000000000000", label: "A012", bytes },
		{ signal: new AbortController().signal, onBlocked: () => undefined },
	);
	expect(outcome).toEqual({ state: "confirmed" });
	expect(device.papers()[0]?.label).toBe("A012");
});

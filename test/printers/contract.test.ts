import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createJobLine } from "../../printer/agent/job-line.ts";
import { openJournal } from "../../printer/agent/journal.ts";
import {
	type AgentChannel,
	type Attached,
	createAgentSwitchboard,
} from "../../printer/agent-switchboard.ts";
import { conversationDevice, type Patience } from "../../printer/conversation.ts";
import type { Condition, Device, Outcome } from "../../printer/device.ts";
import { agentDevice } from "../../printer/devices/agent.ts";
import { cupsDevice } from "../../printer/devices/cups.ts";
import { fileLink } from "../../printer/devices/file.ts";
import { serialLink } from "../../printer/devices/serial.ts";
import { tcpLink } from "../../printer/devices/tcp.ts";
import { virtualDevice } from "../../printer/devices/virtual.ts";
import { encodePaper } from "../../printer/encode.ts";
import type { Link } from "../../printer/link.ts";
import { decodePaper } from "../../printer/paper-decoder.ts";
import { abilitiesOf } from "../../printer/profiles.ts";
import type { JobReason, PrinterAbilities } from "../../protocol/printing.ts";
import { createMachine, type Machine } from "../fake-printer/machine.ts";
import { startFakePrinter } from "../fake-printer/tcp.ts";
import type { Ways } from "../fake-printer/ways.ts";
import { type FakeCups, startFakeCups } from "./fake-cups.ts";
import { attachTerminal } from "./fake-terminal.ts";

const widthDots = 576;
const epson = abilitiesOf({ profile: "epson-tm-t88", widthDots }, []);
const generic = abilitiesOf({ profile: "generic-80", widthDots }, []);
/** Long enough that it is never the cause of anything on a busy machine, but where a test waits for it. */
const patience: Patience = { askMs: 5_000, proofMs: 20_000, pollMs: 20, blockedMs: 60_000 };
const hasty: Patience = { askMs: 150, proofMs: 300, pollMs: 50, blockedMs: 300 };
const never = new AbortController().signal;

/** What stands at the end of a line, and the line. */
interface Stand {
	device: Device;
	/** The text of the QR code on each paper that came out, in order. */
	printed(): Promise<string[]>;
	/** Makes the printer impossible to reach, and possible again. */
	reach(isThere: boolean): Promise<void>;
}

interface Options {
	ways?: Partial<Ways>;
	abilities?: PrinterAbilities;
	patience?: Patience;
}

/** A printer that can be heard, and what it is made of. */
interface SpokenStand extends Stand {
	machine: Machine;
}

function bytesOf(text: string, abilities = epson): Uint8Array {
	return encodePaper([{ kind: "qr", text, moduleDots: 4 }], {
		cut: "partial",
		abilities: { ...abilities, qr: "native" },
		widthDots,
	});
}

function textsOf({ papers }: Machine): string[] {
	return papers.flatMap(({ qrTexts }) => qrTexts);
}

async function overTcp({ ways, ...how }: Options = {}): Promise<SpokenStand> {
	const fake = await startFakePrinter({ widthDots, feedUnitsPerDot: 2 }, ways);
	onTestFinished(() => fake.close());
	const link = tcpLink({ host: "127.0.0.1", port: fake.port });
	return {
		...spoken(link, fake.machine, how),
		reach: (isThere) => (isThere ? fake.accept() : fake.refuse()),
	};
}

async function overDeviceFile(
	linkTo: (path: string) => Link,
	{ ways, ...how }: Options,
): Promise<SpokenStand> {
	const machine = createMachine({ widthDots, feedUnitsPerDot: 2 }, ways);
	let terminal = await attachTerminal(machine);
	onTestFinished(() => terminal.close());
	const { bytesPerSecond } = linkTo(terminal.path);
	const link: Link = { bytesPerSecond, open: (signal) => linkTo(terminal.path).open(signal) };
	return {
		...spoken(link, machine, how),
		async reach(isThere) {
			if (isThere) terminal = await attachTerminal(machine);
			else await terminal.close();
		},
	};
}

function spoken(
	link: Link,
	machine: Machine,
	{ abilities = epson, patience: how = patience }: Options,
): Omit<SpokenStand, "reach"> {
	const device = conversationDevice(link, abilities, how);
	onTestFinished(() => device.close());
	return { device, machine, printed: async () => textsOf(machine) };
}

/** The agent's parts without the sockets between them, which have tests of their own. */
async function atAgent({
	ways,
	abilities = epson,
	patience: how = patience,
}: Options = {}): Promise<SpokenStand> {
	const fake = await startFakePrinter({ widthDots, feedUnitsPerDot: 2 }, ways);
	onTestFinished(() => fake.close());
	const folder = await mkdtemp(join(tmpdir(), "motcua-agent-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const settings = {
		printerId: "may-in-1",
		widthDots: 576 as const,
		abilities,
		cut: "partial" as const,
	};
	const switchboard = createAgentSwitchboard();
	const device = agentDevice("cua-chinh", switchboard, settings);
	const link = tcpLink({ host: "127.0.0.1", port: fake.port });
	let hub: Attached | null = null;
	const line = createJobLine({
		open: () => conversationDevice(link, abilities, how),
		journal: openJournal(folder, (error) => expect.fail(String(error))),
		onCondition: (condition) => hub?.condition(condition),
		onBlocked: (blocked) => hub?.blocked(blocked),
		onEnded: (ended) => hub?.ended(ended),
		log: { info() {}, warn() {}, error: (facts, said) => expect.fail(`${said} ${facts}`) },
	});
	onTestFinished(async () => {
		await device.close();
		await line.close(0);
	});
	await line.use(settings);
	const channel: AgentChannel = {
		run: "lần một",
		give: async (given) => ({ taken: line.take(given) }),
		standing: async (jobId) => line.standing(jobId),
		ask: () => line.ask(),
		cancel: (jobId) => line.cancel(jobId),
		cutOff: () => undefined,
	};
	hub = switchboard.attach("cua-chinh", channel, line.condition());
	return {
		device,
		machine: fake.machine,
		printed: async () => textsOf(fake.machine),
		reach: (isThere) => (isThere ? fake.accept() : fake.refuse()),
	};
}

const spokenTo: { name: string; stand(options?: Options): Promise<SpokenStand> }[] = [
	{ name: "tcp://", stand: overTcp },
	{ name: "file:", stand: (options = {}) => overDeviceFile((path) => fileLink(path), options) },
	{
		name: "serial:",
		stand: (options = {}) => overDeviceFile((path) => serialLink({ path, baud: 115_200 }), options),
	},
	{ name: "agent:", stand: atAgent },
];

async function onVirtual(): Promise<Stand> {
	const parent = await mkdtemp(join(tmpdir(), "motcua-virtual-"));
	onTestFinished(() => rm(parent, { recursive: true, force: true }));
	const folder = join(parent, "may-in");
	const device = virtualDevice(folder, { widthDots, feedUnitsPerDot: 2 });
	return {
		device,
		async printed() {
			const papers = device.papers().toReversed();
			const files = papers.map(({ file }) => readFile(file.replace(/png$/, "bin")));
			return (await Promise.all(files)).flatMap(
				(bytes) => decodePaper(bytes, widthDots, 2).qrTexts,
			);
		},
		async reach(isThere) {
			if (isThere) {
				await rm(folder);
				await rename(`${folder}-aside`, folder);
			} else {
				await rename(folder, `${folder}-aside`);
				await writeFile(folder, "một tệp ở chỗ của thư mục");
			}
		},
	};
}

async function onCups(): Promise<Stand & { cups: FakeCups }> {
	const fake = await startFakePrinter({ widthDots, feedUnitsPerDot: 2 });
	onTestFinished(() => fake.close());
	const cups = await startFakeCups(fake.port);
	onTestFinished(() => cups.close());
	const device = cupsDevice(cups.queue, { commandMs: 20_000, jobMs: 20_000, lookMs: 20 });
	return {
		device,
		cups,
		printed: async () => textsOf(fake.machine),
		reach: (isThere) => cups.exist(isThere),
	};
}

const job = (text: string, abilities = epson) => ({
	jobId: `00000000-0000-4000-8000-${Buffer.from(text).toString("hex").padStart(12, "0").slice(-12)}`,
	label: "A012",
	bytes: bytesOf(text, abilities),
});

/** A picture of 28 kB. */
function longJob() {
	const [heightDots, rowBytes] = [400, widthDots / 8];
	const rows = new Uint8Array(rowBytes * heightDots).fill(0x55);
	const parts = [{ kind: "picture" as const, bitmap: { widthDots, heightDots, rows } }];
	const bytes = encodePaper(parts, { cut: "partial", abilities: generic, widthDots });
	return { ...job("dài"), bytes };
}

function print(device: Device, text: string, signal = never, abilities = epson) {
	return device.print(job(text, abilities), { signal, onBlocked: () => undefined });
}

describe.each([
	{ name: "virtual:", stand: onVirtual, confirms: true },
	{ name: "cups:", stand: onCups, confirms: false },
	...spokenTo.map((one) => ({ ...one, confirms: true })),
])("every printer, here $name", ({ stand, confirms }) => {
	const good: Outcome | object = confirms ? { state: "confirmed" } : { state: "unconfirmed" };

	test("is ready before anything was printed", async () => {
		const { device } = await stand();
		expect(device.condition()).toEqual({ state: "ready", reasons: [] });
		expect(await device.ask(never)).toEqual({ state: "ready", reasons: [] });
	});

	test("has a paper whole before it says so, and each once, in order", async () => {
		const { device, printed } = await stand();
		const texts = ["phiếu một", "phiếu hai", "phiếu ba"];
		for (const [index, text] of texts.entries()) {
			expect(await print(device, text)).toMatchObject(good);
			expect(await printed()).toEqual(texts.slice(0, index + 1));
		}
		expect(device.condition().state).toBe("ready");
	});

	test("is offline while it cannot be reached, takes nothing then, and is well again afterwards", async () => {
		const { device, printed, reach } = await stand();
		await print(device, "trước");
		await reach(false);
		expect(await print(device, "lúc mất")).toMatchObject({
			state: "failed",
			reason: "unreachable",
			untouched: true,
		});
		expect(device.condition()).toEqual({ state: "offline", reasons: ["unreachable"] });
		await reach(true);
		expect(await print(device, "sau")).toMatchObject(good);
		expect(await printed()).toEqual(["trước", "sau"]);
		expect(device.condition()).toEqual({ state: "ready", reasons: [] });
	});

	test("takes nothing after the printing has been ended", async () => {
		const { device, printed } = await stand();
		await print(device, "trước");
		expect(await print(device, "sau", AbortSignal.abort())).toEqual({
			state: "failed",
			reason: "closed",
			untouched: true,
		});
		expect(await printed()).toEqual(["trước"]);
	});
});

/** What a person can do to a printer, what it then says, and how it is mended. */
const hindrances: {
	reason: JobReason;
	harm(machine: Machine): void;
	mend(machine: Machine): void;
}[] = [
	{
		reason: "paper-out",
		harm: (machine) => machine.putRoll(0),
		mend: (machine) => machine.changeRoll(),
	},
	{
		reason: "cover-open",
		harm: (machine) => machine.sense({ coverOpen: true }),
		mend: (machine) => machine.sense({ coverOpen: false }),
	},
	{
		reason: "cutter",
		harm: (machine) => machine.sense({ cutterError: true }),
		mend: (machine) => machine.freeCutter(),
	},
	{
		reason: "error",
		harm: (machine) => machine.sense({ error: true }),
		mend: (machine) => machine.sense({ error: false }),
	},
	{
		reason: "offline",
		harm: (machine) => machine.sense({ offline: true }),
		mend: (machine) => machine.sense({ offline: false }),
	},
];

describe.each(spokenTo)("every printer that is talked to, here $name", ({ stand }) => {
	test.each(hindrances)(
		"gets nothing while it says $reason, and prints when it is mended",
		async ({ reason, harm, mend }) => {
			const { device, machine, printed } = await stand();
			harm(machine);
			expect(await print(device, "phiếu")).toEqual({ state: "failed", reason, untouched: true });
			expect(device.condition()).toEqual({ state: "blocked", reasons: [reason] });
			mend(machine);
			expect(await print(device, "phiếu")).toEqual({ state: "confirmed" });
			expect(await printed()).toEqual(["phiếu"]);
		},
	);

	test("that runs out of paper in the midst says so, and goes on with a new roll", async () => {
		const { device, machine } = await stand();
		await print(device, "trước");
		machine.putRoll(60);
		const told: (JobReason | null)[] = [];
		const outcome = device.print(job("phiếu"), {
			signal: never,
			onBlocked: (reason) => told.push(reason),
		});
		await vi.waitFor(() => expect(told).toEqual(["paper-out"]));
		expect(device.condition()).toEqual({ state: "blocked", reasons: ["paper-out"] });
		machine.changeRoll();
		expect(await outcome).toEqual({ state: "confirmed" });
		expect(told).toEqual(["paper-out", null]);
		expect(textsOf(machine)).toEqual(["trước", "phiếu"]);
	});

	test("that nobody mends in the midst has the rest of the paper taken back", async () => {
		const { device, machine } = await stand({ patience: { ...patience, blockedMs: 100 } });
		machine.putRoll(60);
		expect(await print(device, "phiếu")).toMatchObject({
			state: "failed",
			reason: "paper-out",
			untouched: false,
		});
		machine.changeRoll();
		expect(await print(device, "phiếu sau")).toEqual({ state: "confirmed" });
		expect(machine.papers).toHaveLength(2);
		expect(machine.papers.at(-1)?.qrTexts).toEqual(["phiếu sau"]);
	});

	test("that cannot take anything back may have printed it", async () => {
		const { device, machine } = await stand({
			abilities: { ...generic, feedUnitsPerDot: 2 },
			patience: { ...patience, blockedMs: 100 },
		});
		await print(device, "trước", never, generic);
		machine.putRoll(60);
		expect(await print(device, "phiếu", never, generic)).toMatchObject({
			state: "unconfirmed",
			reason: "paper-out",
		});
	});

	test("that never answers may have printed, where it need not answer", async () => {
		const { device, machine } = await stand({
			ways: { mute: true },
			abilities: { ...generic, feedUnitsPerDot: 2 },
			patience: hasty,
		});
		expect(await print(device, "phiếu", never, generic)).toEqual({
			state: "unconfirmed",
			reason: "timeout",
		});
		await vi.waitFor(() => expect(textsOf(machine)).toEqual(["phiếu"]));
		expect(device.condition()).toEqual({ state: "ready", reasons: [] });
	});

	test("that never answers gets nothing, where it must", async () => {
		const { device, machine } = await stand({ ways: { mute: true }, patience: hasty });
		expect(await print(device, "phiếu")).toEqual({
			state: "failed",
			reason: "timeout",
			untouched: true,
		});
		expect(device.condition()).toEqual({ state: "offline", reasons: ["timeout"] });
		expect(machine.papers).toEqual([]);
		machine.set({ mute: false });
		expect(await print(device, "phiếu")).toEqual({ state: "confirmed" });
	});

	test("is understood through the rubbish it says", async () => {
		const { device, machine } = await stand({ ways: { junk: true } });
		for (const text of ["một", "hai", "ba"]) {
			expect(await print(device, text)).toEqual({ state: "confirmed" });
		}
		machine.putRoll(0);
		expect((await device.ask(never)).reasons).toEqual(["paper-out"]);
	});

	test("that knows no process ID is believed by its answer after the cut", async () => {
		const { device, machine } = await stand({ ways: { knowsProcessId: false } });
		expect(await print(device, "phiếu")).toEqual({ state: "confirmed" });
		expect(textsOf(machine)).toEqual(["phiếu"]);
	});

	test("tells by itself that its roll nears the end, and that it has a new one", async () => {
		const { device, machine } = await stand();
		const told: Condition[] = [];
		device.onCondition((condition) => told.push(condition));
		await print(device, "phiếu");
		machine.putRoll(500);
		await vi.waitFor(() => expect(told).toEqual([{ state: "low", reasons: ["paper-low"] }]));
		machine.sense({ coverOpen: true });
		await vi.waitFor(() =>
			expect(told.at(-1)).toEqual({ state: "blocked", reasons: ["cover-open"] }),
		);
		machine.changeRoll();
		await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: "ready", reasons: [] }));
	});

	test("that takes 9,600 baud and has a small buffer prints to the end", async () => {
		const { device, machine } = await stand({
			ways: { bytesPerSecond: 960, clockSpeed: 50, bufferBytes: 4_096 },
			abilities: { ...epson, bytesPerSecond: 960 },
		});
		expect(await device.print(longJob(), { signal: never, onBlocked: () => undefined })).toEqual({
			state: "confirmed",
		});
		expect(machine.papers).toHaveLength(1);
		expect(machine.faults).toEqual([]);
	});

	test("whose word for one paper is late does not give it for the next", async () => {
		const { device, machine } = await stand({
			abilities: { ...generic, feedUnitsPerDot: 2 },
			patience: { ...hasty, askMs: 2_000 },
		});
		expect(await print(device, "trước", never, generic)).toEqual({ state: "confirmed" });
		// It stands still, but answers what it is asked in real time.
		machine.set({ bytesPerSecond: 1 });
		const slow = device.print(longJob(), { signal: never, onBlocked: () => undefined });
		expect(await slow).toEqual({ state: "unconfirmed", reason: "timeout" });
		machine.set({ bytesPerSecond: null });
		expect(await print(device, "sau", never, generic)).toEqual({ state: "confirmed" });
		expect(machine.papers).toHaveLength(3);
		expect(textsOf(machine)).toEqual(["trước", "sau"]);
	});

	test("that is stopped in the midst may have printed, once all is on its way", async () => {
		const { device, machine } = await stand();
		await print(device, "trước");
		machine.putRoll(60);
		const ending = new AbortController();
		const told: (JobReason | null)[] = [];
		const outcome = device.print(job("phiếu"), {
			signal: ending.signal,
			onBlocked: (reason) => told.push(reason),
		});
		await vi.waitFor(() => expect(told).toEqual(["paper-out"]));
		ending.abort();
		expect(await outcome).toEqual({ state: "unconfirmed", reason: "closed" });
	});
});

test("what CUPS took without saying under which number may be printed, and is not given to it again", async () => {
	const { device, cups, printed } = await onCups();
	await cups.silence(true);
	expect(await print(device, "phiếu")).toMatchObject({ state: "unconfirmed" });
	await vi.waitFor(async () => expect(await printed()).toEqual(["phiếu"]));
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { JobStanding } from "../../protocol/print-agent.ts";
import type { JobReason } from "../../protocol/printing.ts";
import {
	type AgentChannel,
	type AgentSettings,
	type Attached,
	createAgentSwitchboard,
} from "../agent-switchboard.ts";
import { type Condition, type Course, type Outcome, wellCondition } from "../device.ts";
import { abilitiesOf } from "../profiles.ts";
import { agentDevice, usualAgentPatience } from "./agent.ts";

const settings: AgentSettings = {
	printerId: "printer-1",
	widthDots: 576,
	abilities: abilitiesOf({ widthDots: 576 }, []),
	cut: "partial",
};
const away: Condition = { state: "offline", reasons: ["unreachable"] };
const ticket = { jobId: "viec-1", label: "A012", bytes: Uint8Array.of(27, 64) };
const { backMs, cancelMs } = usualAgentPatience;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	expect(vi.getTimerCount()).toBe(0);
	vi.useRealTimers();
});

/** A hub's end of an agent: what it was given, and what it says of a job when it is asked. */
function agent(run = "lan-1", says: JobStanding | null = { state: "unknown" }, taken = true) {
	const given: string[] = [];
	const channel: AgentChannel & { given: string[]; cuts: number } = {
		run,
		given,
		cuts: 0,
		give: async ({ jobId }) => {
			given.push(`job ${jobId}`);
			return { taken };
		},
		standing: async (jobId) => {
			given.push(`standing ${jobId}`);
			return says;
		},
		ask: async () => wellCondition,
		cancel: (jobId) => void given.push(`cancel ${jobId}`),
		cutOff: () => {
			channel.cuts++;
		},
	};
	return channel;
}

function office() {
	const switchboard = createAgentSwitchboard();
	const device = agentDevice("cua-chinh", switchboard, settings);
	const conditions: Condition[] = [];
	device.onCondition((condition) => conditions.push(condition));
	const attach = (channel: AgentChannel, condition: Condition = wellCondition): Attached =>
		switchboard.attach("cua-chinh", channel, condition);
	return { switchboard, device, conditions, attach };
}

function course() {
	const stop = new AbortController();
	const blocked: (JobReason | null)[] = [];
	const told: Course = { signal: stop.signal, onBlocked: (reason) => blocked.push(reason) };
	return { stop, blocked, told };
}

const passed = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const confirmed: Outcome = { state: "confirmed" };
const maybe = { state: "unconfirmed", reason: "closed" };

describe("without an agent", () => {
	test("the printer is out of reach, and a ticket surely is not printed", async () => {
		const { device } = office();
		expect(device.condition()).toEqual(away);
		expect(await device.ask(new AbortController().signal)).toEqual(away);
		expect(await device.print(ticket, course().told)).toMatchObject({
			state: "failed",
			reason: "unreachable",
			untouched: true,
		});
	});

	test("of its own name nobody is waited for, and two printers cannot hang on one agent", () => {
		const { switchboard } = office();
		expect(switchboard.settingsOf("cua-phu")).toBeNull();
		expect(switchboard.settingsOf("cua-chinh")).toEqual(settings);
		expect(() => agentDevice("cua-chinh", switchboard, settings)).toThrow(/cua-chinh/);
	});
});

describe("with an agent", () => {
	test("its word is the outcome, what blocks it is passed on once, and others' jobs are not heard", async () => {
		const { device, attach } = office();
		const line = attach(agent());
		const { told, blocked } = course();
		const printed = device.print(ticket, told);
		line.blocked({ jobId: "viec-1", reason: "paper-out" });
		line.blocked({ jobId: "viec-1", reason: "paper-out" });
		line.blocked({ jobId: "viec-khac", reason: "cutter" });
		line.blocked({ jobId: "viec-1", reason: null });
		line.ended({
			jobId: "viec-khac",
			outcome: { ...maybe, state: "unconfirmed", reason: "closed" },
		});
		line.ended({ jobId: "viec-1", outcome: confirmed });
		expect(await printed).toEqual(confirmed);
		expect(blocked).toEqual(["paper-out", null]);
	});

	test("its printer's condition is the hub's, each change once", () => {
		const { device, attach, conditions } = office();
		const line = attach(agent(), { state: "low", reasons: ["paper-low"] });
		line.condition({ state: "low", reasons: ["paper-low"] });
		line.condition({ state: "blocked", reasons: ["paper-out"] });
		line.left();
		line.condition(wellCondition);
		expect(conditions.map(({ state }) => state)).toEqual(["low", "blocked", "offline"]);
		expect(device.condition()).toEqual(away);
	});

	test("that is being stopped, a ticket surely is not printed", async () => {
		const { device, attach } = office();
		attach(agent("lan-1", null, false));
		expect(await device.print(ticket, course().told)).toMatchObject({
			state: "failed",
			reason: "closed",
			untouched: true,
		});
	});

	test("that does not answer in time, the printer is said to be silent, and what was heard stays", async () => {
		const { device, attach } = office();
		const silent = agent();
		silent.ask = async () => null;
		attach(silent);
		expect(await device.ask(new AbortController().signal)).toMatchObject({ reasons: ["timeout"] });
		expect(device.condition()).toEqual(wellCondition);
	});

	test("a job that should end soon is cancelled there, and ends as what it has become", async () => {
		const { device, attach } = office();
		const there = agent();
		const line = attach(there);
		const first = course();
		const printed = device.print(ticket, first.told);
		first.stop.abort();
		line.ended({
			jobId: "viec-1",
			outcome: { state: "failed", reason: "closed", untouched: false },
		});
		expect(await printed).toMatchObject({ state: "failed", untouched: false });
		const second = course();
		const unheard = device.print({ ...ticket, jobId: "viec-2" }, second.told);
		second.stop.abort();
		await passed(cancelMs);
		expect(await unheard).toMatchObject(maybe);
		expect(there.given).toEqual(["job viec-1", "cancel viec-1", "job viec-2", "cancel viec-2"]);
	});
});

describe("an agent whose line is lost in the midst of a ticket", () => {
	test("is waited for, and its ticket is unconfirmed where it does not come back", async () => {
		const { device, attach } = office();
		const line = attach(agent());
		let outcome: Outcome | null = null;
		void device.print(ticket, course().told).then((end) => {
			outcome = end;
		});
		line.left();
		await passed(backMs - 1);
		expect(outcome).toBeNull();
		await passed(1);
		expect(outcome).toMatchObject(maybe);
	});

	test.each<[string, string, JobStanding, object]>([
		["has printed it", "lan-1", { state: "ended", outcome: confirmed }, confirmed],
		[
			"never got it",
			"lan-1",
			{ state: "unknown" },
			{ state: "failed", reason: "closed", untouched: true },
		],
		["was started anew and does not know it", "lan-2", { state: "unknown" }, maybe],
	])("is asked when it is back, and is given nothing twice: it %s", async (_, run, says, end) => {
		const { device, attach } = office();
		const line = attach(agent("lan-1"));
		const printed = device.print(ticket, course().told);
		line.left();
		const back = agent(run, says);
		attach(back);
		expect(await printed).toMatchObject(end);
		expect(back.given).toEqual(["standing viec-1"]);
	});

	test("goes on where it was, though nobody saw it leave", async () => {
		const { device, attach } = office();
		const old = attach(agent());
		const { told, blocked } = course();
		const printed = device.print(ticket, told);
		const line = attach(agent("lan-1", { state: "printing", blocked: "paper-out" }));
		await passed(2 * backMs);
		expect(blocked).toEqual(["paper-out"]);
		old.left();
		expect(device.condition()).toEqual(wellCondition);
		line.ended({ jobId: "viec-1", outcome: confirmed });
		expect(await printed).toEqual(confirmed);
	});

	test("and that is back without an answer is cut off, and does not get more time for it", async () => {
		const { device, attach } = office();
		attach(agent());
		const printed = device.print(ticket, course().told);
		const mute = agent("lan-1", null);
		const line = attach(mute);
		await passed(1);
		expect(mute.cuts).toBe(1);
		line.left();
		await passed(backMs - 1);
		expect(await printed).toMatchObject(maybe);
	});

	test("a job that should end while it is away ends at once", async () => {
		const { device, attach } = office();
		const line = attach(agent());
		const { told, stop } = course();
		const printed = device.print(ticket, told);
		line.left();
		stop.abort();
		expect(await printed).toMatchObject(maybe);
	});
});

test("after the close nothing is printed, and what was under way is unconfirmed", async () => {
	const { device, attach, switchboard } = office();
	const there = agent();
	attach(there);
	const printed = device.print(ticket, course().told);
	await device.close();
	expect(await printed).toMatchObject(maybe);
	expect(await device.print(ticket, course().told)).toMatchObject({ untouched: true });
	expect([there.cuts, switchboard.settingsOf("cua-chinh")]).toEqual([1, null]);
});

describe("with an agent that is here and does not say whether it takes a ticket", () => {
	test.each<{ says: JobStanding | null; outcome: object | null; cuts: number }>([
		{
			says: { state: "unknown" },
			outcome: { state: "failed", reason: "closed", untouched: true },
			cuts: 0,
		},
		{ says: { state: "ended", outcome: confirmed }, outcome: confirmed, cuts: 0 },
		{ says: null, outcome: null, cuts: 1 },
	])("the agent is asked for it, and $says ends the wait", async ({ says, outcome, cuts }) => {
		const { device, attach } = office();
		const channel = { ...agent("lan-1", says), give: async () => null };
		let cut = 0;
		channel.cutOff = () => {
			cut++;
			line.left();
		};
		const line = attach(channel);
		const printed = device.print(ticket, course().told);
		await passed(outcome === null ? backMs : 0);
		expect(await printed).toMatchObject(outcome ?? maybe);
		expect(cut).toBe(cuts);
	});
});

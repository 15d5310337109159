import { type PaperCommand, PaperError } from "../../printer/read-command.ts";
import { holdsRealTime, nextOf } from "./next-command.ts";
import { createOutput, type FinishedPaper } from "./output.ts";
import { type RealTimeCommand, realTimeWatch } from "./real-time.ts";
import {
	automaticStatusBytes,
	isStopped,
	paperStatus,
	realTimeStatus,
	type Sensors,
	wellSensors,
} from "./sensors.ts";
import { junk, usualWays, type Ways } from "./ways.ts";

/** An ESC/POS printer in memory, whatever its line. */
export interface Machine {
	readonly papers: readonly FinishedPaper[];
	/** What a printer would not have understood, or would have taken for a command where it was picture. */
	readonly faults: readonly PaperError[];
	/** How many bytes it would take now. */
	room(): number;
	/** Takes as many of the bytes as there is room for, and says how many. */
	feed(bytes: Uint8Array): number;
	/** Hears that there is room again. One listener. */
	onRoom(listener: () => void): void;
	/** Hears what the printer says. One listener; what is said to nobody is lost. */
	onReply(listener: ((bytes: Buffer) => void) | null): void;
	set(ways: Partial<Ways>): void;
	/** What a person does to it, or its sensors see. */
	sense(sensors: Partial<Sensors>): void;
	sensors(): Sensors;
	/** A roll that has so many rows left; its end is near at 800 of them (10 cm), and then it is out. */
	putRoll(rows: number): void;
	/** Opens the cover, puts a new roll in, closes the cover. */
	changeRoll(): void;
	/** Frees the cutter; what waited for it goes on. */
	freeCutter(): void;
	/** Tears off what hangs out uncut: it is a paper without a cut. */
	tearOff(): void;
	/** Whether a paper hangs out that is begun and not cut off. */
	hangsOut(): boolean;
	/** All that waits is lost. While off it takes nothing and says nothing. */
	powerOff(): void;
	powerOn(): void;
	isOn(): boolean;
}

/** How a roll's end is seen coming. */
const nearEndRows = 800;
/** How much a printer that works at once takes out of its buffer at a time. */
const stepBytes = 4_096;
/** How often a slow printer takes a step, in our time. */
const stepMs = 2;

/**
 * @param feedUnitsPerDot of ESC J, as in the printer's profile
 * @param random between 0 and 1; draws the junk
 */
export function createMachine(
	{ widthDots, feedUnitsPerDot = 1 }: { widthDots: number; feedUnitsPerDot?: number },
	changed: Partial<Ways> = {},
	random: () => number = Math.random,
): Machine {
	const ways = { ...usualWays, ...changed };
	const output = createOutput(widthDots, feedUnitsPerDot);
	const faults: PaperError[] = [];
	let is: Sensors = { ...wellSensors };
	let on = true;
	let rowsLeft = Number.POSITIVE_INFINITY;
	let automatic = false;
	/** The receive buffer, and what was taken from it but is no whole command yet. */
	let waiting = Buffer.alloc(0);
	let half = Buffer.alloc(0);
	let mayBeWhole = false;
	let astray = false;
	let pumping = false;
	/** The part of a byte that the last step left over. */
	let owed = 0;
	let watch = realTimeWatch();
	let timer: ReturnType<typeof setTimeout> | null = null;
	let tellRoom: () => void = () => undefined;
	let tellReply: ((bytes: Buffer) => void) | null = null;

	const isRunning = () => on && !isStopped(is);
	const room = () => (on ? Math.max(0, ways.bufferBytes - waiting.length) : 0);

	function reply(...bytes: number[]): void {
		if (!on || ways.mute) return;
		const said = ways.junk ? [...junk(random), ...bytes, ...junk(random)] : bytes;
		tellReply?.(Buffer.from(said));
	}

	function sense(sensors: Partial<Sensors>): void {
		const before = automaticStatusBytes(is);
		is = { ...is, ...sensors };
		const now = automaticStatusBytes(is);
		if (automatic && !now.equals(before)) reply(...now);
		pump();
	}

	function carryOutNow(command: RealTimeCommand): void {
		if (command.kind === "status") {
			const status = realTimeStatus(command.n, is);
			if (status !== null) reply(status);
		} else if (command.kind === "clear" && ways.clearsBuffer) {
			forget();
			reply(0x37, 0x25, 0);
		} else if (command.kind === "recover" && is.cutterError && !ways.cutterJams) {
			if (command.n === 2) forget();
			sense({ cutterError: false });
		}
	}

	function forget(): void {
		waiting = half = Buffer.alloc(0);
		astray = false;
	}

	function arrive(chunk: Uint8Array): void {
		let from = 0;
		for (let at = 0; at < chunk.length; at++) {
			const command = watch(chunk[at] ?? 0);
			if (!command) continue;
			waiting = Buffer.concat([waiting, chunk.subarray(from, at + 1)]);
			from = at + 1;
			carryOutNow(command);
		}
		waiting = Buffer.concat([waiting, chunk.subarray(from)]);
	}

	/** Goes on with what waits, at its pace. */
	function pump(): void {
		if (timer || pumping) return;
		const { bytesPerSecond, clockSpeed } = ways;
		if (bytesPerSecond === null) {
			pumping = true;
			do step(stepBytes);
			while (isRunning() && waiting.length > 0);
			pumping = false;
		} else if (isRunning() && (waiting.length > 0 || mayBeWhole)) {
			timer = setTimeout(() => {
				timer = null;
				owed += (bytesPerSecond * clockSpeed * stepMs) / 1_000;
				const bytes = Math.floor(owed);
				owed -= bytes;
				step(bytes);
				pump();
			}, stepMs);
		}
	}

	function step(bytes: number): void {
		if (!isRunning()) return;
		const taken = waiting.subarray(0, bytes);
		waiting = waiting.subarray(taken.length);
		half = Buffer.concat([half, taken]);
		mayBeWhole = true;
		while (isRunning() && mayBeWhole && half.length > 0) carryOutNext();
		if (taken.length > 0) tellRoom();
	}

	function carryOutNext(): void {
		const next = nextOf(half);
		switch (next.kind) {
			case "half":
				mayBeWhole = false;
				break;
			case "nothing":
				half = half.subarray(next.end);
				break;
			case "fault":
				if (!astray) faults.push(next.fault);
				astray = true;
				half = half.subarray(1);
				break;
			case "command": {
				if (next.command.kind === "cut" && ways.cutterJams) {
					sense({ cutterError: true });
					break;
				}
				const bytes = half.subarray(0, next.end);
				half = half.subarray(next.end);
				astray = false;
				carryOut(next.command, bytes);
			}
		}
	}

	function carryOut(command: PaperCommand, bytes: Uint8Array): void {
		if (holdsRealTime(bytes)) {
			faults.push(new PaperError("a real-time command within another", 0));
		}
		try {
			rowsLeft -= output.print(command, bytes);
		} catch (error) {
			if (!(error instanceof PaperError)) throw error;
			faults.push(error);
		}
		if (command.kind === "initialise" && ways.initialiseEndsAutomaticStatus) automatic = false;
		if (command.kind === "automatic-status" && ways.knowsAutomaticStatus) {
			automatic = command.on;
			if (command.on) reply(...automaticStatusBytes(is));
		}
		if (command.kind === "process-id" && ways.knowsProcessId) {
			reply(0x37, 0x22, ...Buffer.from(command.id, "latin1"), 0);
		}
		if (command.kind === "paper-status") reply(paperStatus(is));
		const paper = rowsLeft <= 0 ? "out" : rowsLeft <= nearEndRows ? "near-end" : is.paper;
		if (paper !== is.paper) sense({ paper });
	}

	function putRoll(rows: number): void {
		rowsLeft = rows;
		sense({ paper: rows <= 0 ? "out" : rows <= nearEndRows ? "near-end" : "enough" });
	}

	return {
		papers: output.papers,
		faults,
		room,
		feed(bytes) {
			let taken = 0;
			while (taken < bytes.length && room() > 0) {
				const chunk = bytes.subarray(taken, taken + room());
				taken += chunk.length;
				arrive(chunk);
				pump();
			}
			return taken;
		},
		onRoom(listener) {
			tellRoom = listener;
		},
		onReply(listener) {
			tellReply = listener;
		},
		set(more) {
			Object.assign(ways, more);
			pump();
		},
		sense,
		sensors: () => is,
		putRoll,
		changeRoll() {
			sense({ coverOpen: true });
			putRoll(Number.POSITIVE_INFINITY);
			sense({ coverOpen: false });
		},
		freeCutter() {
			ways.cutterJams = false;
			sense({ cutterError: false });
		},
		tearOff: () => output.tearOff(),
		hangsOut: () => output.begun(),
		powerOff() {
			on = false;
			if (timer) clearTimeout(timer);
			timer = null;
			forget();
			automatic = false;
			watch = realTimeWatch();
		},
		powerOn() {
			on = true;
			tellRoom();
		},
		isOn: () => on,
	};
}

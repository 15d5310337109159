import { resolve } from "node:path";
import { describeFaults, loadSettings } from "../config/load.ts";
import { nearest } from "../config/nearest.ts";
import type { Office } from "../config/office.ts";
import { defaultOfficeFile } from "../config/places.ts";
import { readOptions } from "../server/tools/read-options.ts";
import { CannotDo } from "../server/tools/run-command.ts";
import { withHours } from "./calendar.ts";
import { forecasters } from "./forecasters.ts";
import { type DayKind, dayKinds } from "./laws/day-kind.ts";
import { policyNames, withPolicy } from "./policies.ts";

/** What the simulator was asked for. */
export interface Options {
	office: Office;
	/** Whether the office file has no hours, so that usual ones are taken. */
	hasUsualHours: boolean;
	kind: DayKind;
	policy: string;
	seed: string;
	days: number;
	withinMinutes: number;
	sweep: Sweep | null;
	forecast: readonly string[];
	/** Whether forecasters are judged over days of every kind. */
	evaluate: boolean;
	askEvery: number;
	jobs: number;
	out: string | null;
}

export type Sweep = { of: "counters"; values: number[] } | { of: "policy"; values: string[] };

/** Reads the command line, null where only help was asked for. Whatever is wrong is said with what is allowed. */
export function readSimulation(args: string[]): Options | null {
	const options = readOptions(args, { texts, switches: ["evaluate"] });
	if (options.isOn("help")) return null;
	const file = resolve(options.text("office") ?? defaultOfficeFile());
	const loaded = loadSettings(file);
	if (!loaded.ok) throw new CannotDo(`--office:\n${describeFaults(loaded.file, loaded.faults)}`);
	const office = withHours(loaded.office);
	const isEvaluation = options.isOn("evaluate");
	const policy = policyNamed(office, "--policy", options.text("policy") ?? "own");
	const whole = (name: NumberName, usual: number, from: number, to: number) =>
		wholeNumber(name, options.text(name), usual, from, to);
	return {
		office,
		hasUsualHours: loaded.office.hours === "always",
		kind: oneOf("--day", options.text("day") ?? "typical", dayKinds),
		policy,
		seed: seedOf(options.text("seed") ?? "1"),
		days: whole("days", isEvaluation ? 200 : 1, 1, 4_000),
		withinMinutes: whole("within", 30, 1, 600),
		sweep: sweepOf(office, options.text("sweep")),
		forecast: namesOf(
			options.text("forecast") ?? (isEvaluation ? [...forecasters.keys()].join() : "none"),
		),
		evaluate: isEvaluation,
		askEvery: whole("ask-every", 5, 1, 1_000),
		jobs: whole("jobs", 2, 1, 64),
		out: options.text("out") ?? null,
	};
}

const texts = [
	"office",
	"day",
	"policy",
	"seed",
	"days",
	"within",
	"sweep",
	"forecast",
	"ask-every",
	"jobs",
	"out",
] as const;
type NumberName = "days" | "within" | "ask-every" | "jobs";

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
	const found = allowed.find((one) => one === text);
	if (found !== undefined) return found;
	const near = nearest(text, allowed);
	throw new CannotDo(
		`${name}: ${JSON.stringify(text)} stands there; allowed is one of ${allowed.join(", ")}${near === undefined ? "" : ` (did you mean ${near}?)`}`,
	);
}

function policyNamed(office: Office, option: string, name: string): string {
	if (withPolicy(office, name)) return name;
	throw new CannotDo(`${option}: ${JSON.stringify(name)} stands there; allowed are ${policyNames}`);
}

function seedOf(text: string): string {
	if (/^[\w.-]{1,40}$/.test(text)) return text;
	throw new CannotDo("--seed: allowed are 1 to 40 letters, digits, hyphens and dots");
}

function wholeNumber(
	name: NumberName,
	text: string | undefined,
	usual: number,
	from: number,
	to: number,
): number {
	if (text === undefined) return usual;
	const value = /^\d{1,6}$/.test(text) ? parseInt(text, 10) : -1;
	if (value >= from && value <= to) return value;
	throw new CannotDo(
		`--${name}: ${JSON.stringify(text)} stands there; allowed is a whole number from ${from} to ${to}`,
	);
}

function sweepOf(office: Office, text: string | undefined): Sweep | null {
	if (text === undefined) return null;
	const [of, values = ""] = text.split(/=(.*)/s);
	if (of === "policy" && values !== "") {
		return { of, values: values.split(",").map((name) => policyNamed(office, "--sweep", name)) };
	}
	const [, first, last] = /^(\d{1,3})\.\.(\d{1,3})$/.exec(values) ?? [];
	const [from, to] = [parseInt(first ?? "0", 10), parseInt(last ?? "0", 10)];
	if (of === "counters" && from >= 1 && from <= to && to <= 200) {
		return { of, values: Array.from({ length: to - from + 1 }, (_, at) => from + at) };
	}
	throw new CannotDo(
		`--sweep: ${JSON.stringify(text)} stands there; allowed is counters=2..12 (from 1 to 200), or policy= and names with commas between: ${policyNames}`,
	);
}

function namesOf(text: string): string[] {
	if (text === "none") return [];
	const allowed = [...forecasters.keys(), "none"];
	return text.split(",").map((name) => oneOf("--forecast", name, allowed));
}

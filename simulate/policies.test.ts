import { expect, test } from "vitest";
import { loadSettings } from "../config/load.ts";
import { projectRoot } from "../config/places.ts";
import { queueSettings } from "../server/queue-settings.ts";
import { withPolicy } from "./policies.ts";

const loaded = loadSettings(`${projectRoot()}/config/offices/sample.json`);
if (!loaded.ok) throw new Error("the sample office is not right");
const { office } = loaded;

test.each([
	["own", { classes: { rule: "ratio", priority: 2, ordinary: 1 }, maxWaitMinutes: 60 }],
	["own+no-max", { classes: { rule: "ratio", priority: 2, ordinary: 1 }, maxWaitMinutes: null }],
	["own+max90", { classes: { rule: "ratio", priority: 2, ordinary: 1 }, maxWaitMinutes: 90 }],
	["first-come", { classes: { rule: "first-come" }, maxWaitMinutes: null }],
	["strict+max45", { classes: { rule: "strict" }, maxWaitMinutes: 45 }],
	["ratio-3-2", { classes: { rule: "ratio", priority: 3, ordinary: 2 }, maxWaitMinutes: null }],
	["ageing", { classes: { rule: "ageing" }, maxWaitMinutes: null }],
])("%s is what the queue is told to go by", (name, policy) => {
	const changed = withPolicy(office, name);
	expect(changed && queueSettings(changed).policy).toMatchObject(policy);
});

test("the office's own policy is the office file as it stands", () => {
	const own = withPolicy(office, "own");
	expect(own && queueSettings(own)).toEqual(queueSettings(office));
});

test("a policy by waiting time gives a head start where the office has none, and keeps one that it has", () => {
	expect(withPolicy(office, "ageing")?.priorityClasses[0]?.headStartMinutes).toBe(15);
	const [first, ...others] = office.priorityClasses;
	if (!first) throw new Error("the sample office has no classes");
	const own = { ...office, priorityClasses: [{ ...first, headStartMinutes: 7 }, ...others] };
	const starts = withPolicy(own, "ageing")?.priorityClasses.map((one) => one.headStartMinutes);
	expect(starts).toEqual([7, ...others.map(() => undefined)]);
});

test.each([
	"",
	"fair",
	"ratio",
	"ratio-0-1",
	"ratio-21-1",
	"strict+",
	"strict+max0",
	"strict+no-max",
	"own+60",
])("nothing is named %j", (name) => {
	expect(withPolicy(office, name)).toBeNull();
});
